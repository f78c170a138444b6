/** Cards of figures and of targets: the one that leads on its panel, the others in their grid, each a text of its own. */
import { bandHeight } from "../../../model/card-grid.ts";
import type { NumberForm, Room } from "../../../model/card-room.ts";
import { labelOf, mainOf, partsOfTarget } from "../../../model/card-text.ts";
import { arrangeCards } from "../../../model/cards-plan.ts";
import { CANVAS } from "../../../model/canvas.ts";
import type { BlockOf, FigureCard, TargetCard } from "../../../model/deck.ts";
import { splitFigure, type FigureParts } from "../../../model/figure-parts.ts";
import { figureOfGoal } from "../../../model/indicator.ts";
import { plainText } from "../../../model/plain-text.ts";
import { HALL_TITLE } from "../../../render/head.ts";
import { LED_TITLE } from "../../../render/layouts/figures.ts";
import { solid, type Ink } from "../../ink.ts";
import type { Box } from "../../units.ts";
import { addKicker, addLead, addTitle, titleForm } from "../head.ts";
import { LAYOUTS } from "../layout-specs.ts";
import { addShape, addText, addThemeShapes, placeOf, plainHeadline, type Sheet } from "../sheet.ts";
import { textRuns, type Paragraph, type Run } from "../text.ts";
import { addRule } from "./opening.ts";

type Cards = BlockOf<"figures"> | BlockOf<"targets">;

function arrangementOf({ slide, words }: Sheet["scene"], block: Cards): ReturnType<typeof arrangeCards> {
  const lead = slide.blocks.flatMap((other) => (other.type === "paragraph" ? [plainText(other.inlines)] : [])).join("");
  return arrangeCards(block, { kicker: slide.kicker, title: plainText(slide.title), lead }, words);
}

function cardsBlock(blocks: Sheet["scene"]["slide"]["blocks"]): Cards | null {
  return blocks.find((block): block is Cards => block.type === "figures" || block.type === "targets") ?? null;
}

/** Whether the cards stand beside a panel, and how wide it is. */
export function panelOf(scene: Sheet["scene"]): "led" | "ledMany" | "band" {
  const block = cardsBlock(scene.slide.blocks);
  if (block === null) return "band";
  return arrangementOf(scene, block).hero === null ? "band" : block.cards.length - 1 > 6 ? "ledMany" : "led";
}

/** Colours of words on a card: on the panel, or on paper. */
interface Inks {
  readonly text: Ink;
  readonly growth: Ink;
  readonly quiet: Ink;
}
const ON_PAPER: Inks = { text: "text", growth: "accent", quiet: "muted" };
const ON_PANEL: Inks = { text: "on-deep", growth: "glow", quiet: "on-deep2" };

export function figuresSlide(sheet: Sheet): void {
  const { slide } = sheet.scene;
  const block = cardsBlock(slide.blocks);
  const rest = slide.blocks.filter((other) => other !== block);
  if (block === null) {
    addBand(sheet, rest);
    return;
  }
  const { hero, grid } = arrangementOf(sheet.scene, block);
  const others = block.cards.map((_, index) => index).filter((index) => index !== hero?.index);
  const top = hero === null ? addBand(sheet, rest) + 44 : 74;
  if (hero !== null) {
    const options = { sizes: LED_TITLE, pixels: [60, 52, 44] };
    addKicker(sheet);
    const { height } = titleForm(sheet, options, placeOf(sheet, null).box.width);
    addTitle(sheet, options);
    const begin = 130 + height;
    // A face that is wider than planned runs on, up to the edge.
    const panel = LAYOUTS[sheet.layout].panel ?? 640;
    const box: Box = { x: 112, y: begin, width: Math.max(hero.room.width, panel - 136), height: (rest.length === 0 ? 890 : 690) - begin };
    addText(sheet, block.cards[hero.index]!.name, box, { anchor: "ctr", paragraphs: cardParagraphs(sheet, block, hero.index, hero.form, hero.room, ON_PANEL, true) }, block.step);
    addLead(sheet, rest);
  }
  const left = hero === null ? 112 : others.length > 6 ? 704 : 832;
  const width = (hero === null ? 1808 : 1840) - left;
  const { columns } = grid.room;
  const rows = Math.ceil(others.length / columns);
  const [across, down] = [(width - 32 * (columns - 1)) / columns, (1000 - top) / Math.max(1, rows)];
  for (const [place, index] of others.entries()) {
    const [x, y] = [left + (place % columns) * (across + 32), top + Math.floor(place / columns) * down];
    addRule(sheet, x, y, across, "text", 4);
    addText(sheet, block.cards[index]!.name, { x, y: y + 16, width: across + 28, height: down - 24 }, { paragraphs: cardParagraphs(sheet, block, index, grid.forms[place]!, grid.room, ON_PAPER, false) }, block.step);
  }
}

