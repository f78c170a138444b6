/** What the styles of a document say about its paragraphs and characters: ECMA-376-1, 17.7. */
import { childOf, elementsOf, numberOf, switchOf, valueOf, type XmlElement } from "./xml.ts";

/** Settings of characters that this reader needs; null where nothing says so. */
export interface CharacterLook {
  readonly bold: boolean | null;
  readonly hidden: boolean | null;
  /** Typeface of Han characters. */
  readonly font: string | null;
}

export interface ParagraphStyle {
  /** 0 for the title, 1 to 9 for headings, null for body text. */
  readonly level: number | null;
  /** Whether it is a line of a table of contents. */
  readonly contents: boolean;
  /** Number of its list and the style that names it; null without one. */
  readonly list: { readonly id: string; readonly level: number | null; readonly style: string } | null;
  readonly look: CharacterLook;
}

export interface Styles {
  paragraph(id: string | null): ParagraphStyle;
  /** Null for an id that no style has. */
  character(id: string | null): CharacterLook | null;
  /** The number of the list that a numbering style names; null if there is none. */
  listOf(id: string): string | null;
  readonly defaults: CharacterLook;
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | null;
  readonly outline: number | null;
  readonly list: { readonly id: string | null; readonly level: number | null } | null;
  readonly look: CharacterLook;
}

/** Styles are based on others at most this deep (Word allows 11). */
const DEEPEST = 30;
const PLAIN: CharacterLook = { bold: null, hidden: null, font: null };
/** Names of built-in styles, in the languages of Word and WPS. */
const [HEADING, TITLE, CONTENTS] = [/^(?:heading|标题|標題)\s*([1-9])(?:\s+char)?$/i, /^(?:title|标题|標題|文档标题)$/i, /^(?:toc|目录|目錄)\s*(?:[1-9]|heading|标题|標題)$/i] as const;

/** `root` is that of styles.xml; null where the document has none. */
export function readStyles(root: XmlElement | null): Styles {
  const elements = root === null ? [] : elementsOf(root).filter(({ name }) => name === "w:style");
  const styles = new Map(elements.map((element) => [element.attributes.get("w:styleId") ?? "", readStyle(element)]));
  const standard = elements.find(({ attributes }) => attributes.get("w:type") === "paragraph" && ["1", "true", "on"].includes(attributes.get("w:default") ?? ""))?.attributes.get("w:styleId") ?? null;
  const chainOf = (id: string | null): readonly Style[] => {
    const chain: Style[] = [];
    for (let style = styles.get(id ?? ""); style !== undefined && chain.length < DEEPEST; style = styles.get(style.basedOn ?? "")) chain.push(style);
    return chain;
  };
  const known = new Map<string | null, ParagraphStyle>();
  return {
    paragraph: (id) => {
      const style = known.get(id) ?? paragraphStyle(chainOf(id !== null && styles.has(id) ? id : standard));
      known.set(id, style);
      return style;
    },
    character: (id) => (id !== null && styles.has(id) ? mergeLooks(chainOf(id).map(({ look }) => look)) : null),
    listOf: (id) => chainOf(id).find(({ list }) => list !== null)?.list?.id ?? null,
    defaults: readLook(childOf(childOf(childOf(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr")),
  };
}

function readStyle(element: XmlElement): Style {
  const paragraph = childOf(element, "w:pPr");
  const list = childOf(paragraph, "w:numPr");
  return {
    id: element.attributes.get("w:styleId") ?? "",
    name: (valueOf(element, "w:name") ?? "").trim(),
    basedOn: valueOf(element, "w:basedOn"),
    outline: numberOf(valueOf(paragraph, "w:outlineLvl"), 9),
    list: list === null ? null : { id: valueOf(list, "w:numId"), level: numberOf(valueOf(list, "w:ilvl"), 8) },
    look: readLook(childOf(element, "w:rPr")),
  };
}

function paragraphStyle(chain: readonly Style[]): ParagraphStyle {
  const listed = chain.find(({ list }) => list?.id !== null && list !== null);
  const level = chain.find(({ list }) => list?.level !== null && list !== null)?.list?.level ?? null;
  return {
    level: levelOf(chain),
    contents: chain.some(({ name }) => CONTENTS.test(name)),
    list: listed === undefined ? null : { id: listed.list!.id!, level, style: listed.id },
    look: mergeLooks(chain.map(({ look }) => look)),
  };
}

/** The nearest style that says it, by its outline level or by its name. */
function levelOf(chain: readonly Style[]): number | null {
  for (const { name, outline } of chain) {
    if (TITLE.test(name)) return 0;
    if (outline !== null) return outline === 9 ? null : outline + 1;
    const heading = HEADING.exec(name);
    if (heading !== null) return Number(heading[1]);
  }
  return null;
}

export function readLook(properties: XmlElement | null): CharacterLook {
  if (properties === null) return PLAIN;
  return { bold: switchOf(properties, "w:b"), hidden: switchOf(properties, "w:vanish"), font: childOf(properties, "w:rFonts")?.attributes.get("w:eastAsia") ?? null };
}

/** The first that says something counts. */
export function mergeLooks(looks: readonly CharacterLook[]): CharacterLook {
  return {
    bold: looks.find(({ bold }) => bold !== null)?.bold ?? null,
    hidden: looks.find(({ hidden }) => hidden !== null)?.hidden ?? null,
    font: looks.find(({ font }) => font !== null)?.font ?? null,
  };
}
