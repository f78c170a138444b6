/** Turns one cell of a workbook into the text that its sheet shows, or into what is unclear about it. */
import { Big } from "big.js";
import type { format } from "numfmt";

/** What a workbook stores for a cell. */
export interface StoredCell {
  readonly value: string | number | boolean | Date | null;
  /** Whether the cell holds a formula. */
  readonly formula: boolean;
  /** Null means General. */
  readonly format: string | null;
}

export type ShownCell =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "no-value" }
  | { readonly type: "date"; readonly text: string }
  | { readonly type: "number"; readonly held: string; readonly why: "too-many-digits" | "shown-as-nothing" | "unknown-format" };

/** WPS writes the second when its own language is Chinese. */
const GENERAL = /^(?:General|G\/通用格式|@)$/i;
/** Columns of figures, where a date is a slip of the spreadsheet (3-2 becomes 2 March). */
const FIGURES = new Set(["value", "growth", "rank", "target"]);
/** A sheet shows at most eleven characters of a number without a format: ten digits and the point. */
const SHOWN_DIGITS = 10;
/** Binary noise (11.600000000000001) begins at the sixteenth digit, or after some sums at the thirteenth. */
const SOUND_DIGITS = 12;
/** Characters of a format, as Excel allows (specifications and limits). */
const LONGEST_FORMAT = 255;
/** Milliseconds in a day; the day number of 1 January 1970 in a workbook. */
const [DAY, EPOCH] = [86_400_000, 25_569] as const;

/** `column` is the head of the cell's column; `show` is the number formatter, which is loaded only for workbooks. */
export function showCell({ value, formula, format: pattern }: StoredCell, column: string, show: typeof format): ShownCell {
  if (value === null) return formula ? { type: "no-value" } : { type: "text", text: "" };
  if (value instanceof Date) return showDate(value, pattern ?? "d", column, show);
  if (typeof value === "number") return pattern === null || GENERAL.test(pattern) ? showGeneral(value) : showFormatted(value, pattern, show);
  return { type: "text", text: typeof value === "boolean" ? String(value).toUpperCase() : value };
}

/** A number without a format: as it was typed, without binary noise. What cannot have been typed is not guessed at. */
function showGeneral(value: number): ShownCell {
  if (Number.isSafeInteger(value)) return { type: "text", text: String(value) };
  const text = new Big(value.toPrecision(SOUND_DIGITS)).toFixed();
  const digits = text.replace(/^-?0*\.?0*/, "").replace(".", "");
  return digits.length <= SHOWN_DIGITS ? { type: "text", text } : { type: "number", held: String(value), why: "too-many-digits" };
}

function showFormatted(value: number, pattern: string, show: typeof format): ShownCell {
  const held = String(value);
  // The formatter ignores the Chinese numerals that this asks for, and takes its time over a format that no program writes.
  if (/\[DBNum/i.test(pattern) || pattern.length > LONGEST_FORMAT) return { type: "number", held, why: "unknown-format" };
  try {
    const text = show(pattern, value).trim();
    return text === "" ? { type: "number", held, why: "shown-as-nothing" } : { type: "text", text };
  } catch {
    return { type: "number", held, why: "unknown-format" };
  }
}

/**
 * A date counts as far as its format shows it: 2021-09, or 2021 if it shows no day. Among figures, and as a period with a day, it
 * is a slip. Elsewhere a format in words (yyyy"年"m"月") is followed; other formats look different on each computer.
 */
function showDate(date: Date, pattern: string, column: string, show: typeof format): ShownCell {
  const time = date.getTime();
  if (Number.isNaN(time)) return { type: "date", text: "?" };
  const day = date.toISOString().slice(0, 10);
  const parts = shownParts(pattern);
  const text = parts.includes("d") || !parts.includes("y") ? day : parts.includes("m") ? day.slice(0, 7) : day.slice(0, 4);
  if (FIGURES.has(column) || (column === "period" && text === day)) return { type: "date", text: day };
  if (column === "period" || !pattern.includes("年") || /\[DBNum/i.test(pattern)) return { type: "text", text };
  return showFormatted(time / DAY + EPOCH, pattern, show);
}

/** Letters of a date format outside quotes, brackets and escapes: `yyyy"年"m"月"` has y and m. */
function shownParts(pattern: string): string {
  return pattern.split(";", 1)[0]!.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, "").toLowerCase();
}