/** The dark band with the head; its height. */
function addBand(sheet: Sheet, rest: Sheet["scene"]["slide"]["blocks"]): number {
  const { slide, settings } = sheet.scene;
  const lead = rest.flatMap((other) => (other.type === "paragraph" ? [plainText(other.inlines)] : [])).join("");
  const height = bandHeight({ kicker: slide.kicker, title: plainText(slide.title), lead });
  addShape(sheet, { name: settings.lang === "en" ? "Band" : "色块", decorative: true, box: { x: 0, y: 0, width: CANVAS.width, height }, fill: solid("deep") });
  addThemeShapes(sheet, "band", { x: 0, y: 0, width: CANVAS.width, height });
  addKicker(sheet);
  const top = slide.kicker === "" ? 44 : 98;
  const form = addTitle(sheet, { sizes: HALL_TITLE, pixels: [84, 68, 54], box: { x: 112, y: top, width: 1696, height: 104 } });
  addLead(sheet, rest, { x: 112, y: top + form.height * 0.9 + 16, width: 1696, height: 60 });
  return height;
}

function cardParagraphs(sheet: Sheet, block: Cards, index: number, form: NumberForm, room: Room, inks: Inks, leads: boolean): readonly Paragraph[] {
  const small = leads && room.form !== "grand";
  const name = block.cards[index]!.name;
  const head: Paragraph = { runs: plainHeadline(sheet, name, room.label, room.width, { size: room.label, ink: inks.text, face: "sans" }), line: { pixels: room.label * 1.28 } };
  const below = block.type === "figures" ? figureLines(sheet, block.cards[index]!, form, room, inks, leads, small) : targetLines(sheet, block.cards[index]!, form, room, inks);
  return [head, ...below];
}

/** Faces whose digits are half an em wide, as the sizes are planned; others are set smaller. */
const NARROW_DIGITS = /^(?:Times New Roman|宋体|仿宋|楷体|黑体|SimSun|FangSong|KaiTi|SimHei)$/;
const WIDE_DIGITS = 0.88;

function digitShare({ theme }: Sheet["scene"]): number {
  return NARROW_DIGITS.test(theme.office.numeral) ? 1 : WIDE_DIGITS;
}

/** A number with what stands around it, in one line or above one another. */
function numberLines(sheet: Sheet, parts: FigureParts, { size: planned, form: set }: NumberForm, room: Room, inks: Inks): readonly Paragraph[] {
  const form = { size: planned * digitShare(sheet.scene), form: set };
  const words = { size: room.words, ink: inks.text, face: "sans" as const };
  const number = textRuns(parts.number.replace(/^-/, "−"), { size: form.size, ink: inks.text, bold: true, face: "numeral" });
  const line = (runs: readonly Run[], size: number): Paragraph => ({ runs, line: { pixels: size } });
  const above = parts.before !== "" && form.form.includes("stacked");
  const under = parts.after !== "" && form.form.includes("unit-below");
  const main = [...(above || parts.before === "" ? [] : textRuns(`${parts.before} `, words)), ...number, ...(under || parts.after === "" ? [] : textRuns(` ${parts.after}`, words))];
  const unit = form.form.includes("stacked") ? room.words : Math.max(36, 0.84 * room.words);
  return [
    ...(above ? [line(textRuns(parts.before, words), room.words * 1.3)] : []), line(main, form.size * 1.06),
    ...(under ? [line(textRuns(parts.after, { ...words, size: unit }), unit * 1.3)] : []),
  ];
}

