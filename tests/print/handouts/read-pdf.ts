/** PDFs as poppler reads them. */
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import sharp from "sharp";

const MILLIMETRES = 25.4 / 72;

/** What was asked of files as they were then: tests ask for page after page of the same document. */
const answers = new Map<string, string>();

function poppler(command: string, ...args: readonly string[]): string {
  const key = [command, ...args, statSync(args.find((one) => one.endsWith(".pdf"))!).mtimeMs].join("\n");
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  answers.set(key, answer);
  return answer;
}

export interface Line {
  readonly text: string;
  /** Millimetres from the sheet's left and upper edges. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Lines of each page with their boxes. */
export function linesOf(file: string): readonly (readonly Line[])[] {
  const pages = poppler("pdftotext", "-bbox-layout", file, "-").split("<page ").slice(1);
  return pages.map((page) =>
    [...page.matchAll(/<line xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([\s\S]*?)<\/line>/g)].map(([, left, top, right, bottom, words]) => ({
      left: Number(left) * MILLIMETRES, top: Number(top) * MILLIMETRES, right: Number(right) * MILLIMETRES, bottom: Number(bottom) * MILLIMETRES,
      text: [...(words ?? "").matchAll(/<word[^>]*>([^<]*)</g)].map((word) => word[1]).join(" "),
    })),
  );
}

/** Text of each page, in line order or in drawing order. */
export function pagesOf(file: string, order: "lines" | "drawing" = "lines"): readonly string[] {
  return poppler("pdftotext", ...(order === "drawing" ? ["-raw"] : []), file, "-").split("\f").slice(0, -1);
}

/** What each page has between the running lines of a handout, right of `left` millimetres, without white space; in line order or in drawing order. */
export function coresOf(file: string, left: number, order: "lines" | "drawing" = "lines"): readonly string[] {
  const box = { x: left, y: 24, W: 210 - left, H: 257 };
  const core = Object.entries(box).flatMap(([key, size]) => [`-${key}`, String(Math.round(size / MILLIMETRES))]);
  const text = poppler("pdftotext", ...(order === "drawing" ? ["-raw"] : []), ...core, file, "-");
  return text.split("\f").slice(0, -1).map((page) => page.replace(/\s+/g, ""));
}

/** All tagged text in structure order, without white space; slow on long documents. */
export function taggedText(file: string): string {
  const lines = poppler("pdfinfo", "-struct-text", file).split("\n");
  return lines.flatMap((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? []).join("").replace(/\s+/g, "");
}

/** Kinds of structure elements, in order. */
export function tagsOf(file: string): readonly string[] {
  return [...poppler("pdfinfo", "-struct", file).matchAll(/^\s*(\w+)(?: \((?:block|inline|illustration|[^)]*)\))?/gm)].map((match) => match[1] ?? "");
}

/** `key` in pdfinfo's report. */
export function property(file: string, key: string): string {
  return new RegExp(`^${key}:\\s+(.*)$`, "m").exec(poppler("pdfinfo", file))?.[1] ?? "";
}

/** Rows of pdffonts. */
export function fontsOf(file: string): readonly string[] {
  return poppler("pdffonts", file).trim().split("\n").slice(2);
}

/** Bookmarks in order, each with its depth (from 1) and its page. */
export function bookmarksOf(file: string): readonly { readonly title: string; readonly depth: number; readonly page: number }[] {
  const xml = poppler("pdftohtml", "-xml", "-i", "-stdout", file);
  const outline = xml.slice(xml.indexOf("<outline>"));
  const found: { title: string; depth: number; page: number }[] = [];
  let depth = 0;
  for (const [token, page, title] of outline.matchAll(/<outline>|<\/outline>|<item page="(\d+)">([^<]*)<\/item>/g)) {
    if (token === "<outline>") depth += 1;
    else if (token === "</outline>") depth -= 1;
    else found.push({ title: unescape(title ?? ""), depth, page: Number(page) });
  }
  return found;
}

/** Links inside the document, each with the page it is on. */
export function linksOf(file: string): readonly { readonly from: number; readonly to: number }[] {
  const xml = poppler("pdftohtml", "-xml", "-i", "-stdout", file);
  return xml.split('<page number="').slice(1).flatMap((page) => {
    const from = Number.parseInt(page, 10);
    return [...page.matchAll(/<a href="[^"#]*#(\d+)"/g)].map((match) => ({ from, to: Number(match[1]) }));
  });
}

/** Dots an inch of page pictures. */
export const DOTS = 250;

/** Which dots are dark in the darkest row of a page between two heights in millimetres. */
export async function darkestRow(file: string, page: number, { top, bottom }: { readonly top: number; readonly bottom: number }): Promise<readonly boolean[]> {
  const png = execFileSync("pdftoppm", ["-r", String(DOTS), "-f", String(page), "-l", String(page), "-gray", "-png", file], { maxBuffer: 1 << 28 });
  const [from, to] = [top, bottom].map((height) => Math.round((height / 25.4) * DOTS)) as [number, number];
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const rows = Array.from({ length: to - from }, (_, index) => Array.from(data.subarray((from + index) * info.width, (from + index + 1) * info.width), (dot) => dot < 128));
  const count = (row: readonly boolean[]): number => row.filter(Boolean).length;
  return rows.reduce((best, row) => (count(row) > count(best) ? row : best));
}

export interface Link {
  /** Name of the place it leads to. */
  readonly to: string;
  readonly page: number;
  /** Size in millimetres. */
  readonly width: number;
  readonly height: number;
}

/** Links to places in the document, page by page, as in a document that was printed in one part. */
export function pressesOf(file: string): readonly Link[] {
  const objects = new Map([...readFileSync(file, "latin1").matchAll(/(?<=\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, text]) => [Number(id), text ?? ""]));
  const pages = [...objects.values()].filter((text) => text.startsWith("<</Type /Page\n"));
  return pages.flatMap((page, index) =>
    [...(/\/Annots \[([^\]]*)\]/.exec(page)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].flatMap(([, id]) => {
      const text = objects.get(Number(id)) ?? "";
      const to = /\/Dest \/([^\s/>]+)/.exec(text)?.[1];
      const [left = 0, bottom = 0, right = 0, top = 0] = /\/Rect \[([^\]]*)\]/.exec(text)?.[1]?.split(" ").map(Number) ?? [];
      return to === undefined ? [] : [{ to, page: index + 1, width: (right - left) * MILLIMETRES, height: (top - bottom) * MILLIMETRES }];
    }),
  );
}

function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#34;", '"').replaceAll("&amp;", "&");
}
