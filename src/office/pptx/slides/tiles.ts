/** Few short items: each on a tile, as large as it holds. */
import type { Block, BlockOf, ListItem } from "../../../model/deck.ts";
import { plainText } from "../../../model/plain-text.ts";
import { HALL_TITLE } from "../../../render/head.ts";
import { planTiles } from "../../../render/layouts/split.ts";
import { solid, type Ink } from "../../ink.ts";
import type { Box } from "../../units.ts";
import { addKicker, addLead, addTitle } from "../head.ts";
import { addShape, addText, inlineRuns, type Sheet } from "../sheet.ts";
import { textRuns } from "../text.ts";

/** Pixels between tiles, from the edge of one to its words, and of its number where that has a column of its own. */
const [GAP, SIDE, NUMBER] = [28, 56, 184] as const;

export function addTiles(sheet: Sheet, list: BlockOf<"list">, lead: readonly Block[]): void {
  addKicker(sheet);
  const shift = sheet.scene.slide.kicker === "" ? 0 : 54;
  const form = addTitle(sheet, { sizes: HALL_TITLE, pixels: [84, 68, 54], box: { x: 112, y: 52 + shift, width: 1696, height: 104 } });
  const below = 56 + shift + form.height * 0.9;
  addLead(sheet, lead, { x: 112, y: below + 12, width: 1696, height: 70 });
  const top = below + (lead.length === 0 ? 0 : 80) + 36;
  const { columns, size } = planTiles(list);
  const rows = Math.ceil(list.items.length / columns);
  const [width, height] = [(1696 - GAP * (columns - 1)) / columns, (996 - top - GAP * (rows - 1)) / rows];
  for (const [index, item] of list.items.entries()) {
    const second = columns === 2 ? index % 4 === 1 || index % 4 === 2 : index % 2 === 1;
    addTile(sheet, item, { x: 112 + (index % columns) * (width + GAP), y: top + Math.floor(index / columns) * (height + GAP), width, height }, { number: item.ordinal ?? `${index + 1}`, size, second, wide: columns === 1 });
  }
}

interface Tile {
  readonly number: string;
  readonly size: number;
  /** Every other one has the second ground. */
  readonly second: boolean;
  /** As wide as the page, with the number before the words. */
  readonly wide: boolean;
}

function addTile(sheet: Sheet, item: ListItem, box: Box, { number, size, second, wide }: Tile): void {
  const ink: Ink = second ? "on-deep" : "glow";
  const words = inlineRuns(sheet, item.inlines, { size, ink: "on-deep", bold: true, face: "serif" }).map((run) => (run.type === "text" && run.style.ink === "accent" ? { ...run, style: { ...run.style, ink } } : run));
  const counted = textRuns(number, { size: wide ? Math.min(160, box.height * 0.8) : 88, ink, bold: true, face: "numeral" });
  addShape(sheet, { name: plainText(item.inlines), box, fill: solid(second ? "water" : "deep"), text: { anchor: wide ? "ctr" : "b", insets: [wide ? SIDE + NUMBER : SIDE, wide ? 0 : 20, 40, wide ? 0 : 40], paragraphs: [{ runs: words, line: { percent: 90 } }] } }, item.step);
  const corner: Box = wide ? { ...box, x: box.x + SIDE, width: NUMBER } : { x: box.x + SIDE, y: box.y + 14, width: box.width - 80, height: 110 };
  addText(sheet, number, corner, { ...(wide ? { anchor: "ctr" } : {}), paragraphs: [{ runs: counted, line: { percent: wide ? 100 : 85 } }] }, item.step);
}
