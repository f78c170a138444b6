/** The text that a page shows, from its content stream and the forms that it paints: the words, their size, and whether they are whole. */
import type { PdfDocument } from "./pdf-document.ts";
import { createFontFinder, type FontFinder } from "./pdf-font.ts";
import { areaOf, BLACK, intersect, join, numbersBefore, UNMOVED, type Area, type Matrix, type Paint, type Space } from "./pdf-space.ts";
import type { PdfDictionary, PdfObject } from "./pdf-syntax.ts";
import { createContrasts, readTextObject, type ShownRun, type ShownText, type TextTools } from "./pdf-text-object.ts";

export interface TextReader {
  read(page: PdfDictionary, paper: Area): ShownText;
}

/** Tools for reading a stream. */
interface Reading {
  readonly document: PdfDocument;
  readonly findFont: FontFinder;
  readonly contrastOf: (space: Space) => number;
  /** Forms known to have no text, and forms being read: one that painted itself would never end. */
  readonly silent: Set<PdfDictionary>;
}

/** Fonts are read once, and so are forms without text, which many pages may share. */
export function createTextReader(document: PdfDocument): TextReader {
  const reading: Reading = { document, findFont: createFontFinder(document), contrastOf: createContrasts(), silent: new Set() };
  return {
    read(page, paper) {
      const contents = page.entries.get("Contents");
      const parts = document.items(contents);
      const streams = parts.length > 0 ? parts : [contents];
      return readContent(streams.map((part) => document.stream(part) ?? "").join("\n"), page, { matrix: UNMOVED, clip: paper, paint: BLACK, cover: 1 }, reading);
    },
  };
}

const NOTHING: ShownText = { text: "", unmapped: 0, boxes: 0, runs: [] };

function readForm(form: PdfDictionary, space: Space, reading: Reading): ShownText {
  const { document, silent } = reading;
  if (silent.has(form) || !hasText(form, document)) return NOTHING;
  silent.add(form);
  const matrix = document.items(form.entries.get("Matrix")).map((number) => document.resolve(number));
  const own = matrix.length === 6 && matrix.every((number) => typeof number === "number") ? (matrix as unknown as Matrix) : UNMOVED;
  const shown = readContent(document.stream(form) ?? "", form, { ...space, matrix: join(own, space.matrix), cover: space.cover * space.paint.alpha, paint: { ...space.paint, alpha: 1 } }, reading);
  if (shown.text !== "" || shown.unmapped > 0 || shown.boxes > 0) silent.delete(form);
  return shown;
}

/** Whether the form has the resources to show text. */
function hasText(form: PdfDictionary, document: PdfDocument): boolean {
  const resources = document.dictionary(form.entries.get("Resources"))?.entries;
  return resources?.has("Font") === true || resources?.has("XObject") === true;
}

function readContent(content: string, owner: PdfDictionary, begin: Space, reading: Reading): ShownText {
  const { document, findFont, contrastOf } = reading;
  const resources = document.dictionary(owner.entries.get("Resources"))?.entries;
  const [faces, objects, states] = ["Font", "XObject", "ExtGState"].map((kind) => document.dictionary(resources?.get(kind)));
  const sum = { text: "", unmapped: 0, boxes: 0, runs: [] as ShownRun[] };
  const add = ({ text, unmapped, boxes, runs }: ShownText): void => {
    sum.text += text;
    sum.unmapped += unmapped;
    sum.boxes += boxes;
    for (const run of runs) sum.runs.push(run);
  };
  const kept: Space[] = [];
  let space = begin;
  const tools: TextTools = { findFont: (name) => findFont(document.dictionary(faces?.entries.get(name))), contrastOf };
  // Paths are most of a stream and contain no text: only operators that move, clip or
  // show text are matched, each known by its last letter, without a capture group.
  const steps = /\b(?:BT|q|Q|cm|rg|W\*?\s+n|Do|gs)(?=\s)/g;
  while (steps.test(content)) {
    const end = steps.lastIndex;
    switch (content[end - 1]) {
      case "q":
        kept.push(space);
        break;
      case "Q":
        space = kept.pop() ?? begin;
        break;
      case "m":
        space = moved(space, numbersBefore(content, end - "cm".length, 6));
        break;
      case "g":
        space = coloured(space, numbersBefore(content, end - "rg".length, 3));
        break;
      case "n":
        space = clipped(space, content, content.lastIndexOf("W", end));
        break;
      case "s":
        space = covering(space, document.dictionary(states?.entries.get(nameBefore(content, end - "gs".length))), document);
        break;
      case "T": {
        const object = readTextObject(content, end, space, tools);
        steps.lastIndex = object.end;
        add(object.shown);
        break;
      }
      default: {
        const form = document.dictionary(objects?.entries.get(nameBefore(content, end - "Do".length)));
        if (form !== null && isForm(form)) add(readForm(form, space, reading));
      }
    }
  }
  return sum;
}

/** The name of a resource before an operator that begins at `end`. */
function nameBefore(content: string, end: number): string {
  return content.slice(content.lastIndexOf("/", end) + 1, end).trimEnd();
}

function isForm(form: PdfDictionary): boolean {
  const subtype: PdfObject | undefined = form.entries.get("Subtype");
  return typeof subtype === "object" && subtype?.type === "name" && subtype.name === "Form";
}

function moved(space: Space, numbers: readonly number[] | null): Space {
  return numbers === null ? space : { ...space, matrix: join(numbers as unknown as Matrix, space.matrix) };
}

function coloured(space: Space, numbers: readonly number[] | null): Space {
  return numbers === null ? space : { ...space, paint: { ...space.paint, colour: numbers as unknown as Paint["colour"] } };
}

/** Takes alpha from a graphics state (8.4.5); a state without it changes nothing. */
function covering(space: Space, state: PdfDictionary | null, document: PdfDocument): Space {
  const alpha = document.resolve(state?.entries.get("ca"));
  return typeof alpha === "number" ? { ...space, paint: { ...space.paint, alpha } } : space;
}

/** Longest rectangle, in characters. */
const LONGEST_PATH = 100;

/** Clips by a rectangle; ignores any other path, so that nothing visible is reported as clipped. */
function clipped(space: Space, content: string, end: number): Space {
  const path = content.slice(Math.max(0, end - LONGEST_PATH), end).trimEnd();
  const [x, y, width, height] = (path.endsWith(" re") ? numbersBefore(path, path.length - 2, 4) : null) ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) return space;
  return { ...space, clip: intersect(space.clip, areaOf(x, y, width, height, space.matrix)) };
}
