/** The words that a slide must have, taken from the model alone: what is drawn is compared with them. */
import { labelOf, mainOf } from "../../model/card-text.ts";
import type { Block, FigureCard, Slide } from "../../model/deck.ts";
import { plainText } from "../../model/plain-text.ts";
import { formatFigure } from "../../model/unit.ts";
import type { Words } from "../../model/words.ts";

/** Each passage on its own; their order on the slide is the layout's. */
export function expectedWords({ title, kicker, number, blocks }: Slide, words: Words): readonly string[] {
  return [plainText(title), kicker, number, ...blocks.flatMap((block) => blockWords(block, words))].filter((text) => lettersOf(text) !== "");
}

/** Letters and digits alone: marks may be set as gaps, and a minus sign as a true one. */
export function lettersOf(text: string): string {
  return text.normalize("NFC").replaceAll(/[^\p{L}\p{N}%％]/gu, "");
}

function blockWords(block: Block, words: Words): readonly string[] {
  switch (block.type) {
    case "paragraph":
      return [plainText(block.inlines)];
    case "list":
      return block.items.flatMap((item) => [...partsOf(item.inlines), ...item.blocks.flatMap((inner) => blockWords(inner, words))]);
    case "card":
      return [...plainText(block.title).split(/[、，]/u), ...block.blocks.flatMap((inner) => (inner.type === "paragraph" ? partsOf(inner.inlines) : blockWords(inner, words)))];
    case "quote":
      return block.blocks.flatMap((inner) => blockWords(inner, words));
    case "table":
      return [...block.head, ...block.rows.flat()].map(plainText);
    case "code":
      return [block.text];
    case "image":
      return [block.caption, block.credit];
    case "chart":
      // A chart proves its own figures, where they are made.
      return [];
    case "figures":
      return block.cards.flatMap((card) => cardWords(card, words));
    case "targets":
      return block.cards.flatMap(({ name, wording }) => [name, wording]);
    case "zones":
      return [block.note, ...block.zones.flatMap(({ where, name, phrases }) => [where, name, ...phrases])];
    case "projects":
      return [block.note, ...block.groups.flatMap(({ title, caption, projects }) => [title, caption, ...projects.map(({ name }) => name)])];
    case "photos":
      return block.entries.flatMap(({ name, status, due }) => [name, status, due ?? ""]);
    case "units":
      return [block.counted, ...(block.lit === null ? [] : [block.lit])].flatMap(({ name, text }) => [name, text]);
    case "review":
      return [words.period(block.from), words.period(block.to), ...block.rows.flatMap(({ name, unit, before, now, growth }) => [name, formatFigure(before, unit), formatFigure(now, unit), growth?.text ?? ""])];
    case "timeline":
      return block.entries.flatMap(({ when, title, text }) => [when, title, text]);
    case "html":
      return [block.html.replaceAll(/<[^>]*>/g, "")];
  }
}

/** Bold words may have a line of their own. */
function partsOf(inlines: Parameters<typeof plainText>[0]): readonly string[] {
  return inlines.map((inline) => plainText([inline]));
}

function cardWords(card: FigureCard, words: Words): readonly string[] {
  const main = mainOf(card, words);
  const growth = card.growth === null ? [] : [labelOf(card.growth, false, words), card.growth.phrase];
  return [card.name, main?.text ?? "", ...(card.growth === null && card.value !== null ? [card.basis ?? ""] : growth), card.rank === null ? "" : words.place(card.rank)];
}
