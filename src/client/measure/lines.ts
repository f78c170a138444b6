/** Finds where the browser broke the lines of a slide; other code decides whether it may. */
import type { BrokenBlock } from "../../model/page-fault.ts";
import type { Piece } from "./pieces.ts";

/** A small unit after a large number sits low on its line. The middle of the next line is below this share of the last character's height. */
const LOWER = 0.9;

/** Blocks of more than one line, except those in drawings, which are set by hand. */
export function findBrokenBlocks(slide: Element, pieces: readonly Piece[]): BrokenBlock[] {
  const blocks = new Map<Element, Piece[]>();
  for (const piece of pieces) {
    if (!(piece.block instanceof SVGElement)) blocks.set(piece.block, [...(blocks.get(piece.block) ?? []), piece]);
  }
  return [...blocks].flatMap(([block, own]) => {
    if (getComputedStyle(block).writingMode !== "horizontal-tb" || !mayTakeLines(own)) return [];
    const title = block.matches("h1, h2, h3, h4, .title");
    return splitAtBreaks(block, own).map(linesOf).filter((lines) => lines.length > 1).map((lines) => ({ slide: slide.id, title, lines }));
  });
}

/** A quick test for several lines: some words stand below others. */
function mayTakeLines(pieces: readonly Piece[]): boolean {
  const boxes = pieces.flatMap((piece) => piece.boxes);
  return boxes.some((box) => boxes.some((other) => other.top > (box.top + box.bottom) / 2 && other.left < box.right));
}

/** Between two `<br>` only the browser breaks lines. */
function splitAtBreaks(block: Element, pieces: readonly Piece[]): Piece[][] {
  const breaks = [...block.querySelectorAll("br")];
  const groups: Piece[][] = [];
  let passed = -1;
  for (const piece of pieces) {
    const before = breaks.filter((mark) => (mark.compareDocumentPosition(piece.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0).length;
    if (before !== passed) groups.push([]);
    passed = before;
    groups.at(-1)?.push(piece);
  }
  return groups;
}

/** A character further left than the last one, and lower, begins a line. */
function linesOf(pieces: readonly Piece[]): string[] {
  const lines: string[] = [];
  const range = document.createRange();
  let last: DOMRect | null = null;
  for (const [index, { node }] of pieces.entries()) {
    if (index > 0 && isBlankBetween(pieces[index - 1]!.node, node)) divide(lines);
    let offset = 0;
    for (const character of node.data) {
      range.setStart(node, offset);
      offset += character.length;
      range.setEnd(node, offset);
      const box = [...range.getClientRects()].find(({ width }) => width > 0);
      // A blank at the end of a line has no box, but divides the words around it.
      if (box === undefined) {
        if (/\s/.test(character)) divide(lines);
        continue;
      }
      const begins = last === null || (box.left < last.left && (box.top + box.bottom) / 2 > last.top + last.height * LOWER);
      if (begins) lines.push("");
      lines[lines.length - 1] += character;
      last = box;
    }
  }
  return lines;
}

/** Blanks between two elements are no piece of their own: a name and the year after it are two things all the same. */
function isBlankBetween(before: Text, after: Text): boolean {
  const range = document.createRange();
  range.setStartAfter(before);
  range.setEndBefore(after);
  return /\s/.test(range.toString());
}

function divide(lines: string[]): void {
  if (lines.length > 0 && !lines.at(-1)!.endsWith(" ")) lines[lines.length - 1] += " ";
}
