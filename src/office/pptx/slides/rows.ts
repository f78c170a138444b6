/** Lists and cards: rows beside a title on a panel, tiles, and the opener of a task. */
import type { Block, BlockOf, ListItem, Step } from "../../../model/deck.ts";
import { planCards } from "../../../model/list-plan.ts";
import { plainText } from "../../../model/plain-text.ts";
import { textWidth } from "../../../model/text-width.ts";
import { blocksOf } from "../../../render/blocks.ts";
import { PANEL_TITLE } from "../../../render/head.ts";
import { solid } from "../../ink.ts";
import type { Box } from "../../units.ts";
import { outlineOf } from "../shapes.ts";
import { addKicker, addLead, addTitle, titleForm } from "../head.ts";
import { INDEX } from "../layout-specs.ts";
import { headlineLines } from "../lines.ts";
import { addArt, addShape, addStanding, addThemeShapes, breakerOf, fillPlace, headlineRuns, inlineRuns, laterOf, placeOf, type Sheet } from "../sheet.ts";
import { textRuns, type Bullet, type Paragraph } from "../text.ts";
import { addRule } from "./opening.ts";
import { addTiles } from "./tiles.ts";

/** Room for the rows of an opener, above its bridge. */
const OPENER = { width: 840, height: 632 } as const;
const PANEL_SIZES = [88, 72, 60, 50] as const;
/** Pitch of lines in em, as the page sets them. */
const PITCH = { item: 1.2, text: 1.34 } as const;

/** A row of the body: its own paragraphs, and the pixels that they take. */
interface Row {
  readonly step: number | null;
  readonly paragraphs: readonly Paragraph[];
  readonly height: number;
}

function headOnPanel(sheet: Sheet, lead: readonly Block[]): void {
  addStanding(sheet, 640);
  addKicker(sheet);
  const { height } = addTitle(sheet, { sizes: PANEL_TITLE, pixels: PANEL_SIZES });
  const top = 130 + height + 36;
  addLead(sheet, lead, { x: 112, y: top, width: 476, height: Math.max(60, 850 - top) });
}

/** Rows as paragraphs of one text, each in the middle of an equal share of the height, with hairlines between them. */
function addRows(sheet: Sheet, rows: readonly Row[], box: Box): void {
  const tall = sheet.layout === "panelDeep";
  if (tall) addShape(sheet, { name: sheet.scene.settings.lang === "en" ? "Rule" : "线", decorative: true, box: { x: 656, y: box.y + 24, width: 0, height: box.height - 48 }, preset: "line", line: outlineOf(3, solid("deep2")) });
  const used = rows.reduce((sum, { height }) => sum + height, 0);
  const spare = Math.max(0, box.height - used) / Math.max(1, rows.length);
  let y = box.y;
  for (const [index, { height }] of rows.entries()) {
    if (index > 0) addRule(sheet, box.x, y, box.width);
    y += height + spare;
  }
  const paragraphs = rows.flatMap(({ step, paragraphs: own }, index) => own.map((paragraph, place) => ({ ...paragraph, step: laterOf(step, paragraph.step ?? null), ...(place > 0 ? {} : { before: index === 0 ? 0 : spare }) })));
  const place = placeOf(sheet, INDEX.body).box;
  fillPlace(sheet, INDEX.body, paragraphs, { ...place, ...box, y: box.y + spare / 2, height: box.height - spare / 2 });
}

/** Words below an item: its text, and lists inside it. */
function innerParagraphs(sheet: Sheet, blocks: readonly Block[], size: number, width: number, margin: number): Row {
  const style = { size };
  const rows = blocks.flatMap((block): readonly { readonly runs: Paragraph["runs"]; readonly text: string; readonly step: Step }[] => {
    if (block.type === "paragraph") return [{ runs: inlineRuns(sheet, block.inlines, style), text: plainText(block.inlines), step: block.step }];
    if (block.type !== "list") return [];
    const items = block.items.map((item) => ({ runs: [...(item.ordinal === null ? [] : textRuns(`${item.ordinal} `, style)), ...inlineRuns(sheet, item.inlines, style)], text: `${item.ordinal ?? ""}${plainText(item.inlines)}`, step: item.step }));
    // Nested items stand side by side where they are short; what appears by itself is a paragraph.
    if (items.some(({ step }) => step !== null)) return items.map((item) => ({ ...item, step: laterOf(block.step, item.step) }));
    return [{ runs: items.flatMap(({ runs }, index) => [...(index === 0 ? [] : textRuns("　　", style)), ...runs]), text: items.map(({ text }) => text).join("　　"), step: block.step }];
  });
  return {
    step: null,
    paragraphs: rows.map(({ runs, step }) => ({ runs, step, level: 1, margin, bullet: null, before: 6, line: { pixels: size * PITCH.text } })),
    height: rows.reduce((sum, { text }) => sum + 6 + Math.max(1, Math.ceil((textWidth(text) * size * 1.03) / width)) * size * PITCH.text, 0),
  };
}

function bulletOf(item: ListItem, index: number, counted: boolean, size: number): { readonly bullet: Bullet; readonly written: string | null } {
  const indent = 0.94 * size;
  const number = item.ordinal === null ? index + 1 : Number(item.ordinal);
  if (item.ordinal !== null && !Number.isInteger(number)) return { bullet: { mark: { type: "character", text: item.ordinal.slice(0, 1) }, ink: "water", face: "serif", share: 0.7, indent }, written: item.ordinal.length > 1 ? item.ordinal : null };
  return counted || item.ordinal !== null
    ? { bullet: { mark: { type: "number", from: number }, ink: "water", face: "numeral", share: number > 9 ? 0.76 : 1, indent }, written: null }
    : { bullet: { mark: { type: "character", text: "–" }, ink: "accent", face: "sans", share: 1, indent }, written: null };
}

