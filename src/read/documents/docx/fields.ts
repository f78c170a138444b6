/** Fields of a document, which may begin in one paragraph and end in another: ECMA-376-1, 17.16. */
import { findSymbol } from "./symbols.ts";

interface Field {
  code: string;
  /** Whether what follows is its result and no longer its code. */
  result: boolean;
  /** Characters shown of the result. */
  shown: string;
}

/** What a finished field was. */
export interface FieldEnd {
  /** What a program shows without a saved result: ①. */
  readonly text: string;
  readonly kind: "plain" | "saved" | "broken" | "contents";
}

/** Marks for an index or a table of contents, and settings: they show nothing. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADVANCE|BIDIOUTLINE|MACROBUTTON|GOTOBUTTON|LISTNUM)\b/i;
/** Their result cannot be out of date, or is no words of the text. */
const STEADY = /^\s*(?:HYPERLINK|PAGE|PAGEREF|NUMPAGES|SECTION|SECTIONPAGES|QUOTE|ADDIN|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|SHAPE|EMBED|EQ|SYMBOL)\b/i;
const CONTENTS = /^\s*(?:TOC|INDEX|TOA)\b/i;
const ERROR = /错误[！!]|錯誤[！!]|^Error!/i;
/** Deepest nesting that is followed; Word writes two or three. */
const DEEPEST = 50;

export class Fields {
  readonly #open: Field[] = [];

  begin(): void {
    if (this.#open.length < DEEPEST) this.#open.push({ code: "", result: false, shown: "" });
  }

  addCode(text: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.code += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.result = true;
  }

  /** Whether text at this place is seen: not in a field's code, nor in a table of contents. */
  get visible(): boolean {
    return this.#open.every((field) => field.result && !CONTENTS.test(field.code));
  }

  /** Whether text at this place is in a table of contents. */
  get contents(): boolean {
    return this.#open.some((field) => CONTENTS.test(field.code));
  }

  addShown(text: string): void {
    for (const field of this.#open) field.shown += text;
  }

  /** Null without an open field. */
  end(): FieldEnd | null {
    const field = this.#open.pop();
    return field === undefined ? null : endOf(field);
  }
}

/** Of a field in one element (`w:fldSimple`). */
export function endOf({ code, shown }: { readonly code: string; readonly shown: string }): FieldEnd {
  if (CONTENTS.test(code)) return { text: "", kind: "contents" };
  if (ERROR.test(shown)) return { text: "", kind: "broken" };
  if (shown.trim() === "") {
    const text = drawn(code);
    return { text, kind: text !== "" || SILENT.test(code) || STEADY.test(code) || code.trim() === "" ? (/^\s*EQ\b/i.test(code) && text === "" ? "broken" : "plain") : "broken" };
  }
  return { text: "", kind: STEADY.test(code) || SILENT.test(code) ? "plain" : "saved" };
}

/** Fields that are drawn from their code: a sign in a circle, and a sign of a symbol font. */
function drawn(code: string): string {
  const circled = /^\s*EQ\s*\\o\s*(?:\\a[clr])?\s*\(\s*[○〇◯]\s*[,，]\s*([^)]{1,4}?)\s*\)\s*$/i.exec(code)?.[1];
  if (circled !== undefined) return /^\d{1,2}$/.test(circled) && Number(circled) >= 1 && Number(circled) <= 20 ? String.fromCodePoint(0x245f + Number(circled)) : circled;
  const symbol = /^\s*SYMBOL\s+(\d{1,5}|0x[0-9a-f]{1,4})\b(?:.*\\f\s+"?([^"\\]+)"?)?/i.exec(code);
  return symbol === null ? "" : (findSymbol(symbol[2] ?? "Symbol", Number(symbol[1])) ?? "");
}
