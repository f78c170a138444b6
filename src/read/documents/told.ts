/** Collects what is left out of a document or taken in another way, so that each kind is reported once with its first place. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { documentLeftOut, documentNotTaken, documentTakenAs, type LeftOut, type NotTaken, type TakenAs } from "../../diagnostics/messages/documents.ts";
import type { Span } from "../../model/span.ts";

interface Count {
  readonly line: number;
  count: number;
  sample: string;
}

/** Characters of a sample. */
const LONGEST_SAMPLE = 20;

export class Told {
  readonly #counts = new Map<string, Count>();

  /** `line` is a line of the file, or a paragraph of a .docx; `sample` some words of what is left out. */
  notTaken(what: NotTaken, line: number): void {
    this.#add(`0 ${what}`, line, "");
  }

  leftOut(what: LeftOut, line: number, sample = ""): void {
    this.#add(`1 ${what}`, line, sample);
  }

  takenAs(what: TakenAs, line: number): void {
    this.#add(`2 ${what}`, line, "");
  }

  report(file: string, report: Report): void {
    for (const [key, { line, count, sample }] of this.#counts) {
      const what = key.slice(2);
      const span: Span = { file, line, column: 1, endLine: line, endColumn: 1 };
      if (key.startsWith("0")) report(documentNotTaken(span, what as NotTaken, count));
      else if (key.startsWith("1")) report(documentLeftOut(span, what as LeftOut, count, sample));
      else report(documentTakenAs(span, what as TakenAs, count));
    }
  }

  #add(key: string, line: number, sample: string): void {
    const known = this.#counts.get(key) ?? { line: Math.max(line, 1), count: 0, sample: "" };
    known.count += 1;
    if (known.sample === "") known.sample = shorten(sample);
    this.#counts.set(key, known);
  }
}

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length > LONGEST_SAMPLE ? `${characters.slice(0, LONGEST_SAMPLE).join("")}…` : characters.join("");
}
