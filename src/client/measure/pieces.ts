/** The words of a slide as they appear on the screen: each text node with the boxes of its ink. */

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
  /** One box per line, around the ink. */
  readonly boxes: readonly Box[];
  /** Height of the type in pixels of an unscaled slide. */
  readonly size: number;
}

/** Characters of a text quoted in a report. */
const LONGEST = 20;
/** Not part of the picture: notes, names of drawings, decoration, text only for screen readers. */
const APART = ".notes, script, style, title, desc, svg[aria-hidden]";

/** What the words of one element have in common. */
type Setting = Pick<Piece, "element" | "block" | "size"> & { readonly style: CSSStyleDeclaration };

/** Every visible piece of text below an element, in order. */
export function findPieces(root: Element): Piece[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const settings = new Map<Element, Setting | null>();
  const pieces: Piece[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || !/\S/.test(node.nodeValue ?? "")) continue;
    let setting = settings.get(element);
    if (setting === undefined) settings.set(element, (setting = settingOf(element)));
    if (setting === null) continue;
    const { style, ...common } = setting;
    const boxes = inkOf(node as Text, style, scaleOf(element));
    // Words without a size are nowhere.
    if (boxes.length > 0) pieces.push({ ...common, node: node as Text, boxes });
  }
  return pieces;
}

function settingOf(element: Element): Setting | null {
  if (element.closest(APART) !== null || isClippedAway(element) || !element.checkVisibility({ visibilityProperty: true })) return null;
  const style = getComputedStyle(element);
  return { element, style, block: blockOf(element), size: parseFloat(style.fontSize) * scaleOf(element) };
}

function isClippedAway(element: Element): boolean {
  const hidden = element.closest(".visually-hidden");
  return hidden !== null && getComputedStyle(hidden).clipPath !== "none";
}

/** Scale of a drawing; slides themselves are measured at full size. */
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

/** The box of a line is taller than the ink, as a face leaves room for marks above and below: the ink is what the glyphs cover. */
function inkOf(node: Text, style: CSSStyleDeclaration, scale: number): Box[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (style.writingMode !== "horizontal-tb") return rects;
  const { above, below } = roomAround(node.data.trim(), `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`);
  return rects.map(({ left, right, top, bottom }) => ({ left, right, top: top + above * scale, bottom: bottom - below * scale }));
}

interface Room {
  readonly above: number;
  readonly below: number;
}

const canvas = document.createElement("canvas").getContext("2d")!;
const rooms = new Map<string, Room>();
let setFont = "";

/** Pixels between the ink of a text and the box of its line; feet and labels repeat on many slides. */
function roomAround(text: string, font: string): Room {
  const key = `${font} ${text}`;
  let room = rooms.get(key);
  if (room === undefined) {
    // Parsing a font takes longer than measuring with it.
    if (font !== setFont) canvas.font = setFont = font;
    const metrics = canvas.measureText(text);
    room = { above: metrics.fontBoundingBoxAscent - metrics.actualBoundingBoxAscent, below: metrics.fontBoundingBoxDescent - metrics.actualBoundingBoxDescent };
    rooms.set(key, room);
  }
  return room;
}

/** The first words of a piece's paragraph, heading, cell or label. */
export function wordsOf({ block }: Piece): string {
  const text = (block.textContent ?? "").replaceAll(/\s+/g, " ").trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** An element as in a style sheet: its tag and first class. */
export function nameOf(element: Element): string {
  const first = element.getAttribute("class")?.split(" ")[0] ?? "";
  return first === "" ? element.localName : `${element.localName}.${first}`;
}

/** Rounds to a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