/** Words in place of a number. */
function phraseLine(sheet: Sheet, text: string, { size }: NumberForm, { width }: Room, inks: Inks): Paragraph {
  return { runs: plainHeadline(sheet, text, size, width, { size, ink: inks.text, bold: true, face: "serif" }), before: 12, line: { pixels: size * 1.3 } };
}

function figureLines(sheet: Sheet, card: FigureCard, form: NumberForm, room: Room, inks: Inks, leads: boolean, small: boolean): readonly Paragraph[] {
  const { words } = sheet.scene;
  const main = mainOf(card, words);
  const value = main === null ? [] : main.parts === null || form.form === "phrase" ? [phraseLine(sheet, main.text, form, room, inks)] : numberLines(sheet, main.parts, form, room, inks);
  const share = leads && !small ? 0.6 : 0.72;
  const label = { size: room.growth * share, ink: inks.growth, bold: true, face: "sans" as const };
  const { growth, rank, basis } = card;
  const asides: Run[] = [];
  if (growth !== null) {
    asides.push(...textRuns(labelOf(growth, leads || main?.field === "growth", words), label));
    if (main?.field !== "growth") asides.push(...textRuns(" ", label), ...growthRuns(growth.phrase, room.growth, inks.growth));
  } else if (basis !== null && card.value !== null) asides.push(...textRuns(basis, label));
  const placed = rank === null || main?.field === "rank" ? [] : textRuns(words.place(rank), { size: room.growth * (leads ? 0.5 : 0.72), ink: inks.quiet, face: "sans" });
  if (asides.length === 0 && placed.length === 0) return value;
  const lines: Paragraph[] = [];
  const before = leads ? 20 : 0;
  if (leads || asides.length === 0 || placed.length === 0) {
    if (asides.length > 0) lines.push({ runs: asides, before, line: { pixels: room.growth * 1.16 } });
    if (placed.length > 0) lines.push({ runs: placed, before: 8, line: { pixels: room.growth * (leads ? 0.62 : 0.9) } });
  } else lines.push({ runs: [...asides, ...textRuns("  ", label), ...placed], line: { pixels: room.growth * 1.16 } });
  return [...value, ...lines];
}

function growthRuns(phrase: string, size: number, ink: Ink): readonly Run[] {
  const parts = splitFigure(phrase);
  if (parts === null) return textRuns(phrase, { size: size * 0.86, ink, bold: true, face: "serif" });
  const words = { size: size * 0.8, ink, face: "sans" as const };
  return [...textRuns(parts.before, words), ...textRuns(parts.number.replace(/^-/, "−"), { size, ink, bold: true, face: "numeral" }), ...textRuns(parts.after, words)];
}

function targetLines(sheet: Sheet, card: TargetCard, form: NumberForm, room: Room, inks: Inks): readonly Paragraph[] {
  const parts = partsOfTarget(card);
  if (figureOfGoal(card.goal) === null || parts === null || form.form === "phrase") return [phraseLine(sheet, card.wording, form, room, inks)];
  const number = numberLines(sheet, { ...parts, after: parts.after + parts.mark.trimEnd() }, form, room, inks);
  return parts.also === "" ? number : [...number, { runs: plainHeadline(sheet, parts.also, room.words, room.width, { size: room.words, ink: inks.quiet, face: "sans" }), line: { pixels: room.words * 1.3 } }];
}
