/** Themes without the motif: what stands in arches, under moons or on water elsewhere has blocks, rules and panels. Places and sizes are those of bare.css. */
import type { BlockOf, Step, Zone } from "../../../model/deck.ts";
import { plainText } from "../../../model/plain-text.ts";
import { textWidth } from "../../../model/text-width.ts";
import { commitmentLines, commitmentSize } from "../../../render/layouts/statement.ts";
import { solid } from "../../ink.ts";
import type { Box } from "../../units.ts";
import { addShape, addText, headlineRuns, inlineRuns, plainHeadline, type Sheet } from "../sheet.ts";
import { textRuns, type Paragraph, type TextStyle } from "../text.ts";
import { addRule } from "./opening.ts";

/** Pixels of the rule on the upper edge of a panel. */
const EDGE = 14;

/** A panel under a thick rule, with words at its head. */
function addPanel(sheet: Sheet, name: string, box: Box, insets: readonly [number, number, number, number], paragraphs: readonly Paragraph[], step: Step): void {
  addShape(sheet, { name, box, fill: solid(sheet.ground === "deep" ? "deep2" : "mist"), text: { insets, paragraphs } }, step);
  addShape(sheet, { name: sheet.scene.settings.lang === "en" ? "Rule" : "线", decorative: true, box: { ...box, height: EDGE }, fill: solid("accent") }, step);
}

/** A card of a few words: its head above, its words below. */
export function bareCard(sheet: Sheet, card: BlockOf<"card">, head: number, words: readonly Paragraph[], box: Box): void {
  const name = plainText(card.title);
  const title: Paragraph = { runs: headlineRuns(sheet, card.title, head, box.width - 32, { size: head, ink: "text", bold: true, face: "serif" }), line: { pixels: head * 1.16 } };
  addPanel(sheet, name, box, [32, EDGE + 44, 0, 0], [title], card.step);
  if (words.length > 0) addText(sheet, name, { x: box.x + 32, y: box.y + box.height / 2, width: box.width - 48, height: box.height / 2 - 40 }, { anchor: "b", paragraphs: words }, card.step);
}

/** A zone: where it is and its name above, a rule over each of its phrases below. */
export function bareZone(sheet: Sheet, zone: Zone, { x, width, count, name: size, where }: { readonly x: number; readonly width: number; readonly count: number; readonly name: number; readonly where: number }, step: Step): void {
  const [side, above] = count === 5 ? [22, 32] : [36, 40];
  const box: Box = { x, y: 262, width, height: 698 };
  const room = width - 2 * side;
  const place: readonly Paragraph[] = zone.where === "" ? [] : [{ runs: textRuns(zone.where, { size: where, ink: "text", face: "sans" }), line: { pixels: 52 } }];
  const name: Paragraph = { runs: plainHeadline(sheet, zone.name, size, room, { size, ink: "text", bold: true, face: "serif" }), before: place.length === 0 ? 0 : 24, line: { pixels: size * 1.25 } };
  addPanel(sheet, zone.name, box, [side, EDGE + above, side, 0], [...place, name], step);
  const phrase = count >= 4 ? 38 : 48;
  const heights = zone.phrases.map((text) => Math.max(1, Math.ceil((textWidth(text) * phrase * 1.03) / room)) * phrase * 1.4 + 30);
  let y = box.y + box.height - above - heights.reduce((sum, height) => sum + height, 0);
  for (const [index, text] of zone.phrases.entries()) {
    addRule(sheet, x + side, y, room, "line");
    addText(sheet, zone.name, { x: x + side, y: y + 2, width: room, height: heights[index]! - 2 }, { anchor: "ctr", paragraphs: [{ runs: textRuns(text, { size: phrase, ink: "text", face: "sans" }), line: { pixels: phrase * 1.4 } }] }, step);
    y += heights[index]!;
  }
}

/** Commitments on blocks of the dark ground, each with its outcome below. */
export function bareCommitments(sheet: Sheet, cards: readonly BlockOf<"card">[]): void {
  const many = cards.length > 4;
  const [gap, side] = many ? [20, 16] : [32, 28];
  const width = (1696 - gap * (cards.length - 1)) / cards.length;
  const size = commitmentSize(cards);
  const [small, large] = [many ? 44 : 48, outcomeSize(cards)];
  for (const [index, card] of cards.entries()) {
    const x = 112 + index * (width + gap);
    const name = plainText(card.title);
    const style: TextStyle = { size, ink: "on-deep", bold: true, face: "serif" };
    addShape(sheet, { name, box: { x, y: 250, width, height: 464 }, fill: solid("deep"), text: { anchor: "ctr", insets: [side, 36, 0, 36], paragraphs: commitmentLines(card).map((line) => ({ runs: textRuns(line, style), line: { pixels: size * 1.25 } })) } }, card.step);
    const outcome = card.blocks.flatMap((block): readonly Paragraph[] => (block.type !== "paragraph" ? [] : block.inlines.flatMap((inline): readonly Paragraph[] => {
      const strong = inline.type === "strong";
      if (plainText([inline]).trim() === "") return [];
      const own: TextStyle = strong ? { size: large, ink: "text", bold: true, face: "serif" } : { size: small, ink: "muted", face: "sans" };
      return [{ runs: inlineRuns(sheet, [inline], own), step: block.step, line: { pixels: strong ? large * 1.3 : small * 1.4 } }];
    })));
    if (outcome.length > 0) addText(sheet, name, { x, y: 742, width, height: 230 }, { paragraphs: outcome }, card.step);
  }
}

/** Type of the strong words of outcomes: larger where all of them are brief. */
function outcomeSize(cards: readonly BlockOf<"card">[]): number {
  if (cards.length > 4) return 52;
  const strong = cards.flatMap(({ blocks }) => blocks).flatMap((block) => (block.type === "paragraph" ? block.inlines : [])).filter((inline) => inline.type === "strong");
  const brief = strong.every((inline) => textWidth(plainText(inline.children)) <= 6);
  return cards.length === 4 ? 64 : brief ? 80 : 60;
}
