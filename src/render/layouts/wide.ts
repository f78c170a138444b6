/** Layouts with the head over the whole width: columns and table. */
import type { BlockOf } from "../../model/deck.ts";
import { waterlineArt } from "../art/ground.ts";
import { blocksOf, renderBlocks, renderCard } from "../blocks.ts";
import { renderHead, textWidth, WIDE_TITLE } from "../head.ts";
import { element } from "../html.ts";
import { plainText } from "../inlines.ts";
import type { LayoutParts, Scene } from "../scene.ts";

/** Widest card, in em, that stands on the waterline instead of below a rule, and title widths of its sizes. */
const SHORT = 26;
const SHORT_TITLE: readonly number[] = [4, 6];
const WATERLINE = 560;

/** Two to four cards side by side; a few words each stand on a waterline. */
export function renderColumns(scene: Scene): LayoutParts {
  const cards = blocksOf(scene.slide.blocks, "card");
  const lead = renderBlocks(scene.slide.blocks.filter((block) => block.type !== "card"), scene);
  const html = cards.map((card) => renderCard(card, scene)).join("");
  const columns = `cols-${Math.max(1, Math.min(4, cards.length))}`;
  if (!cards.every(isShort) || scene.theme.motif === "none") return wideParts(scene, lead, element("div", { class: `columns ${columns}` }, html));
  const width = Math.max(...cards.map((card) => textWidth(plainText(card.title))));
  const size = SHORT_TITLE.findIndex((limit) => width <= limit);
  const art = waterlineArt({ waterline: WATERLINE, depth: 0, clear: [], seed: 1 });
  const parts = wideParts(scene, lead, element("div", { class: `columns-short ${columns} titles-${["l", "m", "s"][size === -1 ? 2 : size]}` }, html));
  return { ...parts, html: art + parts.html };
}

/** A title and one line or two of a few words. */
function isShort(card: BlockOf<"card">): boolean {
  const [block, ...more] = card.blocks;
  return more.length === 0 && (block === undefined || (block.type === "paragraph" && textWidth(plainText(block.inlines)) <= SHORT));
}

/** One table of at most eight rows and six columns. */
export function renderTableSlide(scene: Scene): LayoutParts {
  const tables = blocksOf(scene.slide.blocks, "table");
  const rows = Math.max(1, ...tables.map((table) => table.rows.length));
  const lead = renderBlocks(scene.slide.blocks.filter((block) => block.type !== "table"), scene);
  const parts = wideParts(scene, lead, renderBlocks(tables, scene));
  return { ...parts, classes: [...parts.classes, rows > 5 ? "table-dense" : "table-open"] };
}

function wideParts(scene: Scene, lead: string, body: string): LayoutParts {
  const leadBox = lead === "" ? "" : element("div", { class: "lead" }, lead);
  return {
    classes: ["wide"], ground: "paper", footer: "full",
    html: element("div", { class: "stack" }, renderHead(scene, WIDE_TITLE) + leadBox + element("div", { class: "body" }, body)),
  };
}
