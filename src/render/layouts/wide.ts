/** Layouts whose head spans the whole width: columns and table. */
import type { BlockOf } from "../../model/deck.ts";
import { textWidth } from "../../model/text-width.ts";
import { plainText } from "../../model/plain-text.ts";
import { waterlineArt } from "../art/ground.ts";
import { blocksOf, renderBlocks, renderCard } from "../blocks.ts";
import { renderHead, WIDE_TITLE } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, PhotoFrame, Scene } from "../scene.ts";

/** Widest text, in em, of a card on the waterline: for one paragraph, and for list lines in 1–4 columns. */
const SHORT = 26;
const LINES: readonly number[] = [30, 15, 10, 8];
/** Widest title, in em, for the sizes l, m and s in one to four columns; a wider title is xs. */
const TITLES: readonly (readonly number[])[] = [[6, 8, 10], [6, 8, 10], [4.5, 6.2, 7.6], [3.4, 4.2, 6.2]];
const WATERLINE = 560;
/** Ripples reach this far below the line; the words stand below them. */
const DEPTH = 92;

/** Two to four cards side by side; cards of only a few words stand on a waterline. */
export function renderColumns(scene: Scene): LayoutParts {
  const cards = blocksOf(scene.slide.blocks, "card");
  const lead = renderBlocks(scene.slide.blocks.filter((block) => block.type !== "card"), scene);
  const count = Math.max(1, Math.min(4, cards.length));
  const html = cards.map((card) => renderCard(card, { ...scene, frame: photoFrame(count) })).join("");
  if (scene.theme.motif === "none" || !cards.every((card) => isShort(card, count))) {
    return wideParts(scene, lead, element("div", { class: `columns cols-${count}` }, html));
  }
  const art = waterlineArt({ waterline: WATERLINE, depth: DEPTH, clear: [], seed: 90 + count });
  const parts = wideParts(scene, lead, element("div", { class: `columns-short cols-${count} titles-${titleSize(cards, count)}` }, html));
  return { ...parts, html: art + parts.html };
}

/** Frame of a photo on a card, as in columns.css: cards share the line of 1696 px with gaps of 32 px. */
function photoFrame(count: number): PhotoFrame {
  return { width: (1696 - (count - 1) * 32) / count, height: 360 };
}

/** A title and one or two lines of a few words, or a list of at most three lines. */
function isShort(card: BlockOf<"card">, count: number): boolean {
  const [block, ...more] = card.blocks;
  if (block === undefined) return true;
  if (more.length > 0) return false;
  if (block.type === "paragraph") return textWidth(plainText(block.inlines)) <= SHORT;
  return block.type === "list" && block.items.length <= 3 && block.items.every((entry) => entry.blocks.length === 0 && textWidth(plainText(entry.inlines)) <= LINES[count - 1]!);
}

function titleSize(cards: readonly BlockOf<"card">[], count: number): string {
  const width = Math.max(...cards.map((card) => textWidth(plainText(card.title))));
  const size = TITLES[count - 1]!.findIndex((limit) => width <= limit);
  return ["l", "m", "s"][size] ?? "xs";
}

/** One table in the type that its plan gives it. */
export function renderTableSlide(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const tables = blocksOf(blocks, "table");
  const lead = renderBlocks(blocks.filter((block) => block.type !== "table"), scene);
  return wideParts(scene, lead, renderBlocks(tables, scene));
}

/** Then and now, row by row. */
export function renderReviewSlide(scene: Scene): LayoutParts {
  return aroundBlock("review", scene);
}

/** Projects with photos. */
export function renderPhotosSlide(scene: Scene): LayoutParts {
  return aroundBlock("photos", scene);
}

/** Blocks of one type below the head, and any other as the lead. */
function aroundBlock(type: "review" | "photos", scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  return wideParts(scene, renderBlocks(blocks.filter((block) => block.type !== type), scene), renderBlocks(blocksOf(blocks, type), scene));
}

export function wideParts(scene: Scene, lead: string, body: string): LayoutParts {
  const leadBox = lead === "" ? "" : element("div", { class: "lead" }, lead);
  return {
    classes: ["wide"], ground: "paper", footer: "full",
    html: element("div", { class: "stack" }, renderHead(scene, WIDE_TITLE) + leadBox + element("div", { class: "body" }, body)),
  };
}
