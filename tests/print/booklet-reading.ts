/** booklet.pdf as poppler reads it: lines and their places in millimetres, page numbers, fonts, ink. */
import { execFileSync } from "node:child_process";

/** Millimetres in a point. */
const MM = 25.4 / 72;

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Millimetres from the sheet's upper edge to the middle of the line. */
  readonly middle: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** `— 1 —` below the type area. */
  readonly number: Line;
}

const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });

/** Joins the pieces of a printed line into one line, whatever fonts they use. */
export function readPages(file: string): readonly Page[] {
  return run("pdftotext", "-bbox", file, "-").split("<page ").slice(1).map((page) => {
    const size = /width="([\d.]+)" height="([\d.]+)"/.exec(page)!;
    const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(([, left, top, right, bottom, text]) => ({
      text: unescape(text!), left: Number(left) * MM, right: Number(right) * MM, middle: ((Number(top) + Number(bottom)) / 2) * MM,
    }));
    const lines: Line[] = [];
    for (const word of words.toSorted((a, b) => a.middle - b.middle)) {
      const same = lines.findIndex(({ middle }) => Math.abs(middle - word.middle) < 2.5);
      if (same === -1) lines.push(word);
      else lines[same] = join(lines[same]!, word);
    }
    return { width: Number(size[1]) * MM, height: Number(size[2]) * MM, lines: lines.slice(0, -1), number: lines.at(-1)! };
  });
}

function join(a: Line, b: Line): Line {
  const [first, second] = a.left < b.left ? [a, b] : [b, a];
  return { text: first.text + second.text, left: first.left, right: Math.max(a.right, b.right), middle: a.middle };
}

function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

export interface Piece {
  readonly text: string;
  readonly font: string;
}

/** Text with its font, in reading order. */
export function readPieces(file: string): readonly Piece[] {
  const xml = run("pdftohtml", "-xml", "-i", "-fontfullname", "-stdout", file);
  const fonts = new Map([...xml.matchAll(/<fontspec id="(\d+)" size="\d+" family="([^"]*)"/g)].map((match) => [match[1]!, match[2]!]));
  return [...xml.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/g)].map((match) => ({ text: unescape(match[2]!.replaceAll(/<[^>]*>/g, "")), font: fonts.get(match[1]!) ?? "" }));
}

/** Millimetres from the sheet's upper edge to the first ink in a region. */
export function findInk(file: string, page: number, region: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }): number | null {
  const dots = 300 / 25.4;
  const [x, y] = [Math.round(region.left * dots), Math.round(region.top * dots)];
  const [width, height] = [Math.round(region.right * dots) - x, Math.round(region.bottom * dots) - y];
  const args = ["-gray", "-r", "300", "-f", `${page}`, "-l", `${page}`, "-x", `${x}`, "-y", `${y}`, "-W", `${width}`, "-H", `${height}`, file];
  const image = execFileSync("pdftoppm", args, { maxBuffer: 1 << 28 });
  const pixels = image.subarray(image.length - width * height);
  const dark = pixels.findIndex((value) => value < 128);
  return dark === -1 ? null : region.top + Math.floor(dark / width) / dots;
}

export function about(file: string, ...flags: string[]): string {
  return run("pdfinfo", ...flags, file);
}

export function readFonts(file: string): readonly string[] {
  return run("pdffonts", file).trim().split("\n").slice(2);
}

/** Bookmarks as poppler lists them, with the depth of each. */
export function readBookmarks(file: string): readonly string[] {
  const outline = /<outline>[\s\S]*<\/outline>/.exec(run("pdftohtml", "-xml", "-i", "-stdout", file))?.[0] ?? "";
  let depth = 0;
  return [...outline.matchAll(/<(\/?)(outline|item)[^>]*>([^<]*)/g)].flatMap(([, end, tag, text]) => {
    if (tag === "outline") depth += end === "" ? 1 : -1;
    return tag === "item" && end === "" ? [`${"  ".repeat(depth - 1)}${unescape(text!)}`] : [];
  });
}
