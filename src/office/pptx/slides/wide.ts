/** Slides whose head spans the whole width: columns, tables, then and now. */
import { planLong, planShort, type ColumnForm, type ColumnSizes } from "../../../model/column-plan.ts";
import type { Block, BlockOf, Inline, ReviewRow } from "../../../model/deck.ts";
import { splitFigure } from "../../../model/figure-parts.ts";
import { isFigureText } from "../../../model/figure-text.ts";
import { plainText } from "../../../model/plain-text.ts";
import { plotWordsOf } from "../../../model/plot-words.ts";
import type { Published } from "../../../model/published.ts";
import { columnGap, columnPixels } from "../../../model/table-plan.ts";
import { textWidth } from "../../../model/text-width.ts";
import { formatFigure } from "../../../model/unit.ts";
import { blocksOf } from "../../../render/blocks.ts";
import { WIDE_TITLE } from "../../../render/head.ts";
import { solid } from "../../ink.ts";
import type { Box } from "../../units.ts";
import { addKicker, addLead, addTitle, titleForm } from "../head.ts";
import { headlineLines } from "../lines.ts";
import { addArt, addPicture, addShape, addText, appear, breakerOf, headlineRuns, inlineRuns, laterOf, plainHeadline, type Sheet } from "../sheet.ts";
import { table, type Cell, type TableOptions } from "../table.ts";
import { textRuns, type Paragraph, type Run, type TextStyle } from "../text.ts";
import { bareCard } from "./bare.ts";
import { addRule } from "./opening.ts";
import { addNote } from "./photo-note.ts";

const WIDE_SIZES = [72, 60, 50] as const;
/** The round window beside two cards, on their waterline. */
const WINDOW = { x: 1288, y: 268, width: 520, height: 520 } as const;
const WHOLE = { x: 0, y: 0, width: 1920, height: 1080 } as const;

/** The head of a wide slide; returns where its body begins. */
export function addWideHead(sheet: Sheet, lead: readonly Block[], gap = 72): number {
  const options = { sizes: WIDE_TITLE, pixels: WIDE_SIZES };
  addKicker(sheet);
  const { height } = titleForm(sheet, options, 1696);
  addTitle(sheet, { ...options, box: { x: 112, y: 128, width: 1696, height: Math.max(90, height) } });
  const below = 132 + height * 1.05;
  if (lead.length === 0) return below + gap;
  const text = lead.flatMap((block) => (block.type === "paragraph" ? [plainText(block.inlines)] : []));
  const lines = text.reduce((sum, line) => sum + Math.ceil((line.length * 38) / 1696), 0);
  addLead(sheet, lead, { x: 112, y: below + 20, width: 1696, height: lines * 57 });
  return below + 24 + lines * 57 + Math.min(gap, 48);
}

/** Columns of cards of a few words on a waterline, or of longer ones. */
export function columnsSlide(sheet: Sheet): void {
  const { slide, theme } = sheet.scene;
  const cards = blocksOf(slide.blocks, "card");
  const rest = slide.blocks.filter((block) => block.type !== "card");
  const count = Math.max(1, Math.min(4, cards.length));
  const short = planShort(cards, count, { drawing: theme.motif !== "none" && sheet.scene.motif !== null, lead: rest.some(({ type }) => type === "paragraph") });
  if (short !== null && theme.motif !== "none") addArt(sheet, "art-ground", WHOLE);
  const beside = short?.kind === "beside";
  if (beside) addArt(sheet, "art-window", WINDOW);
  const top = addWideHead(sheet, rest, short?.kind === "rows" ? 40 : 72);
  if (short?.kind === "rows") return cardRows(sheet, cards, short, top);
  const form = short ?? planLong(cards, count);
  const width = ((beside ? 1112 : 1696) - 32 * (count - 1)) / count;
  const stand = short?.kind === "low" ? 640 : 580;
  // Photos beside one another begin at one height.
  const heads = Math.max(...cards.map(({ title }) => headlineLines(plainText(title), width / form.head, breakerOf(sheet.scene)).length), 0) * form.head * 1.18;
  for (const [index, card] of cards.entries()) {
    const x = 112 + (index % count) * (width + 32);
    const name = plainText(card.title);
    const head = cardHead(sheet, card, form.head, width);
    if (short !== null && theme.motif === "none") {
      const y = rest.length === 0 ? 250 : top - 46;
      bareCard(sheet, card, form.head, cardText(sheet, card.blocks, Math.max(44, 0.92 * form.text), width - 48, "muted", "text"), { x, y, width, height: 958 - y });
      continue;
    }
    if (short !== null) {
      addText(sheet, name, { x, y: stand - 300, width, height: 296 }, { anchor: "b", paragraphs: [head] }, card.step);
      const below = cardText(sheet, card.blocks, form.text, width, "muted");
      if (below.length > 0) addText(sheet, name, { x, y: stand + 96, width: width + 24, height: 300 }, { paragraphs: below }, card.step);
      continue;
    }
    addRule(sheet, x, top, width, "text", 4);
    longCard(sheet, card, form, { x, y: top + 28, width, height: 940 - top }, heads);
  }
}

