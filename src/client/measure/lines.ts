/** Where the browser broke the lines of a slide: whether it may is decided elsewhere. */
import type { BrokenBlock } from "../../model/page-fault.ts";
import type { Piece } from "./pieces.ts";

/** A small unit behind a large number stands low on its line; the middle of the next line is below this part of the last one. */
const LOWER = 0.9;

/** Blocks of more than one line, without those of drawings, which are set by hand. */
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

/** Lines of a block stand below each other: its words are higher than one of them. */
function mayTakeLines(pieces: readonly Piece[]): boolean {
  const boxes = pieces.flatMap((piece) => piece.boxes);
  return boxes.some((box) => boxes.some((other) => other.top > (box.top + box.bottom) / 2 && other.left < box.right));
}

/** What stands between two `<br>` is broken by the browser alone. */
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

/** A character that stands further left than the last one, and lower, begins a line. */
function linesOf(pieces: readonly Piece[]): string[] {
  const lines: string[] = [];
  const range = document.createRange();
  let last: DOMRect | null = null;
  for (const { node } of pieces) {
    let offset = 0;
    for (const character of node.data) {
      range.setStart(node, offset);
      offset += character.length;
      range.setEnd(node, offset);
      const box = [...range.getClientRects()].find(({ width }) => width > 0);
      if (box === undefined) continue;
      const begins = last === null || (box.left < last.left && (box.top + box.bottom) / 2 > last.top + last.height * LOWER);
      if (begins) lines.push("");
      lines[lines.length - 1] += character;
      last = box;
    }
  }
  return lines;
}
