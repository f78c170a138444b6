/** Values of PDF objects as data: parsed from text, changed, and written as text again. */

/** A number, name, string, boolean or null as in the file: `12`, `/Page`, `(text)`, `<FEFF>`, `true`. */
export type PdfToken = string;

/** An indirect reference, `12 0 R`. */
export interface PdfReference {
  readonly to: number;
}

/** Keys with their slash, in the order of the file. */
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export type PdfValue = PdfToken | PdfReference | readonly PdfValue[] | PdfDictionary;

/** A document not built the way browsers build theirs; the code that joins and reads PDFs does not guess. */
export class UnknownPdfShape extends Error {
  constructor(detail: string) {
    super(`a PDF of an unknown shape: ${detail}`);
    this.name = "UnknownPdfShape";
  }
}

/** Space, then one of: reference, bracket, name, hexadecimal string, start of a literal string, any other word. */
const TOKEN = /[\s\0]*(?:(\d+) 0 R\b|(<<|>>|\[|\])|(\/[^\s\0()<>[\]{}/%]*|<[0-9A-Fa-f\s]*>|[-+.\w]+)|(\())/y;

/** Reads one value from `start`; `base` is added to the numbers of its references. Throws UnknownPdfShape. */
export function parseValue(text: string, start: number, base = 0): { readonly value: PdfValue; readonly end: number } {
  let at = start;
  const parseNext = (): PdfValue | ">>" | "]" => {
    TOKEN.lastIndex = at;
    const [whole, number, bracket, word, literal] = TOKEN.exec(text) ?? [];
    if (whole === undefined) throw new UnknownPdfShape(`no value at ${at}`);
    at += whole.length;
    if (number !== undefined) return { to: Number(number) + base };
    if (word !== undefined) return word;
    if (literal !== undefined) return parseLiteral();
    if (bracket === "<<") return parseDictionary();
    if (bracket === "[") return parseArray();
    return bracket === ">>" ? ">>" : "]";
  };
  const parseLiteral = (): string => {
    const from = at - 1;
    for (let depth = 1; depth > 0; at += 1) {
      const character = text[at];
      if (character === undefined) throw new UnknownPdfShape("a string without an end");
      if (character === "\\") at += 1;
      else if (character === "(") depth += 1;
      else if (character === ")") depth -= 1;
    }
    return text.slice(from, at);
  };
  const parseArray = (): PdfValue[] => {
    const values: PdfValue[] = [];
    for (let value = parseNext(); value !== "]"; value = parseNext()) values.push(value);
    return values;
  };
  const parseDictionary = (): PdfDictionary => {
    const entries = new Map<string, PdfValue>();
    for (let key = parseNext(); key !== ">>"; key = parseNext()) {
      if (typeof key !== "string" || !key.startsWith("/")) throw new UnknownPdfShape(`no key before ${at}`);
      entries.set(key, parseNext());
    }
    return entries;
  };
  return { value: parseNext(), end: at };
}

/** The text of a value; `numberOf` gives the final number for each reference. */
export function renderValue(value: PdfValue, numberOf: (to: number) => number | string): string {
  if (typeof value === "string") return value;
  if (isReference(value)) return `${numberOf(value.to)} 0 R`;
  if (isDictionary(value)) return `<<${[...value].map(([key, entry]) => `${key} ${renderValue(entry, numberOf)}`).join("\n")}>>`;
  return `[${value.map((entry) => renderValue(entry, numberOf)).join(" ")}]`;
}

/** Every number that a value refers to, in order. */
export function referencesIn(value: PdfValue, found: number[] = []): number[] {
  if (typeof value === "string") return found;
  if (isReference(value)) found.push(value.to);
  else for (const entry of value.values()) referencesIn(entry, found);
  return found;
}

/** The value with `change` applied to every dictionary in it, including itself; whatever stays the same remains the same object. */
export function mapDictionaries(value: PdfValue, change: (dictionary: PdfDictionary) => PdfDictionary): PdfValue {
  if (typeof value === "string" || isReference(value)) return value;
  if (isDictionary(value)) {
    let copy: Map<string, PdfValue> | null = null;
    for (const [key, entry] of value) {
      const changed = mapDictionaries(entry, change);
      if (changed !== entry) (copy ??= new Map(value)).set(key, changed);
    }
    return change(copy ?? value);
  }
  const entries = value.map((entry) => mapDictionaries(entry, change));
  return entries.some((entry, index) => entry !== value[index]) ? entries : value;
}

/** A copy with some keys set; null removes its key. */
export function withEntries(dictionary: PdfDictionary, entries: Readonly<Record<string, PdfValue | null>>): PdfDictionary {
  const copy = new Map(dictionary);
  for (const [key, value] of Object.entries(entries)) {
    if (value === null) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === "object" && "to" in value;
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** The values of an array; any other value counts as an array of one, and undefined as an empty one. */
export function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  return isArray(value) ? value : value === undefined ? [] : [value];
}

/** A whole number; throws UnknownPdfShape if the value is not one. */
export function wholeNumber(value: PdfValue | undefined): number {
  if (typeof value !== "string" || !/^\d+$/.test(value)) throw new UnknownPdfShape("a number is missing");
  return Number(value);
}