function cardHead(sheet: Sheet, { title }: BlockOf<"card">, size: number, width: number): Paragraph {
  return { runs: headlineRuns(sheet, title, size, width, { size, ink: "text", bold: true, face: "serif" }), line: { pixels: size * 1.18 } };
}

/** A card of longer words in its column; a photo stands between its head and them. */
function longCard(sheet: Sheet, card: BlockOf<"card">, form: ColumnSizes, box: Box, heads: number): void {
  const { x, y, width, height } = box;
  const name = plainText(card.title);
  const image = blocksOf(card.blocks, "image")[0];
  const head = [cardHead(sheet, card, form.head, width)].filter(({ runs }) => runs.length > 0);
  const text = cardText(sheet, card.blocks, form.text, width, "text");
  const photo: Box = { x, y: y + heads + 12, width, height: 360 };
  if (image === undefined || !addPicture(sheet, image, photo, card.step)) return void addText(sheet, name, box, { paragraphs: [...head, ...text] }, card.step);
  addNote(sheet, image, { ...photo, y: photo.y + photo.height - 56, height: 56 }, card.step);
  if (head.length > 0) addText(sheet, name, { x, y, width, height: heads }, { paragraphs: head }, card.step);
  if (text.length > 0) addText(sheet, name, { x, y: photo.y + photo.height + 12, width, height: height - heads - 384 }, { paragraphs: text }, card.step);
}

/** Pixels between rows, and inside the block of a head. */
const [ROW_GAP, ROW_SIDE] = [24, 52] as const;

/** Cards with long heads: each in a row of its own on a block of the dark ground, its words behind it. */
function cardRows(sheet: Sheet, cards: readonly BlockOf<"card">[], { head: size, text }: ColumnForm, top: number): void {
  const height = (968 - top - ROW_GAP * (cards.length - 1)) / cards.length;
  // As planned, with a little room for a face that is wider.
  const width = Math.min(1696, Math.max(...cards.map(({ title }) => textWidth(plainText(title)))) * size * 1.04 + 2 * ROW_SIDE);
  for (const [index, card] of cards.entries()) {
    const name = plainText(card.title);
    const y = top + index * (height + ROW_GAP);
    const fill = sheet.ground === "deep" ? "dusk" : index % 2 === 0 ? "deep" : "water";
    const rest = 1696 - width - 56;
    const below = cardText(sheet, card.blocks, text, rest, "text");
    addRule(sheet, 112, y + height, 1696);
    addShape(sheet, { name, box: { x: 112, y, width, height }, fill: solid(fill), text: { anchor: "ctr", insets: [ROW_SIDE, 0, 0, 0], paragraphs: [{ runs: inlineRuns(sheet, card.title, { size, ink: "on-deep", bold: true, face: "serif" }), line: { pixels: size * 1.18 } }] } }, card.step);
    if (below.length > 0) addText(sheet, name, { x: 112 + width + 56, y, width: rest, height }, { anchor: "ctr", paragraphs: below }, card.step);
  }
}

