/** Layouts with the head on the left and rows on the right: bullets and cards, on a dark panel or on a dark page; tiles; openers of tasks. */
import type { Block, BlockOf, ListForm, Slide } from "../../model/deck.ts";
import { planCards } from "../../model/list-plan.ts";
import { plainText } from "../../model/plain-text.ts";
import { textWidth } from "../../model/text-width.ts";
import { openerArt } from "../art/opener.ts";
import { panelArt, PANEL_SKY } from "../art/panel.ts";
import { blocksOf, renderBlocks, renderCard, renderList } from "../blocks.ts";
import { chooseSize, HALL_TITLE, PANEL_TITLE, renderHead } from "../head.ts";
import { classes, element } from "../html.ts";
import type { LayoutParts, Scene } from "../scene.ts";
import { blockText } from "../slide-text.ts";

/** Room for the rows of an opener, above its bridge, in pixels as in split.css. */
const OPENER = { width: 840, height: 632 } as const;
/** Themes draw with the number of a task and of all of them up to this. */
const MOST_NAMED = 9;
/** Sizes of words on tiles in pixels, and the width that a tile has for them, by the number of columns; a tile as wide as the page has its number before them. */
const TILE = { sizes: [160, 140, 120, 104, 92, 80, 72], widths: { 1: 1340, 2: 700, 3: 432 }, most: { 1: 160, 2: 140, 3: 140 } } as const;

/** The title beside rows: on a panel of its own, or all of it on the dark ground. */
function besidePanel(scene: Scene, lead: readonly Block[], body: string): LayoutParts {
  const deep = scene.variant === "deep";
  const leadBox = renderLead(lead, scene);
  const motif = headHeight(scene.slide, lead) <= PANEL_SKY ? scene.motif : null;
  const art = scene.theme.motif === "none" ? "" : panelArt(640, deep ? 37 : 33, motif);
  const side = element("div", { class: classes("side", "panel") }, art + renderHead(scene, PANEL_TITLE) + leadBox);
  return { classes: ["split", deep && "split-deep"], ground: deep ? "deep" : "paper", footer: "panel", html: side + element("div", { class: "body" }, body) };
}

function renderLead(lead: readonly Block[], scene: Scene): string {
  return lead.length === 0 ? "" : element("div", { class: "lead" }, renderBlocks(lead, scene));
}

/** Title and lead on a panel, in pixels as in ground.css: sizes of the title, heights of its lines, the width they have. */
const PANEL = { top: 76, kicker: 58, width: 476, titles: [107, 91, 77, 65], lead: { gap: 36, size: 44, line: 62 } } as const;

/** How far down head and lead reach, with a line to spare: lines end between phrases. */
function headHeight({ title, kicker }: Slide, lead: readonly Block[]): number {
  const text = plainText(title);
  const size = chooseSize(text, PANEL_TITLE);
  const lines = text === "" ? 0 : text.split("\n").reduce((sum, line) => sum + Math.ceil(textWidth(line) / size.line), 0) + 1;
  const pitch = PANEL.titles[Number(size.className.slice(-1)) - 1] ?? 0;
  const words = lead.map((block) => Math.ceil((textWidth(blockText(block)) * PANEL.lead.size * 1.1) / PANEL.width) * PANEL.lead.line);
  return PANEL.top + (kicker === "" ? 0 : PANEL.kicker) + lines * pitch + words.reduce((sum, height) => sum + height, lead.length === 0 ? 0 : PANEL.lead.gap);
}

/** One list; a paragraph before it is the lead. */
export function renderBullets(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const lists = blocksOf(blocks, "list");
  const lead = blocks.filter((block) => block.type !== "list");
  const [list] = lists;
  if (scene.variant === "tiles" && list !== undefined) return renderTiles(list, lead, scene);
  // A list that goes on cannot count on each slide anew: its items have a mark instead.
  const counted = scene.slide.part === null;
  const rows = lists.map((one) => renderList(one, scene, { class: rowsClass(one.form, one.ordered || counted) }, counted));
  return besidePanel(scene, lead, rows.join(""));
}

function rowsClass(form: ListForm | null, counted: boolean): string {
  return classes("rows", form !== null && `item-${form.item} text-${form.text}`, form?.beside === true && "rows-beside", counted ? "rows-counted" : "rows-marked") ?? "";
}

/** Columns of tiles, and pixels of their words. */
export function planTiles({ items }: BlockOf<"list">): { readonly columns: 1 | 2 | 3; readonly size: number } {
  // Three side by side would be high doors with small names: one above the other, their names are twice as large.
  const columns = items.length === 3 ? 1 : items.length === 6 ? 3 : 2;
  const widest = Math.max(...items.map(({ inlines }) => textWidth(plainText(inlines))));
  return { columns, size: TILE.sizes.find((one) => one <= TILE.most[columns] && one * widest * 1.03 <= TILE.widths[columns]) ?? TILE.sizes.at(-1)! };
}

/** Few short items: each on a tile, as large as it holds. */
function renderTiles(list: BlockOf<"list">, lead: readonly Block[], scene: Scene): LayoutParts {
  const { columns, size } = planTiles(list);
  const leadBox = renderLead(lead, scene);
  const tiles = renderList(list, scene, { class: `tiles cols-${columns} tile-${size}` }, true);
  return { classes: ["hall"], ground: "paper", footer: "plain", html: element("div", { class: "stack" }, renderHead(scene, HALL_TITLE) + leadBox + element("div", { class: "body" }, tiles)) };
}

/** Cards as rows; with a number, the opener of a task. */
export function renderCards(scene: Scene): LayoutParts {
  const { blocks, number } = scene.slide;
  const cards = blocksOf(blocks, "card");
  const form = planCards(cards, number === "" ? undefined : OPENER);
  const rows = element("div", { class: `rows item-${form.item} text-${form.text}` }, cards.map((card) => renderCard(card, scene)).join(""));
  const others: readonly Block[] = blocks.filter((block) => block.type !== "card");
  return number === "" ? besidePanel(scene, others, rows) : renderOpener(scene, others, rows);
}

/** A full dark page: the number, the task, its parts, and the bridge of the section with this opening lit. */
function renderOpener(scene: Scene, lead: readonly Block[], rows: string): LayoutParts {
  const leadBox = renderLead(lead, scene);
  const art = scene.theme.motif === "none" || scene.opener === null ? "" : openerArt(scene.opener.number, scene.opener.of);
  const deep = scene.variant !== "plain";
  const side = element("div", { class: "side" }, renderHead(scene, PANEL_TITLE) + leadBox);
  const place = scene.opener === null ? [] : [`task-${Math.min(MOST_NAMED, scene.opener.number)}`, `of-${Math.min(MOST_NAMED, scene.opener.of)}`];
  return { classes: ["opener", ...(scene.theme.motif === "none" ? place : [])], ground: deep ? "deep" : "paper", footer: "plain", html: art + side + element("div", { class: "body" }, rows) };
}
