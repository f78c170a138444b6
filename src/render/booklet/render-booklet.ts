/** The booklet's text as HTML: title, headings, paragraphs, enumerations. Its style sheet decides how they are set. */
import type { Block, BlockOf, Deck, Inline, Settings } from "../../model/deck.ts";
import { wordsOf, type Words } from "../../model/words.ts";
import { classes, element } from "../html.ts";
import { renderInlines, renderText, type TextSetting } from "../inlines.ts";
import { createLineBreaker, createStretchFinder, type Stretch } from "../line-break.ts";
import { blockText } from "../slide-text.ts";
import { outlineBooklet, type BookletHeading, type Passage } from "./outline.ts";
import type { TextPart } from "./own-text.ts";
import { takeTitleLines, type TitleLines } from "./title-lines.ts";

/**
 * Longest protected word, in characters, that stays whole. A longer word may break, and so may
 * one beside a quotation mark or bracket: kept whole, they would tear open a line of 28 characters.
 */
const LONGEST_WHOLE = 3;
const OPENS = /[“‘《（]$/u;
const CLOSES = /^[”’》）]/u;

/** What all paragraphs share. */
interface Setting {
  readonly text: TextSetting;
  readonly words: Words;
  /** Ids that links may lead to. */
  readonly targets: ReadonlySet<string>;
}

/** Latin words stay whole anyway. */
const LATIN: TextSetting = { type: "flow", findStretches: () => [] };

/** The content of the document's body. */
export function renderBooklet(deck: Deck): string {
  const { settings } = deck;
  const { title, passages } = takeTitleLines(outlineBooklet(deck), settings);
  const setting: Setting = {
    text: settings.lang === "en" ? LATIN : { type: "grid", findStretches: findShort([...settings.protect, settings.organisation]) },
    words: wordsOf(settings.lang),
    targets: new Set(passages.map(({ id }) => id)),
  };
  return element("main", {}, renderTitle(settings, title) + passages.map((passage) => renderPassage(passage, setting)).join(""));
}

/** Numbers with their units, and short words. */
function findShort(words: readonly string[]): (text: string) => readonly Stretch[] {
  const find = createStretchFinder(words.filter((word) => word.length <= LONGEST_WHOLE));
  return (text) => find(text).filter(({ from, to }) => !OPENS.test(text.slice(0, from)) && !CLOSES.test(text.slice(to)));
}

/** GB/T 9704-2012, 7.3.1: the lines of a title end where words end. Below it stands what the text has there, else what is known. */
function renderTitle(settings: Settings, own: TitleLines | null): string {
  const { title, organisation, protect, lang } = settings;
  const setting: TextSetting = lang === "en" ? LATIN : { type: "phrases", findBreaks: createLineBreaker([...protect, organisation]), line: null };
  const lines = own === null ? [settings.meeting ?? "", reporterOf(settings)] : own.lines;
  const below = lines.map((text, index) => (text === "" ? "" : element("p", { class: index === lines.length - 1 ? "reporter" : "meeting" }, renderText(text, setting))));
  return element("header", {}, element("h1", {}, renderText(own?.title ?? title, setting)) + below.join(""));
}

function reporterOf({ title, organisation, speaker, lang }: Settings): string {
  return [title.startsWith(organisation) ? null : organisation, speaker].filter((name) => name !== null).join(lang === "en" ? ", " : "　");
}

function renderPassage(passage: Passage, setting: Setting): string {
  const { id, heading, parts, listLevel, apart } = passage;
  const attributes = { id, class: classes("passage", apart && "apart"), "data-slide": id };
  const [first, ...rest] = parts;
  if (heading?.runIn === true && first?.heading === null && first.block.type === "paragraph") {
    return element("div", attributes, renderRunIn(heading, first.block, setting) + renderParts(rest, listLevel, setting));
  }
  return element("div", attributes, (heading === null ? "" : renderHeading(heading, setting)) + renderParts(parts, listLevel, setting));
}

function renderParts(parts: readonly TextPart[], listLevel: 3 | 4, setting: Setting): string {
  return parts
    .map(({ heading, block }) => {
      if (heading === null) return renderBlock(block, listLevel, setting);
      const { level, words } = heading;
      return block === null ? renderHeading({ level, words, runIn: false }, setting) : renderRunIn({ level, words, runIn: true }, block, setting);
    })
    .join("");
}

/** A heading that its text follows in the same paragraph. */
function renderRunIn(heading: BookletHeading, { inlines }: BlockOf<"paragraph">, setting: Setting): string {
  return element("div", { class: "paragraph" }, renderHeading(heading, setting) + element("span", { role: "paragraph" }, render(inlines, setting)));
}

/** The words are in a span, so that their font sits on the same baseline as the text. */
function renderHeading({ level, words, runIn }: BookletHeading, setting: Setting): string {
  return element(`h${level + 1}`, { class: runIn ? "run-in" : null }, element("span", { class: "face" }, render(words, setting)));
}

function renderBlocks(blocks: readonly Block[], listLevel: 3 | 4, setting: Setting): string {
  return blocks.map((block) => renderBlock(block, listLevel, setting)).join("");
}

function renderBlock(block: Block, listLevel: 3 | 4, setting: Setting): string {
  switch (block.type) {
    case "paragraph":
      return element("p", {}, render(block.inlines, setting));
    case "list":
      return renderList(block, listLevel, setting);
    case "quote":
      return element("blockquote", {}, renderBlocks(block.blocks, listLevel, setting));
    case "card":
    case "table":
    case "code":
    case "image":
    case "chart":
    case "figures":
    case "targets":
    case "zones":
    case "projects":
    case "photos":
    case "units":
    case "review":
    case "timeline":
    case "html":
      // The parser keeps these out of notes; if one still comes, its words are not lost.
      return element("p", {}, renderText(blockText(block), setting.text));
  }
}

/** Each item is a paragraph with its ordinal or a dash. */
function renderList(list: BlockOf<"list">, level: 3 | 4, setting: Setting): string {
  const items = list.items.map((item) => {
    const mark = item.ordinal === null ? setting.words.bookletDash : setting.words.bookletItem(level, item.ordinal);
    return element("li", {}, element("p", {}, element("span", { class: "mark" }, mark) + render(item.inlines, setting)) + renderBlocks(item.blocks, 4, setting));
  });
  return element(list.ordered ? "ol" : "ul", {}, items.join(""));
}

function render(inlines: readonly Inline[], setting: Setting): string {
  return renderInlines(inlines.flatMap((inline) => keepLink(inline, setting.targets)), setting.text);
}

/** A link to a slide that is not in the booklet becomes plain words. */
function keepLink(inline: Inline, targets: ReadonlySet<string>): readonly Inline[] {
  switch (inline.type) {
    case "link":
      return inline.href.startsWith("#") && !targets.has(inline.href.slice(1)) ? inline.children : [inline];
    case "strong":
    case "emphasis":
    case "deleted":
      return [{ ...inline, children: inline.children.flatMap((child) => keepLink(child, targets)) }];
    case "text":
    case "code":
    case "break":
    case "figure":
    case "html":
      return [inline];
  }
}
