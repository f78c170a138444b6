/** Layouts with the head on the left and ruled rows on the right: bullets, cards. */
import type { BlockOf } from "../../model/deck.ts";
import { textWidth } from "../../model/text-width.ts";
import { plainText } from "../../model/plain-text.ts";
import { blocksOf, renderBlocks, renderCard, renderList } from "../blocks.ts";
import { renderHead, SIDE_TITLE, type HeadlineSize } from "../head.ts";
import { classes, element } from "../html.ts";
import type { LayoutParts, Scene } from "../scene.ts";

/** Widest item, in em, that is set as a title, and widest item that gets the largest size. */
const SHORT = 14;
const SHORTEST = 11.4;
/** Widest title and text, in em, for up to four larger rows; each still fits on one line. */
const ROOMY = { title: 14, text: 20 };
/** Widest title and text, in em, for five to seven rows with the text beside the title. */
const BESIDE = { title: 7.5, text: 11 };

function splitParts(scene: Scene, lead: string, body: string, sizes: readonly HeadlineSize[] = SIDE_TITLE): LayoutParts {
  const leadBox = lead === "" ? "" : element("div", { class: "lead" }, lead);
  const side = element("div", { class: "side" }, renderHead(scene, sizes) + leadBox);
  return { classes: ["split"], ground: "paper", footer: "full", html: side + element("div", { class: "body" }, body) };
}

/** One list as ruled rows; a paragraph before it is the lead. */
export function renderBullets(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const lists = blocksOf(blocks, "list");
  const rows = lists.map((list) => renderList(list, scene, { class: [rowsClass(scene.slide.part?.fullest ?? list.items.length), ...listForm(list)].join(" ") }));
  return splitParts(scene, renderBlocks(blocks.filter((block) => block.type !== "list"), scene), rows.join(""));
}

/** Cards as ruled rows; a numeral may stand above the title. */
export function renderCards(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const cards = blocksOf(blocks, "card");
  const rows = cards.map((card) => renderCard(card, scene)).join("");
  const form = classes(rowsClass(cards.length), cards.every(isRoomy) && "rows-roomy");
  return splitParts(scene, renderBlocks(blocks.filter((block) => block.type !== "card"), scene), element("div", { class: form }, rows));
}

/** Classes for a list with few words per item: items are set as titles, or as a title and its text on one line. */
function listForm(list: BlockOf<"list">): readonly string[] {
  const widths = list.items.map((entry) => textWidth(plainText(entry.inlines)));
  if (list.items.some((entry) => entry.blocks.length > 0)) return [];
  const led = list.items.map(({ inlines: [first, ...rest] }) =>
    first?.type === "strong" ? { title: textWidth(plainText(first.children)), text: textWidth(plainText(rest).trim()) } : null);
  if (led.every((row) => row !== null && row.text > 0)) {
    if (list.items.length > 4) return led.every((row) => fits(row, BESIDE)) ? ["rows-beside"] : [];
    return led.every((row) => fits(row, ROOMY)) ? ["rows-roomy"] : [];
  }
  if (widths.some((width) => width > SHORT)) return [];
  return widths.every((width) => width <= SHORTEST) ? ["rows-short"] : ["rows-short", "rows-wide"];
}

interface Widths {
  readonly title: number;
  readonly text: number;
}

function fits(row: Widths | null, limit: Widths): boolean {
  return row !== null && row.title <= limit.title && row.text <= limit.text;
}

/** A card with a title and at most one line, so that its row has room for larger type. */
function isRoomy(card: BlockOf<"card">): boolean {
  const [block, ...more] = card.blocks;
  const text = block === undefined ? 0 : block.type === "paragraph" ? textWidth(plainText(block.inlines)) : Infinity;
  return more.length === 0 && fits({ title: textWidth(plainText(card.title)), text }, ROOMY);
}

function rowsClass(count: number): string {
  return `rows rows-${Math.max(1, Math.min(7, count))}`;
}
