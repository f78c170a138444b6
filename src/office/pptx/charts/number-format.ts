/** Number formats (ECMA-376-1, 18.8.31) that show a figure as it was published: 近9% is `"近"0"%"`, 10.89% `0.00"%"`. */

const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
/** What says in front of a number that it is a fall. */
const FALL = /[-\u2212]|下降|降低|减少|回落|下跌|降/;

/**
 * The format under which `value` shows as `text`. The number stays a number wherever the text has it, so that an edited cell keeps
 * the words around it; words without it (超万亿元, 1.6倍 of 160 %) stay as they are.
 *
 * @param text as published, with its words and unit; a per cent sign never multiplies
 * @param value plain decimal text
 */
export function numberFormat(text: string, value: string): string {
  const size = value.replace(/^-/, "");
  const found = [...text.matchAll(NUMBER)].find(([number]) => number.replaceAll(",", "") === size && !/^0\d/.test(number));
  // Without its sections a literal alone would get a minus from a negative value.
  if (found === undefined) return Array<string>(3).fill(quote(text) || '""').join(";");
  const [number] = found;
  const fraction = number.split(".")[1]?.length ?? 0;
  const digits = (number.includes(",") ? "#,##0" : "0") + (fraction === 0 ? "" : `.${"0".repeat(fraction)}`);
  const before = text.slice(0, found.index);
  const after = quote(text.slice(found.index + number.length));
  const section = (words: string): string => quote(words) + digits + after;
  return value.startsWith("-") ? `${section(before.replace(FALL, ""))};${section(before)}` : section(before);
}

/** A literal of a format; a quotation mark inside stands outside the quotes. */
function quote(text: string): string {
  return text.split('"').map((part) => (part === "" ? "" : `"${part}"`)).join(String.raw`\"`);
}
