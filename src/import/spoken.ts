/** The document as it is spoken: its paragraphs in order, without signs that a deck may not hold. */
import { findOddCharacters } from "../model/characters/odd-characters.ts";
import type { DocumentBlock, DocumentParagraph, SourceDocument } from "../read/documents/document.ts";
import { paragraphText } from "../read/documents/document.ts";
import { asideMark, tableText, type Aside } from "./asides.ts";
import type { Replacement } from "./decision.ts";

/** A paragraph before its headings are known. */
export interface RawParagraph {
  readonly paragraph: number;
  readonly line: number | null;
  /** Label and text, without blanks at both ends. */
  readonly text: string;
  /** Outline level of its style; null for body text, 0 for the title. */
  readonly level: number | null;
  /** The bold words that it begins with; all of it in a bold heading, empty where it begins plainly. */
  readonly bold: string;
  /** Its notes, and the tables behind it that no slide shows. */
  readonly asides: readonly Aside[];
}

export interface Spoken {
  readonly lang: "zh-CN" | "en";
  readonly paragraphs: readonly RawParagraph[];
  readonly replacements: readonly Replacement[];
}

/** Every sign that a reader sees is kept. `tables` are those that no slide shows, by their paragraph's number. */
export function readSpoken({ blocks }: SourceDocument, tables: ReadonlySet<number>): Spoken {
  const lang = languageOf(blocks.map((block) => (block.type === "paragraph" ? paragraphText(block) : block.type === "table" ? tableText(block) : "")).join(""));
  const paragraphs: (RawParagraph & { readonly asides: Aside[] })[] = [];
  const replacements: Replacement[] = [];
  const count = { note: 0, table: 0 };
  const clean = (written: string, place: DocumentBlock["place"]): string => {
    const { text, replaced } = plainSigns(trimBlanks(written));
    replacements.push(...replaced.map(({ start, end, sign, by }) => ({ place: { ...place, start, end }, sign, by })));
    return text;
  };
  for (const block of blocks) {
    if (block.type === "picture") continue;
    if (block.type === "table") {
      if (!tables.has(block.place.paragraph)) continue;
      const [mark, text, last] = [asideMark("table", (count.table += 1), lang), clean(tableText(block), block.place), paragraphs.at(-1)];
      // A document may begin with a table.
      if (last === undefined) paragraphs.push({ ...block.place, text: `${mark}${text}`, level: null, bold: "", asides: [] });
      else last.asides.push({ after: null, mark, text });
      continue;
    }
    const text = clean(paragraphText(block), block.place);
    if (text === "") continue;
    const asides = notesOf(block, text).map(({ after, note }) => ({ after, mark: asideMark("note", (count.note += 1), lang), text: clean(note, block.place) }));
    paragraphs.push({ ...block.place, text, level: block.level, bold: boldLead(block), asides });
  }
  return { lang, paragraphs, replacements };
}

/** Where the marks of a paragraph's notes stand in its spoken text. */
function notesOf(block: DocumentParagraph, spoken: string): { readonly after: number; readonly note: string }[] {
  const written = paragraphText(block);
  return block.notes.map(({ after, text }) => ({ after: Math.min(plainSigns(written.slice(0, after).replace(/^[\s\u3000\uFEFF]+/u, "")).text.length, spoken.length), note: text }));
}

/** Chinese where a twentieth of the letters are Han. */
function languageOf(text: string): "zh-CN" | "en" {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const latin = (text.match(/[A-Za-z]/g) ?? []).length;
  return latin > 0 && han * 20 < latin ? "en" : "zh-CN";
}

/** Blanks at the ends of a paragraph are layout, and so is the blank after a wide one inside. */
export function trimBlanks(text: string): string {
  return text.trim();
}

interface Sign {
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly by: string;
}

/** Signs that no deck may hold, controls and half characters among them: the parser would refuse every file that has one. */
const NEVER = /(?![\t\n])\p{Cc}|[\p{Zl}\p{Zp}\p{Cs}]|[\uFFFC\uFFFE\uFFFF]/gu;

/** The text with signs that hide or disguise something as a reader sees them; see `model/characters`. */
export function plainSigns(written: string): { readonly text: string; readonly replaced: readonly Sign[] } {
  const replaced: Sign[] = [];
  const plain = written.replaceAll("\t", " ").replaceAll("\r\n", "\n").replace(NEVER, (sign, at: number) => {
    replaced.push({ start: at, end: at + sign.length, sign: codePoint(sign), by: "" });
    return "";
  });
  const lines = plain.split("\n").map((line) => {
    let seen = line;
    // What one sign hid may become odd itself; three rounds settle every text.
    for (let round = 0; round < 3; round++) {
      const odd = findOddCharacters(seen);
      if (odd.length === 0) break;
      let [kept, next] = [0, ""];
      for (const { start, end, replacement } of odd) {
        const by = replacement ?? (round === 2 ? "" : seen.slice(start, end).normalize("NFKC"));
        next += seen.slice(kept, start) + by;
        kept = end;
        replaced.push({ start, end, sign: codePoint(seen.slice(start, end)), by });
      }
      seen = next + seen.slice(kept);
    }
    return seen;
  });
  // Blanks around a line break are layout, as those at the ends.
  return { text: lines.map(trimBlanks).filter((line) => line !== "").join("\n"), replaced };
}

function codePoint(sign: string): string {
  return [...sign].map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
}

function boldLead(block: Extract<DocumentBlock, { type: "paragraph" }>): string {
  const first = block.runs.findIndex((run) => !run.bold && run.text.trim() !== "");
  return block.runs.slice(0, first === -1 ? undefined : first).map((run) => run.text).join("").trim();
}