/** The words of a card; quiet ones break between phrases and have no marks. */
function cardText(sheet: Sheet, blocks: readonly Block[], size: number, width: number, ink: "text" | "muted", own: "text" | "muted" = ink): readonly Paragraph[] {
  const style: TextStyle = { size, ink: own, face: "sans" };
  const mark = { mark: { type: "character", text: "–" }, ink: "accent", face: "sans", share: 1, indent: 36 } as const;
  return blocks.flatMap((block): readonly Paragraph[] => {
    const line = { pixels: size * 1.4 };
    if (block.type === "paragraph") return [{ runs: ink === "muted" ? headlineRuns(sheet, block.inlines, size, width, style) : inlineRuns(sheet, block.inlines, style), before: 14, line, step: block.step }];
    if (block.type !== "list") return [];
    return block.items.flatMap((item) => [{ runs: [...(item.ordinal === null ? [] : textRuns(`${item.ordinal} `, style)), ...(ink === "muted" ? headlineRuns(sheet, item.inlines, size, width, style) : inlineRuns(sheet, item.inlines, style))], before: 12, line, step: laterOf(block.step, item.step), ...(ink === "text" && item.ordinal === null ? { bullet: mark } : {}) }, ...cardText(sheet, item.blocks, size, width - 36, ink, own).map((inner) => ({ ...inner, step: laterOf(laterOf(block.step, item.step), inner.step ?? null) }))]);
  });
}

/** Share of a row's type above and below it, by the plan's steps. */
const ROOMS = [0.24, 0.36, 0.5, 0.7] as const;

export function tableSlide(sheet: Sheet): void {
  const { blocks } = sheet.scene.slide;
  const [block] = blocksOf(blocks, "table");
  const top = addWideHead(sheet, blocks.filter((other) => other.type !== "table"), 48);
  if (block !== undefined) addTable(sheet, block, top);
}

function addTable(sheet: Sheet, block: BlockOf<"table">, top: number): void {
  const { size, room } = block.form ?? { size: 44, room: 1 };
  const rows = block.rows.map((row) => row.map(plainText));
  const columns = columnPixels({ head: block.head.map(plainText), rows }, size);
  const air = (ROOMS[room - 1] ?? 0.24) * size;
  const gap = columnGap(block.head.length);
  const headSize = Math.max(32, 0.8 * size);
  const align = (column: number): "l" | "ctr" | "r" => ({ left: "l", center: "ctr", right: "r" } as const)[block.align[column] ?? "left"];
  const cell = (inlines: readonly Inline[], column: number, row: number, last: boolean): Cell => {
    const figure = isFigureText(plainText(inlines)) || align(column) === "r";
    const style: TextStyle = row < 0 ? { size: headSize, ink: "muted", face: "sans" } : column === 0 ? { size, ink: "text", bold: true, face: size >= 52 ? "serif" : "sans" } : { size: figure ? size * 1.06 : size, ink: "text", face: figure ? "numeral" : "sans" };
    const runs = inlineRuns(sheet, inlines, style).map((run): Run => (run.type === "text" && figure ? { ...run, text: run.text.replace(/^-(?=\d)/, "−") } : run));
    return {
      paragraphs: [{ align: align(column), runs }], anchor: row < 0 ? "b" : "t", insets: [column === 0 ? 0 : gap, row < 0 ? 0 : air, 0, row < 0 ? 0.3 * size : air],
      above: row === 0 ? { ink: "text", width: 3 } : row > 0 ? { ink: "line", width: 1.5 } : null, below: last ? { ink: "text", width: 3 } : row < 0 ? { ink: "text", width: 3 } : { ink: "line", width: 1.5 },
    };
  };
  const heights = [headSize * 1.3 + 0.3 * size, ...block.rows.map(() => size * 1.3 + 2 * air)];
  const all = [block.head, ...block.rows].map((row, index) => ({ height: heights[index]!, cells: row.map((inlines, column) => cell(inlines, column, index - 1, index === block.rows.length)) }));
  putTable(sheet, { name: plainText(sheet.scene.slide.title), box: { x: 112, y: top, width: 1696, height: heights.reduce((sum, one) => sum + one, 0) }, columns, headed: true, rows: all }, block.step);
}

function putTable(sheet: Sheet, options: TableOptions, step: number | null): void {
  const id = sheet.nextId();
  sheet.shapes.push(table(id, options, sheet.scene.settings.lang));
  appear(sheet, step, id, "frame");
}

