/** Holes in printed pages: figures with special names, each of which reserves the place for a page of another document. */
import { referred, type PdfObject } from "./document.ts";
import { isDictionary, UnknownPdfShape, wholeNumber } from "./values.ts";

/** Alternative text of a hole, followed by the number of its page. */
export const HOLE = "luduan-page-";

export interface Hole {
  /** Number of its structure element. */
  readonly figure: number;
  /** Numbers of the element's parent, and of the printed page. */
  readonly parent: number;
  readonly page: number;
  /** Number of its drawing among the page's marks. */
  readonly mark: number;
  /** 0-based. */
  readonly source: number;
}

/** Where a drawing is on its page, without rotation: x ↦ scaleX · x + left, and y likewise; in points. */
export interface Placing {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly bottom: number;
}

/** All holes of the document, in the order of its objects. */
export function findHoles(objects: ReadonlyMap<number, PdfObject>): readonly Hole[] {
  const holes: Hole[] = [];
  for (const [figure, { value }] of objects) {
    if (!isDictionary(value) || value.get("/S") !== "/Figure") continue;
    const alt = value.get("/Alt");
    const name = typeof alt === "string" ? decodeText(alt) : "";
    if (!name.startsWith(HOLE)) continue;
    holes.push({ figure, parent: referred(value.get("/P")), page: referred(value.get("/Pg")), mark: wholeNumber(value.get("/K")), source: wholeNumber(name.slice(HOLE.length)) - 1 });
  }
  return holes;
}

/** A string of ASCII, or of UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2). */
function decodeText(string: string): string {
  if (!string.startsWith("<FEFF")) return string.slice(1, -1);
  return (string.slice(5, -1).match(/[0-9A-F]{4}/gi) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}

export interface Filled {
  readonly content: string;
  /** By the mark of the hole. */
  readonly placings: ReadonlyMap<number, Placing>;
}

const UNMOVED: Placing = { scaleX: 1, scaleY: 1, left: 0, bottom: 0 };

/** Operators that save and restore the matrix, change it, or begin the drawing of a figure. */
const STEP = /(?<!\S)(?:(q)|(Q)|((?:-?[\d.]+\s+){6})cm)(?=\s)|\/Figure <<\/MCID (\d+) ?>>BDC\s/g;

/**
 * A page's content with a form in place of each drawing that `forms` names by its mark. Such a drawing is
 * one box; its clip and anything painted over it stay. Throws UnknownPdfShape if it is drawn in another way.
 */
export function fillHoles(content: string, forms: ReadonlyMap<number, { readonly name: string; readonly width: number; readonly height: number }>): Filled {
  const placings = new Map<number, Placing>();
  const saved: Placing[] = [];
  let placing = UNMOVED;
  let filled = "";
  let done = 0;
  for (const { index, 0: step, 1: saves, 2: restores, 3: moves, 4: mark } of content.matchAll(STEP)) {
    if (saves !== undefined) saved.push(placing);
    else if (restores !== undefined) placing = saved.pop() ?? UNMOVED;
    else if (moves !== undefined) {
      const moved = moveBy(moves, placing);
      // Nothing rotated may contain a hole.
      placing = moved ?? { ...placing, scaleX: Number.NaN };
    }
    const form = mark === undefined ? undefined : forms.get(Number(mark));
    if (form === undefined) continue;
    const box = new RegExp(`0 0 ${form.width} ${form.height} re\\s+f\\s`, "y");
    box.lastIndex = index + step.length;
    const end = box.test(content) ? content.indexOf("EMC", box.lastIndex) : -1;
    if (end < 0 || Number.isNaN(placing.scaleX)) throw new UnknownPdfShape("a hole that is no box");
    // In the browser's drawings y runs down the page, in documents upwards.
    placings.set(Number(mark), { ...placing, scaleY: -placing.scaleY, bottom: placing.bottom + placing.scaleY * form.height });
    filled += `${content.slice(done, index)}q\n1 0 0 -1 0 ${form.height} cm\n/${form.name} Do\nQ\n${content.slice(box.lastIndex, end)}`;
    done = end + "EMC".length;
  }
  if (placings.size < forms.size) throw new UnknownPdfShape("a hole that is not drawn");
  return { content: filled + content.slice(done), placings };
}

/** Null if the matrix rotates or skews. */
function moveBy(operands: string, outer: Placing): Placing | null {
  const [a = 0, b, c, d = 0, e = 0, f = 0] = operands.trim().split(/\s+/).map(Number);
  if (b !== 0 || c !== 0) return null;
  return { scaleX: a * outer.scaleX, scaleY: d * outer.scaleY, left: e * outer.scaleX + outer.left, bottom: f * outer.scaleY + outer.bottom };
}
