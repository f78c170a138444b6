/** Paragraphs and runs of DrawingML (ECMA-376-1, 21.1.2). What a style leaves out is inherited from the placeholder. */
import type { Language, Step } from "../../model/deck.ts";
import { solid, type Ink } from "../ink.ts";
import { emu, typeSize } from "../units.ts";
import { escapeXml, xml } from "../xml.ts";

/** The three faces of a deck: titles, text, numerals. All are fonts of the theme. */
export type Face = "serif" | "sans" | "numeral";

export interface TextStyle {
  /** Pixels of the canvas. */
  readonly size?: number;
  readonly ink?: Ink;
  readonly bold?: boolean;
  readonly face?: Face;
  readonly struck?: boolean;
  /** Between characters, in em. */
  readonly tracking?: number;
}

export type Run =
  | { readonly type: "text"; readonly text: string; readonly style: TextStyle; /** Attributes of `a:hlinkClick`; null for none. */ readonly link: Link | null }
  | { readonly type: "break"; readonly style: TextStyle }
  | { readonly type: "page"; readonly text: string; readonly style: TextStyle };

/** Where a click on text leads: a relation of the slide, and the action that goes with it. */
export interface Link {
  readonly relation: string;
  readonly action: string | null;
}

/** The mark before a paragraph that hangs in its indent. */
export interface Bullet {
  /** A mark, or a number that PowerPoint counts on. */
  readonly mark: { readonly type: "character"; readonly text: string } | { readonly type: "number"; readonly from: number };
  readonly ink: Ink;
  readonly face: Face;
  /** Share of the text's size. */
  readonly share: number;
  /** Pixels. */
  readonly indent: number;
}

export interface Paragraph {
  readonly runs: readonly Run[];
  readonly align?: "l" | "ctr" | "r";
  /** Space before it, in pixels. */
  readonly before?: number;
  /** Pixels from line to line, or per cent of the face's own. */
  readonly line?: { readonly pixels: number } | { readonly percent: number };
  /** Null takes an inherited bullet away. */
  readonly bullet?: Bullet | null;
  /** 0 for the first level. */
  readonly level?: number;
  /** Left edge in pixels. */
  readonly margin?: number;
  /** Where text after a tab begins, in pixels. */
  readonly tab?: number;
  /** The click at which it appears where that is not its shape's. */
  readonly step?: Step;
}

const LATIN: Readonly<Record<Face, string>> = { serif: "+mj-lt", sans: "+mn-lt", numeral: "+mj-lt" };
const HAN: Readonly<Record<Face, string>> = { serif: "+mj-ea", sans: "+mn-ea", numeral: "+mn-ea" };

function faces(face: Face | undefined): string {
  return face === undefined ? "" : `<a:latin typeface="${LATIN[face]}"/><a:ea typeface="${HAN[face]}"/>`;
}

/** Attributes that tell spelling and line breaking which language a run is in. */
export function languageOf(lang: Language): { readonly lang: string; readonly altLang: string } {
  return lang === "en" ? { lang: "en-US", altLang: "zh-CN" } : { lang: "zh-CN", altLang: "en-US" };
}

/** `a:rPr`, `a:defRPr` or `a:endParaRPr`. */
export function runProperties(name: string, { size, ink, bold, face, struck, tracking }: TextStyle, lang: Language | null, link: Link | null = null): string {
  const attributes = {
    ...(lang === null ? {} : languageOf(lang)),
    sz: size === undefined ? null : typeSize(size),
    b: bold === undefined ? null : bold ? 1 : 0,
    strike: struck === true ? "sngStrike" : null,
    spc: tracking === undefined || size === undefined ? null : Math.round(typeSize(size) * tracking),
  };
  const click = link === null ? "" : xml("a:hlinkClick", { "r:id": link.relation, action: link.action });
  return xml(name, attributes, ink === undefined ? "" : solid(ink), faces(face), click);
}

function renderRun(run: Run, lang: Language): string {
  switch (run.type) {
    case "break":
      // A line of another size would have another height.
      return `<a:br>${runProperties("a:rPr", run.style, lang)}</a:br>`;
    case "page":
      return `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">${runProperties("a:rPr", run.style, lang)}<a:t>${escapeXml(run.text)}</a:t></a:fld>`;
    case "text":
      return `<a:r>${runProperties("a:rPr", run.style, lang, run.link)}<a:t>${escapeXml(run.text)}</a:t></a:r>`;
  }
}

function bulletOf(bullet: Bullet | null | undefined): string {
  if (bullet === undefined) return "";
  if (bullet === null) return "<a:buNone/>";
  const mark = bullet.mark.type === "number" ? xml("a:buAutoNum", { type: "arabicPlain", startAt: bullet.mark.from === 1 ? null : bullet.mark.from }) : xml("a:buChar", { char: bullet.mark.text });
  const colour = solid(bullet.ink).replaceAll(/<\/?a:solidFill>/g, "");
  return `<a:buClr>${colour}</a:buClr><a:buSzPct val="${Math.round(bullet.share * 100_000)}"/><a:buFont typeface="${LATIN[bullet.face]}"/>${mark}`;
}

/** Everything of a paragraph but its runs: `a:pPr` or a level of a list style. */
export function paragraphProperties(name: string, { align, before, line, bullet, level, margin, tab }: Omit<Paragraph, "runs">, inside = ""): string {
  const indent = bullet === null || bullet === undefined ? null : bullet.indent;
  const attributes = {
    marL: margin === undefined && indent === null && bullet === undefined ? null : emu((margin ?? 0) + (indent ?? 0)),
    lvl: level === undefined || level === 0 ? null : level,
    indent: indent === null ? (bullet === undefined ? null : 0) : -emu(indent),
    algn: align ?? null,
  };
  const spacing = line === undefined ? "" : `<a:lnSpc>${"pixels" in line ? xml("a:spcPts", { val: Math.round(line.pixels * 50) }) : xml("a:spcPct", { val: Math.round(line.percent * 1000) })}</a:lnSpc>`;
  const above = before === undefined ? "" : `<a:spcBef>${xml("a:spcPts", { val: Math.round(before * 50) })}</a:spcBef>`;
  const whole = xml(name, attributes, spacing, above, bulletOf(bullet), tab === undefined ? "" : `<a:tabLst>${xml("a:tab", { pos: emu(tab), algn: "l" })}</a:tabLst>`, inside);
  // PowerPoint repairs paragraphs whose properties are empty.
  return whole === "<a:pPr/>" ? "" : whole;
}

function renderParagraph(paragraph: Paragraph, lang: Language): string {
  const last = paragraph.runs.findLast((run) => run.type === "text");
  const end = runProperties("a:endParaRPr", last?.type === "text" && last.style.size !== undefined ? { size: last.style.size } : {}, lang);
  return `<a:p>${paragraphProperties("a:pPr", paragraph)}${paragraph.runs.map((run) => renderRun(run, lang)).join("")}${end}</a:p>`;
}

/** The paragraphs of a text body; an empty body has one empty paragraph, which PowerPoint asks for. */
export function renderParagraphs(paragraphs: readonly Paragraph[], lang: Language): string {
  return (paragraphs.length === 0 ? [{ runs: [] }] : paragraphs).map((paragraph) => renderParagraph(paragraph, lang)).join("");
}

/** One run; a newline in it becomes a break. */
export function textRuns(text: string, style: TextStyle): readonly Run[] {
  return text.split("\n").flatMap((line, index): Run[] => [...(index === 0 ? [] : [{ type: "break", style } as const]), ...(line === "" ? [] : [{ type: "text", text: line, style, link: null } as const])]);
}
