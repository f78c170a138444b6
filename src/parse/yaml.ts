/** The one door to YAML: turns text into a checked value and reports every mistake at its node. */
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit, type Document, type ParsedNode, type YAMLError } from "yaml";
import type { Report, Text } from "../diagnostics/diagnostic.ts";
import { duplicateKey, invalidYaml, YAML_HINTS } from "../diagnostics/messages/yaml.ts";
import type { Span } from "../model/span.ts";
import { mayBeOdd } from "../model/characters/odd-characters.ts";
import { checkDecoded } from "./characters.ts";
import { WRONG, type Shape, type ShapeReader } from "./shape.ts";

/** Characters of a text; settings with every key have some 2,000. */
const LONGEST = 64_000;

/** Where a YAML text starts in its file; `column` is that of each line's first character (for an indented fence). */
export interface YamlOrigin {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** A checked value and the place of each of its parts, by dotted name (`indicators[2]`, counted from 1). */
export interface PlacedYaml<T> {
  readonly value: T;
  readonly places: ReadonlyMap<string, Span>;
}

/** Reads `text` as `shape`; null after reporting `invalid-yaml`, `duplicate-key`, `unknown-key`, `missing-key` or `invalid-value`. */
export function parseYaml<T>(text: string, shape: Shape<T>, origin: YamlOrigin, report: Report): T | null {
  return parsePlacedYaml(text, shape, origin, report)?.value ?? null;
}

/** {@link parseYaml} with the place of every value. */
export function parsePlacedYaml<T>(text: string, shape: Shape<T>, origin: YamlOrigin, report: Report): PlacedYaml<T> | null {
  const spanAt = spanFinder(text, origin);
  if (text.length > LONGEST) {
    report(invalidYaml(spanAt(LONGEST, LONGEST + 1), "too long", YAML_HINTS.long));
    return null;
  }
  const document = parseQuietly(text, () => report(invalidYaml(spanAt(0, 0), "nested too deep", YAML_HINTS.deep)));
  if (document === null) return null;
  const readable = reportErrors(document, text, spanAt, report);
  const twice = reportDuplicates(document, spanAt, report);
  if (!readable) return null;
  const reader: ShapeReader = { spanOf: (node) => spanAt(node.range[0], node.range[1]), places: new Map(), report };
  if (text.includes("\\")) reportEscaped(document, text, spanAt, report);
  const node = document.contents as ParsedNode | null;
  const value = shape.read({ name: "", node, span: node === null ? spanAt(0, 0) : reader.spanOf(node) }, reader);
  return value === WRONG || twice ? null : { value, places: reader.places };
}

function parseQuietly(text: string, tooDeep: () => void): Document | null {
  try {
    return parseDocument(text, { prettyErrors: false, logLevel: "error", merge: false, schema: "core", uniqueKeys: false, resolveKnownTags: false, lineCounter: new LineCounter() });
  } catch (failure) {
    // The parser recurses into nested collections, so a hostile text exhausts the stack.
    if (!(failure instanceof RangeError)) throw failure;
    tooDeep();
    return null;
  }
}

type SpanAt = (start: number, end: number) => Span;

function spanFinder(text: string, origin: YamlOrigin): SpanAt {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const shift = origin.column ?? 1;
  const place = (offset: number): { line: number; column: number } => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: origin.line + low, column: offset - starts[low]! + shift };
  };
  return (start, end) => {
    const from = place(start);
    const to = place(end === start || text[start] === "\n" ? start : Math.max(start + 1, trimmedEnd(text, start, end)));
    return { file: origin.file, ...from, endLine: to.line, endColumn: to.column };
  };
}

/** A block's range runs to the next key, but a frame should end with its last visible character. */
function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Reports what is not YAML; true when the values can be read anyway. */
function reportErrors(document: Document, text: string, spanAt: SpanAt, report: Report): boolean {
  let readable = true;
  const lines = new Set<number>();
  for (const failure of [...document.errors, ...document.warnings]) {
    const span = failureSpan(failure, text, spanAt);
    readable = false;
    // One slip often upsets the parser several times, on its line and for the rest of the text; only the first report helps.
    const echo = lines.has(span.line) || (lines.size > 0 && failure.message.includes("in YAML stream"));
    if (!echo) report(invalidYaml(span, failure.message, hintFor(failure, text)));
    lines.add(span.line);
  }
  return readable && !reportAliases(document, spanAt, report);
}

/** What is not closed is noticed only further down; the end of what was written is nearer to the slip. */
function failureSpan(failure: YAMLError, text: string, spanAt: SpanAt): Span {
  const [start, end] = failure.pos;
  if (!isUnclosed(failure)) return spanAt(start, Math.max(end, start + 1));
  const last = Math.max(0, trimmedEnd(text, 0, start) - 1);
  return spanAt(last, last + 1);
}

function isUnclosed(failure: YAMLError): boolean {
  return /^(?:Flow|Missing closing)/.test(failure.message);
}

/** Reports keys that a collection has twice; true if there are any. The parser would compare each key with all others. */
function reportDuplicates(document: Document, spanAt: SpanAt, report: Report): boolean {
  let twice = false;
  visit(document, (_key, node) => {
    if (!isMap(node)) return;
    const seen = new Set<unknown>();
    for (const { key } of node.items) {
      if (!isScalar(key) || !key.range) continue;
      if (seen.has(key.value)) {
        twice = true;
        report(duplicateKey(spanAt(key.range[0], key.range[1]), String(key.value)));
      }
      seen.add(key.value);
    }
  });
  return twice;
}

/** Aliases are rejected outright: nobody needs them here, and they can blow up a short text. */
function reportAliases(document: Document, spanAt: SpanAt, report: Report): boolean {
  let found = false;
  visit(document, (_key, node) => {
    if (!isAlias(node)) return;
    found = true;
    const range = node.range ?? [0, 0];
    report(invalidYaml(spanAt(range[0], range[1]), "an alias", YAML_HINTS.alias));
  });
  return found;
}

/** What "\u200B" and other escapes in quotes put into a value; characters that stand in the text itself are reported with their line. */
function reportEscaped(document: Document, text: string, spanAt: SpanAt, report: Report): void {
  visit(document, (_key, node) => {
    if (!isScalar(node) || node.type !== "QUOTE_DOUBLE" || typeof node.value !== "string" || !node.range) return;
    const [start, end] = node.range;
    if (!mayBeOdd(text.slice(start, end))) checkDecoded(node.value, spanAt(start, end), report);
  });
}

function hintFor(failure: YAMLError, text: string): Text {
  const from = text.lastIndexOf("\n", failure.pos[0] - 1) + 1;
  const until = text.indexOf("\n", from);
  const line = text.slice(from, until === -1 ? undefined : until);
  if (failure.code === "TAB_AS_INDENT" || /^ *\t/.test(line)) return YAML_HINTS.tab;
  if (failure.code === "TAG_RESOLVE_FAILED" || failure.code === "BAD_ALIAS") return YAML_HINTS.alias;
  if (failure.code === "MULTIPLE_DOCS") return YAML_HINTS.single;
  if (failure.code === "RESOURCE_EXHAUSTION") return YAML_HINTS.deep;
  if (line.includes("{{")) return YAML_HINTS.braces;
  if (/^\s*(- )?[\w-]+\s*：/.test(line)) return YAML_HINTS.colon;
  if (failure.code === "BLOCK_AS_IMPLICIT_KEY" || failure.code === "BAD_SCALAR_START") return YAML_HINTS.quotes;
  return failure.code === "BAD_INDENT" && !isUnclosed(failure) ? YAML_HINTS.indent : YAML_HINTS.general;
}