/** Two figures of each indicator and the way between them. */
export function reviewSlide(sheet: Sheet): void {
  const { blocks } = sheet.scene.slide;
  const [block] = blocksOf(blocks, "review");
  const top = addWideHead(sheet, blocks.filter((other) => other !== block), 32);
  if (block === undefined) return;
  const { size, below } = block.form ?? { size: 88, below: false };
  const { settings, words } = sheet.scene;
  const lone = block.rows.length === 1 && sheet.scene.slide.part === null;
  const way = below && size <= 72 ? 400 : 480;
  const nameSize = Math.max(34, Math.min(60, below ? (size <= 56 ? 34 : size === 72 ? 40 : 44) : Math.max(44, 0.5 * size)));
  const heads = [plotWordsOf(settings.lang).indicator, words.period(block.from), "", words.period(block.to)];
  const quiet: TextStyle = { size: 40, ink: "muted", face: "sans" };
  const rowsHeight = 968 - top - 64;
  const each = Math.min(lone ? 560 : 300, rowsHeight / block.rows.length);
  const rest = 1696 - way;
  const columns = lone ? [rest * 0.3, rest * 0.3, way, rest * 0.4] : [rest * 0.4, rest * 0.26, way, rest * 0.34];
  const head = { height: 64, cells: heads.map((text, column): Cell => ({ paragraphs: [{ align: column === 1 ? "r" : "l", runs: textRuns(text, quiet) }], below: { ink: "text", width: 3 } })) };
  const rows = block.rows.map((row, index) => {
    const rule = index === 0 ? { ink: "text", width: 3 } as const : { ink: "line", width: 2 } as const;
    const cell = (paragraphs: readonly Paragraph[], anchor: Cell["anchor"] = "ctr"): Cell => ({ paragraphs, anchor, above: rule });
    const name: TextStyle = { size: nameSize, ink: "text", bold: true, face: size >= 132 ? "serif" : "sans" };
    return {
      height: each,
      cells: [
        cell([{ runs: plainHeadline(sheet, row.name, nameSize, columns[0]! - 24, name), line: { percent: 90 } }]),
        cell(reviewFigure(row, row.before, Math.max(40, 0.56 * size), size * 0.22, "r", below, false)),
        cell(wayWords(row, Math.max(34, Math.min(68, 0.4 * size)))),
        cell(reviewFigure(row, row.now, size, size * 0.34, "l", below, true)),
      ],
    };
  });
  putTable(sheet, { name: plainText(sheet.scene.slide.title), box: { x: 112, y: top, width: 1696, height: 64 + each * rows.length }, columns, headed: true, rows: [head, ...rows] }, block.step);
  const [first = 0, second = 0] = columns;
  let drawn = 0;
  for (const [index, row] of block.rows.entries()) {
    if (row.direction === "none") continue;
    const middle = top + 64 + each * (index + 0.5);
    addArt(sheet, "art-way", { x: 112 + first + second + (way - 340) / 2, y: middle + (row.growth === null ? -27 : 8), width: 340, height: 54 }, drawn);
    drawn += 1;
  }
}

/** What was published of the way stands above its drawing. */
function wayWords({ growth, direction }: ReviewRow, size: number): readonly Paragraph[] {
  if (growth === null) return [];
  const words: Paragraph = { align: "ctr", runs: textRuns(growth.text, { size, ink: "accent", bold: true, face: "sans" }) };
  return direction === "none" ? [words] : [words, { align: "ctr", runs: textRuns(" ", { size: 44 }) }];
}

function reviewFigure({ unit }: ReviewRow, published: Published, size: number, small: number, align: "l" | "r", below: boolean, now: boolean): readonly Paragraph[] {
  const text = formatFigure(published, unit);
  const parts = splitFigure(text);
  const ink = now ? "text" : "muted";
  if (parts === null) return [{ align, runs: textRuns(text, { size: Math.max(36, 0.7 * size), ink, bold: true, face: "serif" }) }];
  const words: TextStyle = { size: Math.max(32, small), ink, face: "sans" };
  const number = textRuns(parts.number.replace(/^-/, "−"), { size, ink, bold: true, face: "numeral" });
  const before = parts.before === "" ? [] : textRuns(`${parts.before} `, words);
  if (below && parts.after !== "") return [{ align, runs: [...before, ...number], line: { percent: 85 } }, { align, runs: textRuns(parts.after, words) }];
  return [{ align, runs: [...before, ...number, ...(parts.after === "" ? [] : textRuns(` ${parts.after}`, words))] }];
}
