/** Counted things: the figure above the horizon, the things themselves below it. */
import type { BlockOf, Counted } from "../../../model/deck.ts";
import { splitFigure } from "../../../model/figure-parts.ts";
import { plainText } from "../../../model/plain-text.ts";
import { textWidth } from "../../../model/text-width.ts";
import { keyWords } from "../../../model/unit-words.ts";
import { blocksOf } from "../../../render/blocks.ts";
import { UNITS_TITLE } from "../../../render/layouts/units.ts";
import { addKicker, addLead, addTitle, titleForm } from "../head.ts";
import { addArt, addText, plainHeadline, type Sheet } from "../sheet.ts";
import { textRuns, type Paragraph } from "../text.ts";

const ROOM = { x: 1128, y: 66, width: 680, height: 486 } as const;
const SIZES = [[232, 88, 52], [200, 80, 52], [168, 72, 48], [144, 60, 44], [120, 52, 44], [96, 44, 44], [80, 36, 44]] as const;

export function unitsSlide(sheet: Sheet): void {
  const { slide, settings } = sheet.scene;
  const [block] = blocksOf(slide.blocks, "units");
  addArt(sheet, "art-units-ground", { x: 0, y: 0, width: 1920, height: 1080 });
  const options = { sizes: UNITS_TITLE, pixels: [84, 68, 54] };
  addKicker(sheet);
  const top = slide.kicker === "" ? 82 : 138;
  const { height } = titleForm(sheet, options, 980);
  addTitle(sheet, { ...options, box: { x: 112, y: top, width: 980, height } });
  const rest = slide.blocks.filter((other) => other !== block);
  addLead(sheet, rest, { x: 112, y: top + height + 22, width: 900, height: 180 });
  if (block === undefined) return;
  addArt(sheet, "art-units", { x: 0, y: 560, width: 1920, height: 480 });
  const key = keyWords(block.kind, block.plan, block.counted.unit, settings.lang);
  const paragraphs = [...countLines(sheet, block), ...(block.lit === null ? [] : [partLine(block.lit)]), ...(key === "" ? [] : [{ align: "r", before: 10, runs: plainHeadline(sheet, key, 34, ROOM.width, { size: 34, ink: "muted", face: "sans" }) } as const])];
  addText(sheet, plainText([{ type: "text", text: block.counted.name, span: slide.span }]), ROOM, { paragraphs }, block.step);
}

function widthOf(text: string, number: number, word: number): number {
  const { before, number: digits, after } = splitFigure(text) ?? { before: "", number: text, after: "" };
  return textWidth(digits) * number * 0.98 + (textWidth(before) + textWidth(after)) * word + 28;
}

/** The figure as large as its line and the room above the horizon allow, and its name below it. */
function countLines(sheet: Sheet, { counted, lit }: BlockOf<"units">): readonly Paragraph[] {
  const below = lit === null ? 60 : 160;
  const [number, word, name] = SIZES.find(([size, words, caption]) => widthOf(counted.text, size, words) <= ROOM.width && size + Math.ceil((textWidth(counted.name) * caption * 1.06) / ROOM.width) * caption * 1.25 + below <= ROOM.height) ?? SIZES.at(-1)!;
  const { before, number: digits, after } = splitFigure(counted.text) ?? { before: "", number: counted.text, after: "" };
  const words = { size: word, ink: "text", bold: true, face: "serif" } as const;
  return [
    { align: "r", runs: [...textRuns(before === "" ? "" : `${before.trim()} `, words), ...textRuns(digits, { size: number, ink: "glow", bold: true, face: "numeral" }), ...textRuns(after === "" ? "" : ` ${after.trim()}`, words)], line: { pixels: number * 1.04 } },
    { align: "r", runs: plainHeadline(sheet, counted.name, name, ROOM.width, { size: name, ink: "muted", face: "sans" }), before: 6, line: { pixels: name * 1.25 } },
  ];
}

/** The part that is lit: its name and its figure run on as one line. */
function partLine({ name, text }: Counted): Paragraph {
  const { before, number, after } = splitFigure(text) ?? { before: "", number: text, after: "" };
  const words = { size: 44, ink: "text", bold: true, face: "serif" } as const;
  return { align: "r", before: 10, runs: [...textRuns(`${name} `, { size: 44, ink: "muted", face: "sans" }), ...textRuns(before, words), ...textRuns(number, { size: 80, ink: "glow", bold: true, face: "numeral" }), ...textRuns(after, words)] };
}
