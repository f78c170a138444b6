/** All wording of a slide, by passage, with bound figures marked so that a new figure is not new wording. */
import type { Block, BlockOf, Inline, Slide } from "../model/deck.ts";
import { shownInBlock } from "../model/shown.ts";
import { periodKey } from "../model/period.ts";
import type { Words } from "../model/words.ts";

export interface EditionText {
  /** As read. */
  readonly text: string;
  /** The same with references in place of what they show; null without references. */
  readonly form: string | null;
}

export interface SlideTexts {
  /** On one line; empty where the slide has none. */
  readonly title: string;
  readonly shown: readonly EditionText[];
  readonly notes: readonly EditionText[];
}

export function slideTexts(slide: Slide, words: Words): SlideTexts {
  const title = textOf(slide.title);
  const head = [plain(slide.number), plain(slide.kicker), title];
  return {
    title: title.text.replaceAll(/(?<!\s)\s*\n\s*/g, ""),
    shown: [...head, ...slide.blocks.flatMap((block) => blockTexts(block, words))].filter(({ text }) => text !== ""),
    notes: slide.notes.flatMap((block) => blockTexts(block, words)).filter(({ text }) => text !== ""),
  };
}

function plain(text: string): EditionText {
  return { text, form: null };
}

function textOf(inlines: readonly Inline[]): EditionText {
  const text = inlines.map((inline) => inlineText(inline, false)).join("");
  const form = inlines.map((inline) => inlineText(inline, true)).join("");
  return { text, form: form === text ? null : form };
}

/** `marked` writes references instead of figures. */
function inlineText(inline: Inline, marked: boolean): string {
  switch (inline.type) {
    case "text":
    case "code":
      return inline.text;
    case "figure":
      return marked ? `{{${inline.indicator}.${inline.field}@${periodKey(inline.period)}${inline.area === null ? "" : `/${inline.area}`}}}` : inline.text;
    case "strong":
    case "emphasis":
    case "deleted":
    case "link":
      return inline.children.map((child) => inlineText(child, marked)).join("");
    case "break":
      return "\n";
    case "html":
      return inline.html.replaceAll(/<[^>]*>/g, "");
  }
}

function blockTexts(block: Block, words: Words): readonly EditionText[] {
  switch (block.type) {
    case "paragraph":
      return [textOf(block.inlines)];
    case "list":
      return block.items.flatMap((item) => [textOf(item.inlines), ...item.blocks.flatMap((inner) => blockTexts(inner, words))]);
    case "card":
      return [textOf(block.title), ...block.blocks.flatMap((inner) => blockTexts(inner, words))];
    case "quote":
      return block.blocks.flatMap((inner) => blockTexts(inner, words));
    case "table":
      return [...block.head, ...block.rows.flat()].map(textOf);
    case "code":
      return [plain(block.text)];
    case "image":
      return [block.alt, block.caption, block.credit].filter((text) => text !== "").map(plain);
    case "chart":
      return chartTexts(block, words);
    // Cards and boards say only figures, targets and projects, which are compared themselves.
    case "figures":
    case "targets":
    case "review":
    case "photos":
    case "units":
      return [];
    case "zones":
      return [block.note, ...block.zones.flatMap(({ name, where, phrases }) => [where, name, ...phrases])].map(plain);
    case "projects":
      return [block.note, ...block.groups.flatMap(({ status, title, caption }) => (title === status ? [caption] : [title, caption]))].map(plain);
    case "timeline":
      return block.entries.flatMap(({ when, title, text }) => [when, title, text]).map(plain);
    case "html":
      return [plain(block.html.replaceAll(/<[^>]*>/g, ""))];
  }
}

/** Titles and statements contain the chart's own figures as plain text. */
function chartTexts(block: BlockOf<"chart">, words: Words): readonly EditionText[] {
  const { chart } = block;
  const figures = shownInBlock(block).flatMap(({ text, indicator, field, period }) => (indicator === null || period === null ? [] : [{ text, key: `${indicator}.${field}@${periodKey(period)}` }]));
  const longest = figures.toSorted((a, b) => b.text.length - a.text.length);
  const mark = (text: string): string => longest.reduce((marked, figure) => marked.replaceAll(figure.text, `{{${figure.key}}}`), text);
  return [
    ...[chart.title, chart.source ?? ""].map((text) => withForm(text, mark(text))),
    withForm(chart.statement, clausesOf(mark(chart.statement), "period" in chart ? words.period(chart.period) : "")),
    ...(chart.type === "growth" && chart.reference !== null ? [{ text: words.referenceLine(chart.reference.raw), form: null }] : []),
  ];
}

function withForm(text: string, form: string): EditionText {
  return { text, form: form === text ? null : form };
}

/** Clauses in sorted order: a statement lists the highest figure first, and a new figure alone may change which that is. */
function clausesOf(statement: string, period: string): string {
  const bare = period === "" ? statement : statement.replaceAll(period, "");
  return bare.split(/[，；。,;.:]\s*/u).filter((clause) => clause !== "").toSorted().join("\n");
}
