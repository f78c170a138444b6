/** What stands on a photo: its caption and its credit. */
import type { BlockOf, Step } from "../../../model/deck.ts";
import { textWidth } from "../../../model/text-width.ts";
import { solid } from "../../ink.ts";
import type { Box } from "../../units.ts";
import { addShape, type Sheet } from "../sheet.ts";
import { textRuns } from "../text.ts";

/** Caption and credit on a strip at the foot of the photo. */
export function addNote(sheet: Sheet, { caption, credit }: Pick<BlockOf<"image">, "caption" | "credit">, foot: Box, step: Step = null): void {
  const text = [caption, credit].filter((one) => one !== "").join("　");
  if (text === "") return;
  const width = Math.min(foot.width, textWidth(text) * 32 * 1.1 + 60);
  const runs = [...textRuns(caption, { size: 32, ink: "on-deep", face: "sans" }), ...textRuns(caption === "" || credit === "" ? "" : "　", { size: 28 }), ...textRuns(credit, { size: 28, ink: "on-deep2", face: "sans" })];
  addShape(sheet, { name: text, box: { ...foot, width }, fill: solid("deep"), text: { anchor: "ctr", insets: [24, 0, 24, 0], paragraphs: [{ runs }] } }, step);
}
