/** Diagnostics as a SARIF 2.1.0 log (OASIS standard of 27 March 2020), which code hosts turn into annotations. */
import { sortDiagnostics, type Diagnostic, type Fix, type Severity } from "./diagnostic.ts";
import type { ShapeOptions } from "./shape-options.ts";
import { plainLine } from "../model/characters/plain.ts";
import { cellsName, splitSheet, type Span } from "../model/span.ts";

interface Message {
  readonly text: string;
}
interface ArtifactLocation {
  readonly uri: string;
}
interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A cell of a workbook has a name instead of a region: the file has no lines. */
interface Location {
  readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region?: Region };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: Message;
  readonly help: Message;
  readonly defaultConfiguration: { readonly level: Severity };
  readonly properties: { readonly tags: readonly string[] };
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Severity;
  readonly message: Message;
  readonly locations: readonly Location[];
  readonly fixes?: readonly { readonly description: Message; readonly artifactChanges: readonly ArtifactChange[] }[];
}

interface ArtifactChange {
  readonly artifactLocation: ArtifactLocation;
  readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent: Message }[];
}

export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly semanticVersion: string; readonly language: string; readonly rules: readonly SarifRule[] } };
    readonly columnKind: "utf16CodeUnits";
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly { readonly descriptor: { readonly id: string }; readonly level: Severity; readonly message: Message }[] }[];
    readonly results: readonly SarifResult[];
  }[];
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** A diagnostic in a file is a result; one of the machine or the usage is a notification of the run (3.20.21). */
export function toSarif(diagnostics: readonly Diagnostic[], options: ShapeOptions): SarifLog {
  const { lang, version } = options;
  const sorted = sortDiagnostics(diagnostics);
  const placed = sorted.flatMap((diagnostic) => (diagnostic.span === null ? [] : [{ diagnostic, span: diagnostic.span }]));
  const rules = [...new Map(placed.map(({ diagnostic }) => [diagnostic.code, diagnostic])).values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const own = sorted.filter(({ span }) => span === null);
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Luduan", version, semanticVersion: version, language: lang === "zh" ? "zh-CN" : "en", rules: rules.map((rule) => ruleOf(rule, options)) } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: own.every(({ severity }) => severity !== "error"),
            toolExecutionNotifications: own.map(({ code, severity, message, hint }) => ({ descriptor: { id: code }, level: severity, message: textOf([message, hint], options) })),
          },
        ],
        results: placed.map(({ diagnostic, span }) => resultOf(diagnostic, span, rules.findIndex(({ code }) => code === diagnostic.code), options)),
      },
    ],
  };
}

/** A rule has the severity of its first result, since a deck may set it. */
function ruleOf({ code, rule, severity, message, hint }: Diagnostic, options: ShapeOptions): SarifRule {
  return {
    id: code,
    shortDescription: { text: code.replaceAll("-", " ") },
    help: textOf([hint ?? message], options),
    defaultConfiguration: { level: severity },
    properties: { tags: rule === null ? [] : [rule] },
  };
}

function resultOf(diagnostic: Diagnostic, span: Span, ruleIndex: number, options: ShapeOptions): SarifResult {
  const { code, severity, message, hint, fix } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: textOf([message, hint], options, cellsName(span)),
    locations: [locationOf(span, options)],
    ...(fix === null ? {} : { fixes: [fixOf(fix, diagnostic, options)] }),
  };
}

function locationOf(span: Span, options: ShapeOptions): Location {
  const artifactLocation = locate(span, options);
  const cells = cellsName(span);
  return cells === null ? { physicalLocation: { artifactLocation, region: regionOf(span) } } : { physicalLocation: { artifactLocation }, logicalLocations: [{ fullyQualifiedName: cells, kind: "cell" }] };
}

function fixOf({ span, replacement }: Fix, { message, hint }: Diagnostic, options: ShapeOptions): NonNullable<SarifResult["fixes"]>[number] {
  const replacements = [{ deletedRegion: regionOf(span), insertedContent: { text: replacement } }];
  return { description: textOf([hint ?? message], options), artifactChanges: [{ artifactLocation: locate(span, options), replacements }] };
}

/** A code host shows only the text: where no line gives the place, the text does. */
function textOf(texts: readonly (Diagnostic["message"] | null)[], { lang }: ShapeOptions, place: string | null = null): Message {
  return { text: (place === null ? "" : `${place}: `) + texts.flatMap((text) => (text === null ? [] : [plainLine(text[lang])])).join("\n") };
}

/** Lines and columns count from 1 and the end column is the one after the last character, as in a span (3.30). */
function regionOf({ line, column, endLine, endColumn }: Span): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A relative reference of RFC 3986: Han characters and spaces are percent-encoded. */
function locate(span: Span, { below }: ShapeOptions): ArtifactLocation {
  const { file } = splitSheet(span.file);
  const absolute = /^(?:\/|[A-Za-z]:\/)/.test(file);
  const path = (absolute ? file : below + file).split("/").map(encodeURIComponent).join("/");
  return { uri: absolute ? `file://${path.startsWith("/") ? "" : "/"}${path}` : path };
}
