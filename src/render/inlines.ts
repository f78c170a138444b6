/** Renders inlines as HTML: lines break between phrases on slides, numbers stay whole in running text. */
import type { Inline } from "../model/deck.ts";
import { periodKey } from "../model/period.ts";
import { plainInline, plainText } from "../model/plain-text.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { clauseBreaks, type LineBreaker, type Stretch } from "./line-break.ts";

/**
 * How text is set: on slides lines break between phrases, in notes anywhere
 * except inside numbers and protected words; `grid` also closes up adjacent marks.
 */
export type TextSetting =
  /** `line` is the width of a headline's line on the canvas, in em; null where text just runs on. */
  | { readonly type: "phrases"; readonly findBreaks: LineBreaker; readonly line: number | null }
  | { readonly type: "flow"; readonly findStretches: (text: string) => readonly Stretch[] }
  | { readonly type: "grid"; readonly findStretches: (text: string) => readonly Stretch[] };

/** An emphasis that is a number is set as a large numeral where the layout has room. */
const NUMBER = /^[+\-−]?\d[\d,.]*%?$/;

/** A closing mark with text after it, plus one character on either side. */
const MARK_INSIDE = /[\p{Script=Han}\d][、，。；：？！）》」』】〕”’…—·]+\p{Script=Han}|[\p{Script=Han}\d]+（[^）]）/gu;

/** Marks with a blank right half, and marks with a blank left half: where they meet, one blank is enough. */
const CLOSES = new Set("、，。；：？！）》」』】〕”’");
const OPENS = new Set("（《「『【〔“‘");

/** Inlines as phrasing content. */
export function renderInlines(inlines: readonly Inline[], setting: TextSetting): string {
  return renderAll(inlines, setterFor(plainText(inlines), setting));
}

/** Plain text as phrasing content. */
export function renderText(text: string, setting: TextSetting): string {
  return setterFor(text, setting)(text);
}

/** Setting for a headline with lines of `line` em: breaks between clauses if all are short enough, otherwise between phrases. */
export function headlineSetting(setting: TextSetting, line: number): TextSetting {
  return setting.type === "phrases" ? { ...setting, line } : setting;
}

function setterFor(text: string, setting: TextSetting): SetText {
  switch (setting.type) {
    case "flow":
      return flowSetter(setting.findStretches, escapeHtml);
    case "grid":
      return flowSetter(setting.findStretches, closeUp);
    case "phrases": {
      const breaks = withoutLone(text, setting.findBreaks(text));
      return phraseSetter(breaks, setting.line === null ? breaks : clauseBreaks(text, breaks, setting.line));
    }
  }
}

/** One character in brackets (续) does not begin a line. */
function withoutLone(text: string, breaks: ReadonlySet<number>): ReadonlySet<number> {
  return text.includes("（") ? new Set([...breaks].filter((offset) => !/^（[^）]）/u.test(text.slice(offset)))) : breaks;
}

/** Sets the next stretch of text; called with all of the text, in reading order. */
type SetText = (text: string) => string;

/** Breaks that are not firm apply only on narrow pages, where a clause may be longer than a line. */
function phraseSetter(breaks: ReadonlySet<number>, firm: ReadonlySet<number>): SetText {
  let offset = 0;
  return (text) => {
    let html = "";
    let from = 0;
    for (let index = 0; index < text.length; index += 1) {
      if (!breaks.has(offset + index)) continue;
      // `<wbr>` keeps the browser from closing up two marks on its own.
      const tight = CLOSES.has(text[index - 1] ?? "") && OPENS.has(text[index]!) ? '<span class="tight"></span>' : "";
      html += setPhrase(text.slice(from, index), text[index]) + tight + (firm.has(offset + index) ? "<wbr>" : '<wbr class="soft">');
      from = index;
    }
    offset += text.length;
    return html + setPhrase(text.slice(from));
  };
}

/** A hairline ring beside heavy strokes: headlines give it a heavier one (base.css). */
const ZERO = '<span class="zero">〇</span>';

const HAN = /^\p{Script=Han}/u;

/** `next` follows the phrase, after a place where a line may end. Browsers break after a mark even where everything else is kept together (“…”|的), so the mark is tied to its neighbours. */
function setPhrase(phrase: string, next = ""): string {
  return escapeHtml(phrase)
    .replaceAll(MARK_INSIDE, '<span class="whole">$&</span>')
    .replace(/[”’]$/u, HAN.test(next) ? '<span class="shut">$&</span>' : "$&")
    .replaceAll(/[”’](?=\p{Script=Han})/gu, '<span class="shut">$&</span>')
    .replaceAll("〇", ZERO);
}

function flowSetter(findStretches: (text: string) => readonly Stretch[], set: SetText): SetText {
  return (text) => {
    let html = "";
    let done = 0;
    for (const { from, to } of findStretches(text)) {
      html += `${set(text.slice(done, from))}<span class="whole">${set(text.slice(from, to))}</span>`;
      done = to;
    }
    return html + set(text.slice(done));
  };
}

/** Where two marks meet, one gives up its blank half: the first if it closes, the second if both open. */
function closeUp(text: string): string {
  return escapeHtml(text)
    .replaceAll(/[、，。；：？！）》」』】〕”’](?=[、，。；：？！）》」』】〕”’（《「『【〔“‘])/gu, '<span class="half">$&</span>')
    .replaceAll(/(?<=[（《「『【〔“‘])[（《「『【〔“‘]/gu, '<span class="half-left">$&</span>');
}

function renderAll(inlines: readonly Inline[], setText: SetText): string {
  return inlines.map((inline) => renderInline(inline, setText)).join("");
}

function renderInline(inline: Inline, setText: SetText): string {
  switch (inline.type) {
    case "text":
      return setText(inline.text);
    case "strong":
      return element("strong", {}, renderAll(inline.children, setText));
    case "emphasis":
      return element("em", { class: NUMBER.test(plainText(inline.children)) ? "large" : null }, renderAll(inline.children, setText));
    case "deleted":
      return element("del", {}, renderAll(inline.children, setText));
    case "code":
      return element("code", {}, setText(inline.text));
    case "link":
      return element("a", { href: inline.href }, renderAll(inline.children, setText));
    case "break":
      setText("\n");
      return "<br>";
    case "figure":
      return renderReference(inline, setText(inline.text));
    case "html":
      // Sanitised during parsing; its text passes through only to keep offsets right.
      setText(plainInline(inline));
      return inline.html;
  }
}

/** A bound figure: a press looks up the figure's row by these attributes. */
function renderReference(inline: Extract<Inline, { type: "figure" }>, content: string): string {
  const { indicator, field, period, area, text } = inline;
  const number = /[+\-−]?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(",", "").replace("−", "-");
  return element(
    "data",
    {
      class: classes("figure", field === "name" && "figure-name"),
      value: number ?? text,
      "data-indicator": indicator,
      "data-field": field,
      "data-period": periodKey(period),
      "data-area": area,
    },
    content,
  );
}
