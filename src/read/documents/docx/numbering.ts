/** The lists of a document: ECMA-376-1, 17.9. */
import type { Styles } from "./styles.ts";
import { childOf, elementsOf, findAll, numberOf, switchOf, valueOf, type XmlElement } from "./xml.ts";

export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `w:format` of a custom format, else "". */
  readonly pattern: string;
  /** `第%1章`, where %1 is the number of the first level. */
  readonly text: string;
  /** All numbers in digits, whatever the formats of their levels. */
  readonly legal: boolean;
  /** The level, from 1, whose next number starts this one again; 0 for never, null for any above. */
  readonly restart: number | null;
  /** Style whose paragraphs are of this level. */
  readonly style: string | null;
  readonly blankAfter: "none" | "space" | "tab";
}

export interface List {
  /** Lists that share it count on from each other. */
  readonly shared: string;
  readonly levels: readonly ListLevel[];
  /** Numbers at which this list starts again, by level from 0. */
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;
/** Most lists that are followed from style to style. */
const MOST_LINKS = 5;
/** Largest number that a list may start with. */
const LARGEST = 32_767;
const NO_LEVEL: ListLevel = { start: 1, format: "none", pattern: "", text: "", legal: false, restart: null, style: null, blankAfter: "tab" };

/** Lists by their number (`w:numId`). `root` is that of numbering.xml; null where the document has none. */
export function readLists(root: XmlElement | null, styles: Styles): ReadonlyMap<string, List> {
  const abstract = new Map<string, XmlElement>();
  const numbered = new Map<string, XmlElement>();
  for (const element of root === null ? [] : elementsOf(root)) {
    if (element.name === "w:abstractNum") abstract.set(element.attributes.get("w:abstractNumId") ?? "", element);
    if (element.name === "w:num") numbered.set(element.attributes.get("w:numId") ?? "", element);
  }
  const definitionOf = (num: XmlElement, links: number): readonly [id: string, element: XmlElement | null] => {
    const id = valueOf(num, "w:abstractNumId") ?? "";
    const element = abstract.get(id) ?? null;
    const link = valueOf(element, "w:numStyleLink");
    const next = link === null || links === 0 ? undefined : numbered.get(styles.listOf(link) ?? "");
    return next === undefined ? [id, element] : definitionOf(next, links - 1);
  };
  return new Map([...numbered].map(([id, num]) => [id, readList(num, ...definitionOf(num, MOST_LINKS))]));
}

function readList(num: XmlElement, shared: string, abstract: XmlElement | null): List {
  const levels = Array.from({ length: LEVELS }, () => NO_LEVEL);
  const starts = new Map<number, number>();
  const own = abstract === null ? [] : elementsOf(abstract).filter(({ name }) => name === "w:lvl");
  for (const element of own) levels[indexOf(element)] = readLevel(element);
  for (const override of elementsOf(num).filter(({ name }) => name === "w:lvlOverride")) {
    const level = childOf(override, "w:lvl");
    if (level !== null) levels[indexOf(override)] = readLevel(level);
    const start = numberOf(valueOf(override, "w:startOverride"), LARGEST);
    if (start !== null) starts.set(indexOf(override), start);
  }
  return { shared, levels, starts };
}

function indexOf(element: XmlElement): number {
  return numberOf(element.attributes.get("w:ilvl"), LEVELS - 1) ?? 0;
}

function readLevel(element: XmlElement): ListLevel {
  // Formats that old programs do not know are wrapped in mc:AlternateContent; the first is the newest.
  const format = findAll(element, "w:numFmt")[0]?.attributes;
  const after = valueOf(element, "w:suff");
  return {
    start: numberOf(valueOf(element, "w:start"), LARGEST) ?? 0,
    format: format?.get("w:val") ?? "decimal",
    pattern: format?.get("w:format") ?? "",
    text: (valueOf(element, "w:lvlText") ?? "").slice(0, 100),
    legal: switchOf(element, "w:isLgl") ?? false,
    restart: numberOf(valueOf(element, "w:lvlRestart"), LEVELS),
    style: valueOf(element, "w:pStyle"),
    blankAfter: after === "nothing" ? "none" : after === "space" ? "space" : "tab",
  };
}
