/** Puts paragraphs together whose lines were broken at one width, where that is certain. */

export interface TextLine {
  readonly text: string;
  /** In the file, from 1. */
  readonly line: number;
}

export interface Joined {
  /** Paragraphs without blanks at both ends, with the line where each begins. */
  readonly paragraphs: readonly TextLine[];
  /** Lines that were joined to the line before. */
  readonly joined: readonly number[];
  /** Lines that seem to go on with the line before, but not certainly; they are paragraphs of their own. */
  readonly doubtful: readonly number[];
}

/** Widths at which programs and people break lines, in half-width characters: 20 to 80 Han characters. */
const [NARROWEST, WIDEST] = [40, 160] as const;
/** A full line may be this much shorter than the widest: no mark begins a line, no number or word is broken. */
const SLACK = 6;
/** Fewest full lines that are followed, and their least share of all lines that are: a title may be followed too. */
const [FEWEST, SHARE] = [3, 0.9] as const;
const INDENT = /^(?:\u3000|\t|[ \u00A0]{2})/;
/** A heading or an item stands on a line of its own. */
const STARTS = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[（(]?\d{1,2}(?:[）)、．]|\.(?!\d))|第[一二三四五六七八九十]{1,3}[部章节条]|[①-⑳⑴-⒇]|[—―-]{2}|[-*•●■◆]\s?|附件|名词解释)/;
const ENDS = /[。！？；：…”’）】》.!?;:]$/;

/**
 * Lines are joined if indents or empty lines divide the paragraphs, and whatever goes on without one is a full line. A paragraph
 * that begins without either would end after a full line only by chance.
 */
export function joinLines(lines: readonly TextLine[]): Joined {
  const filled = lines.map(({ text, line }) => ({ text: text.trimEnd(), line }));
  const width = filled.reduce((widest, { text }) => Math.max(widest, widthOf(text)), 0);
  const followers = filled.flatMap(({ text }, index) => (follows(filled[index - 1]?.text ?? "", text) ? [index] : []));
  const afterFull = followers.filter((index) => widthOf(filled[index - 1]!.text) >= width - SLACK);
  const divided = filled.some(({ text }) => text === "" || INDENT.test(text));
  const certain = divided && width >= NARROWEST && width <= WIDEST && afterFull.length >= FEWEST && afterFull.length >= SHARE * followers.length;
  const joins = new Set(certain ? afterFull : []);
  const doubtful = certain ? [] : followers.filter((index) => widthOf(filled[index - 1]!.text) >= NARROWEST && !ENDS.test(filled[index - 1]!.text));
  const linesOf = (indexes: readonly number[]): number[] => indexes.map((index) => filled[index]!.line);
  return { paragraphs: putTogether(filled, joins, width), joined: linesOf([...joins]), doubtful: doubtful.length >= FEWEST ? linesOf(doubtful) : [] };
}

function follows(before: string, text: string): boolean {
  return before !== "" && text !== "" && !INDENT.test(text) && !STARTS.test(text);
}

function putTogether(lines: readonly TextLine[], joins: ReadonlySet<number>, width: number): readonly TextLine[] {
  const paragraphs: { text: string; line: number; full: boolean }[] = [];
  lines.forEach(({ text, line }, index) => {
    const last = paragraphs.at(-1);
    const own = text.trim();
    if (last !== undefined && joins.has(index)) last.text += `${gapBetween(last.text, own, last.full)}${own}`;
    else if (own !== "") paragraphs.push({ text: own, line, full: false });
    if (own !== "") paragraphs.at(-1)!.full = widthOf(text) >= width - 1;
  });
  return paragraphs.map(({ text, line }) => ({ text, line }));
}

/** Words of Latin letters had a blank between them; a number that goes up to the edge was broken, and 6. before 2% is never a word. */
function gapBetween(before: string, after: string, full: boolean): string {
  const [left, right] = [before.at(-1) ?? "", after[0] ?? ""];
  if (/\d/.test(left) && /\d/.test(right)) return full ? "" : " ";
  return (/[\p{Script=Latin}\d,.;:!?)%]/u.test(left) && /[\p{Script=Latin}(]/u.test(right)) || (/\p{Script=Latin}/u.test(left) && /\d/.test(right)) ? " " : "";
}

/** In half-width characters. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u2014\u2018\u2019\u201C\u201D\u2026]|[\u{20000}-\u{3FFFD}]/u.test(character) ? 2 : 1;
  return width;
}
