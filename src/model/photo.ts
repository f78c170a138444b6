/** How a picture is shown beyond its file: what of it stays in view, its words, and whether it takes the theme's colours. */

/** The point that a crop keeps in view: per cent of width and height, in tens. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

export const CENTRE: Focus = { x: 50, y: 50 };

/** `theme` gives a photo the theme's two colours, `none` leaves it as it is. */
export type Treatment = "theme" | "none";
export const TREATMENTS: readonly Treatment[] = ["theme", "none"];

/** What an author says of a picture. */
export interface PhotoLook {
  readonly focus: Focus;
  /** What it shows; empty for none. */
  readonly caption: string;
  /** Who took or gave it, shown as typed; empty for none. */
  readonly credit: string;
  /** Null follows the deck and the kind of file. */
  readonly treatment: Treatment | null;
}

export const PLAIN_LOOK: PhotoLook = { focus: CENTRE, caption: "", credit: "", treatment: null };

const PAIR = /^(\d0|0|100)%?(?:\s*[,，、]\s*|\s+)(\d0|0|100)%?$/u;
const WORDS: Readonly<Record<string, Partial<Focus>>> = {
  left: { x: 0 }, right: { x: 100 }, top: { y: 0 }, bottom: { y: 100 }, centre: {}, center: {},
  左: { x: 0 }, 右: { x: 100 }, 上: { y: 0 }, 下: { y: 100 }, 中: {},
};

/** Reads `30 40`, `30%, 40%`, `left top` or 左上; null for anything else, or where two words are for the same direction. */
export function parseFocus(text: string): Focus | null {
  const pair = PAIR.exec(text.trim());
  if (pair !== null) return { x: Number(pair[1]), y: Number(pair[2]) };
  const words = /^\p{Script=Han}+$/u.test(text) ? [...text] : text.trim().toLowerCase().split(/[\s,]+/);
  const parts = words.map((word) => WORDS[word]);
  if (words.length > 2 || parts.some((part) => part === undefined)) return null;
  const [first, second] = parts;
  if (first !== undefined && second !== undefined && Object.keys(first).some((key) => key in second)) return null;
  return { ...CENTRE, ...first, ...second };
}

/** Whether a file is a photo by its name. A PNG or GIF is mostly a scan, a map or a screen, and an SVG a drawing: there colour has a meaning. */
export function isPhoto(file: string): boolean {
  return /\.(?:jpe?g|webp|avif)$/iu.test(file);
}

/** A drawing is never cropped and never coloured. */
export function isDrawing(file: string): boolean {
  return /\.svg$/iu.test(file);
}

/** Whether a picture takes the colours of the theme. */
export function isTreated(file: string, treatment: Treatment | null, deck: Treatment): boolean {
  if (isDrawing(file)) return false;
  return treatment === null ? deck === "theme" && isPhoto(file) : treatment === "theme";
}
