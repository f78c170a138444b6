/** Sentences: a quote on the waterline, commitments inside the arches of a bridge. */
import type { BlockOf } from "../../../model/deck.ts";
import { plainText } from "../../../model/plain-text.ts";
import { textWidth } from "../../../model/text-width.ts";
import { blocksOf } from "../../../render/blocks.ts";
import { WIDE_TITLE } from "../../../render/head.ts";
import { planSentence } from "../../../render/layouts/quote.ts";
import { solid } from "../../ink.ts";
import type { Box } from "../../units.ts";
import { addKicker, addLead, addTitle, paragraphsOf } from "../head.ts";
import { INDEX } from "../layout-specs.ts";
import { headlineLines } from "../lines.ts";
import { addArt, addShape, addText, breakerOf, fillPlace, headlineRuns, inlineRuns, type Sheet } from "../sheet.ts";
import type { Paragraph, TextStyle } from "../text.ts";
import { bareCommitments } from "./bare.ts";

const WHOLE = { x: 0, y: 0, width: 1920, height: 1080 } as const;
/** Where the round window stands: its right edge, the waterline, and the share of it above the line. */
const WINDOW = { right: 1808, line: 640, verse: 760, sky: 0.6 } as const;

export function quoteSlide(sheet: Sheet): void {
  const { slide, theme, settings } = sheet.scene;
  const { quote, rest, verse, pixels: size, diameter } = planSentence(sheet.scene);
  const bare = theme.motif === "none";
  if (!bare) addArt(sheet, "art-ground", WHOLE);
  if (diameter !== undefined) addArt(sheet, "art-window", { x: WINDOW.right - diameter, y: (verse ? WINDOW.verse : WINDOW.line) - WINDOW.sky * diameter, width: diameter, height: diameter });
  addKicker(sheet);
  if (slide.title.length > 0) addTitle(sheet, { sizes: WIDE_TITLE, pixels: [72, 60, 50] });
  const inner = quote === undefined ? [] : quote.type === "quote" ? quote.blocks : [quote];
  const width = verse ? 7.6 * size : diameter === undefined ? 1616 : WINDOW.right - diameter - 124;
  const [first, ...more] = inner;
  const style: TextStyle = size === 150 ? {} : { size };
  const head: readonly Paragraph[] = first?.type === "paragraph" ? [{ runs: headlineRuns(sheet, first.inlines, size, width, style), step: first.step }] : paragraphsOf(sheet, first === undefined ? [] : [first], { size: 76 });
  const others = paragraphsOf(sheet, more, { size: 48, bold: false, face: "sans", ink: "muted" }).map((paragraph) => ({ ...paragraph, before: 28 }));
  const lines = first?.type === "paragraph" ? headlineLines(plainText(first.inlines), width / size, breakerOf(sheet.scene)).length : 1;
  const box = bare ? bareSentence(slide.title.length > 0, lines * size * (BARE_PITCH.get(size) ?? 1.2) + more.length * 100) : { x: 108, y: 190, width: 1700, height: (verse ? 734 : 612) - 190 };
  const paragraphs = [...head, ...others];
  // Without a title the sentence is the title: every slide has one.
  const index = slide.title.length === 0 ? null : INDEX.body;
  const own = { size, bold: true, face: "serif" } as const;
  const titled = index === null ? paragraphs.map((paragraph) => ({ ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, style: { ...own, ...run.style } })) })) : paragraphs;
  if (paragraphs.length > 0) fillPlace(sheet, index, titled, box, { anchor: bare ? "ctr" : "b", step: quote?.step ?? null });
  if (bare) addShape(sheet, { name: settings.lang === "en" ? "Bar" : "色条", decorative: true, box: { x: 112, y: box.y + 8, width: 20, height: box.height - 16 }, fill: solid("accent") }, quote?.step ?? null);
  addLead(sheet, rest);
}

/** Pitch of the lines of a sentence by its size, in em, as in split.css; 1.2 for the largest. */
const BARE_PITCH: ReadonlyMap<number, number> = new Map([[120, 1.22], [96, 1.26], [76, 1.34], [60, 1.4]]);

/** Without the motif a sentence stands in the middle of the page, or of what the title leaves. */
function bareSentence(titled: boolean, height: number): Box {
  return { x: 176, y: (titled ? 605 : 540) - 0.54 * height, width: 1560, height };
}

/** Two to five commitments, each in its arch with its outcome below the water; without the motif, on blocks of the dark ground. */
export function statementSlide(sheet: Sheet): void {
  const { slide, theme } = sheet.scene;
  const cards = blocksOf(slide.blocks, "card");
  const rest = slide.blocks.filter((block) => block.type !== "card");
  const bare = theme.motif === "none";
  if (!bare) addArt(sheet, "art-statement", WHOLE);
  addKicker(sheet);
  addTitle(sheet, { sizes: WIDE_TITLE, pixels: [72, 60, 50] });
  const pitch = [720, 576, 432, 339][cards.length - 2] ?? 339;
  const left = 960 - (pitch * cards.length) / 2;
  if (bare) bareCommitments(sheet, cards);
  else for (const [index, card] of cards.entries()) commitment(sheet, card, cards, left + index * pitch, pitch);
  const paragraphs = paragraphsOf(sheet, rest, { size: 32, ink: "muted" });
  if (paragraphs.length > 0) addLead(sheet, rest, { x: 112, y: 920, width: 1696, height: 60 }, 32);
}

function commitment(sheet: Sheet, card: BlockOf<"card">, cards: readonly BlockOf<"card">[], x: number, pitch: number): void {
  const lines = plainText(card.title).split(/(?<=[、，])|\n/u);
  const size = lines.length > 2 ? 32 : 40;
  const style: TextStyle = { size, ink: "text", bold: true, face: "serif" };
  const title = lines.map((line): Paragraph => ({ align: "ctr", runs: [{ type: "text", text: line.replace(/[、，]$/u, ""), style, link: null }], line: { pixels: size * 1.4 } }));
  const name = plainText(card.title);
  addText(sheet, name, { x: x + 30, y: 463, width: pitch - 60, height: 122 }, { anchor: "ctr", paragraphs: title }, card.step);
  const brief = cards.length <= 3 && cards.every(({ blocks }) => blocks.flatMap((block) => (block.type === "paragraph" ? block.inlines : [])).every((inline) => inline.type !== "strong" || textWidth(plainText(inline.children)) <= 6));
  const [small, large] = [brief ? 44 : 40, brief ? 80 : cards.length === 4 ? 64 : 60];
  const outcome = card.blocks.flatMap((block): readonly Paragraph[] => {
    if (block.type !== "paragraph") return [];
    // Strong words have a line of their own.
    return block.inlines.map((inline): Paragraph => {
      const strong = inline.type === "strong";
      const own: TextStyle = strong ? { size: large, ink: "text", bold: true, face: "serif" } : { size: small, ink: "muted", face: "sans" };
      return { align: "ctr", runs: inlineRuns(sheet, [inline], own), step: block.step, line: { pixels: (strong ? large : small) * 1.35 } };
    }).filter(({ runs }) => runs.some((run) => run.type === "text" && run.text.trim() !== ""));
  });
  if (outcome.length > 0) addText(sheet, name, { x: x + 12, y: 750, width: pitch - 24, height: 200 }, { paragraphs: outcome }, card.step);
}
