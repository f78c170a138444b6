/** The words of a slide as they stand on the screen: each text node with the boxes of its ink. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Piece {
  readonly node: Text;
  readonly element: Element;
  /** The paragraph, heading, cell or drawn label that the words belong to. */
  readonly block: Element;
  /** One box a line, around what is inked. */
  readonly boxes: readonly Box[];
  /** Height of the type in pixels of an unscaled slide. */
  readonly size: number;
}

/** Not part of the picture: notes, names of drawings, decoration, what only screen readers meet. */
const APART = ".notes, script, style, title, desc, svg[aria-hidden]";

/** Every visible piece of text below an element, in order. */
export function findPieces(root: Element): Piece[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || !/\S/.test(node.nodeValue ?? "") || element.closest(APART) !== null || isClippedAway(element)) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const text = node as Text;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize) * scaleOf(element);
    pieces.push({ node: text, element, block: blockOf(element), boxes: inkOf(text, style, scaleOf(element)), size });
  }
  return pieces;
}

function isClippedAway(element: Element): boolean {
  const hidden = element.closest(".visually-hidden");
  return hidden !== null && getComputedStyle(hidden).clipPath !== "none";
}

/** How much a drawing is scaled; slides themselves are measured at their full size. */
function scaleOf(element: Element): number {
  return element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
}

function blockOf(element: Element): Element {
  const label = element.closest("svg text");
  if (label !== null) return label;
  let block = element;
  while (/^(inline|contents)/.test(getComputedStyle(block).display) && block.parentElement !== null) block = block.parentElement;
  return block;
}

const canvas = document.createElement("canvas").getContext("2d")!;

/** A line's box reaches over the ink, as a face has room for marks above and below: the ink is what the glyphs cover. */
function inkOf(node: Text, style: CSSStyleDeclaration, scale: number): Box[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (style.writingMode !== "horizontal-tb") return rects;
  canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const metrics = canvas.measureText(node.data.trim());
  const above = (metrics.fontBoundingBoxAscent - metrics.actualBoundingBoxAscent) * scale;
  const below = (metrics.fontBoundingBoxDescent - metrics.actualBoundingBoxDescent) * scale;
  return rects.map(({ left, right, top, bottom }) => ({ left, right, top: top + above, bottom: bottom - below }));
}

/** Names a piece in a failure: its element and how it begins. */
export function nameOf({ node, element }: Piece): string {
  const named = element.closest("[class]");
  const className = named?.getAttribute("class")?.split(" ")[0] ?? "";
  return `${element.localName}${className === "" ? "" : `.${className}`} “${node.data.trim().slice(0, 12)}”`;
}