function listRow(sheet: Sheet, item: ListItem, index: number, list: BlockOf<"list">, counted: boolean, width: number): Row {
  const { item: size, text, beside } = list.form ?? { item: 64, text: 48, beside: false };
  const [first, ...rest] = item.inlines;
  const led = first?.type === "strong" && rest.length > 0;
  const { bullet, written } = bulletOf(item, index, counted, size);
  const room = width - bullet.indent;
  const title = first?.type === "strong" ? first.children : item.inlines;
  const quiet = !led && first?.type !== "strong" && size <= 64;
  const style = quiet ? { size, bold: false, face: "sans" as const, ink: "text" as const } : { size, bold: true, face: "serif" as const, ink: "text" as const };
  const own = beside && led ? [...textRuns(plainText(title), style), ...textRuns("\t", { size: text }), ...inlineRuns(sheet, trimmed(rest), { size: text, ink: "muted" })] : headlineRuns(sheet, title, size, room, style);
  const lines = beside && led ? 1 : headlineLines(plainText(title), room / size, breakerOf(sheet.scene)).length;
  const below: readonly Block[] = led && !beside ? [{ type: "paragraph", inlines: trimmed(rest), span: item.span, step: null }, ...item.blocks] : item.blocks;
  const inner = innerParagraphs(sheet, below, text, room, bullet.indent);
  const head: Paragraph = { runs: written === null ? own : [...textRuns(`${written} `, { ...style, ink: "water" }), ...own], bullet: written === null ? bullet : null, margin: 0, line: { pixels: size * PITCH.item }, ...(beside && led ? { tab: width - bullet.indent - besideWidth(list, text) } : {}) };
  return { step: item.step, paragraphs: [head, ...inner.paragraphs], height: lines * size * PITCH.item + inner.height };
}

/** Pixels for the words beside the items of a list: they begin below one another. */
function besideWidth({ items }: BlockOf<"list">, size: number): number {
  return Math.max(...items.map(({ inlines: [, ...rest] }) => textWidth(plainText(trimmed(rest))))) * size * 1.06 + 24;
}

/** The rest of an item after its bold words, without the blank between them. */
function trimmed(inlines: ListItem["inlines"]): ListItem["inlines"] {
  const [first, ...rest] = inlines;
  return first?.type === "text" ? [{ ...first, text: first.text.trimStart() }, ...rest] : inlines;
}

export function bulletsSlide(sheet: Sheet): void {
  const { slide, variant } = sheet.scene;
  const [list] = blocksOf(slide.blocks, "list");
  const lead = slide.blocks.filter((block) => block.type !== "list");
  if (list === undefined) return headOnPanel(sheet, lead);
  if (variant === "tiles") return addTiles(sheet, list, lead);
  headOnPanel(sheet, lead);
  const { box } = placeOf(sheet, INDEX.body);
  const counted = list.ordered || slide.part === null;
  addRows(sheet, list.items.map((item, index) => listRow(sheet, item, index, list, counted, box.width)), box);
}

function cardRow(sheet: Sheet, card: BlockOf<"card">, form: { readonly item: number; readonly text: number }, width: number): Row {
  const inner = innerParagraphs(sheet, card.blocks, form.text, width, 0);
  const titled = card.title.length > 0;
  const lines = titled ? headlineLines(plainText(card.title), width / form.item, breakerOf(sheet.scene)).length : 0;
  const head: readonly Paragraph[] = titled ? [{ runs: headlineRuns(sheet, card.title, form.item, width, { size: form.item, bold: true, face: "serif", ink: "text" }), line: { pixels: form.item * PITCH.item }, margin: 0 }] : [];
  return { step: card.step, paragraphs: [...head, ...inner.paragraphs], height: lines * form.item * PITCH.item + inner.height };
}

export function cardsSlide(sheet: Sheet): void {
  const { slide } = sheet.scene;
  const cards = blocksOf(slide.blocks, "card");
  const lead = slide.blocks.filter((block) => block.type !== "card");
  const opens = slide.number !== "";
  if (opens) openerHead(sheet, lead);
  else headOnPanel(sheet, lead);
  const form = planCards(cards, opens ? OPENER : undefined);
  const { box } = placeOf(sheet, INDEX.body);
  addRows(sheet, cards.map((card) => cardRow(sheet, card, form, box.width)), box);
}

/** The number as high as a third of the page, the task, and the bridge of all tasks at the foot. */
function openerHead(sheet: Sheet, lead: readonly Block[]): void {
  const { slide, theme } = sheet.scene;
  if (theme.motif !== "none") addArt(sheet, "art-opener", { x: 0, y: 0, width: 1920, height: 1080 });
  addThemeShapes(sheet, sheet.layout === "opener" ? "opener" : "opener-light");
  fillPlace(sheet, INDEX.second, [{ runs: textRuns(slide.number, {}) }]);
  addKicker(sheet);
  const top = slide.kicker === "" ? 402 : 404;
  const options = { sizes: PANEL_TITLE, pixels: [84, 72, 72, 56] };
  const { height } = titleForm(sheet, options, 800);
  addTitle(sheet, { ...options, box: { x: 112, y: top, width: 800, height: Math.max(110, height) } });
  addLead(sheet, lead, { x: 112, y: top + height + 18, width: 800, height: 120 });
}
