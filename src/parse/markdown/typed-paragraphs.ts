/** The paragraphs of notes, where every line that was typed or pasted may be one of its own. */
import type { Lead, TypedLine } from "./typed-line.ts";

/** A wide blank, or two plain ones, as word processors begin a paragraph. */
const INDENT = /^(?:[^\S\n]*[\u3000\u00A0][\s\u200B]*| {2,}|\t\s*)(?=\S)/;
const WIDE = /[\u3000\u00A0]/;
const MARKDOWN_ITEM = /^\s*(?:[-+*]|\d{1,9}[.)])[ \t]/;
const ENDED = /[。！？；：…!?;:][”’』」）)】》]*\s*$/u;
/** What a heading or an enumeration of a report begins with. */
export const ORDINAL = /^\s*(?:第?[一二三四五六七八九十百]{1,4}(?:[、，．]|是|部分|章)|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳㈠-㈩⑴-⒇⒈-⒛]|——)/u;
const HAN = /\p{Script=Han}/u;

/** Leads of the lines that begin a paragraph: indented ones, and every line of a run where each is a paragraph or a heading. */
export function findParagraphs(lines: readonly TypedLine[]): ReadonlyMap<TypedLine, Lead> {
  const leads = new Map<TypedLine, Lead>();
  let listed = false;
  for (const run of findRuns(lines)) {
    const separate = isSeparate(run);
    for (const [index, line] of run.entries()) {
      const { text } = line;
      const indent = INDENT.exec(text)?.[0] ?? "";
      const wide = WIDE.test(indent);
      const item = MARKDOWN_ITEM.test(text);
      const before = run[index - 1]?.text;
      const follows = before !== undefined && ORDINAL.test(text) && (ENDED.test(before) || ORDINAL.test(before));
      // In a list, plain blanks are Markdown's own.
      const own: boolean = !wide && (item || (listed && indent !== ""));
      if (own ? item && !listed && follows : indent !== "" || separate || follows) leads.set(line, { length: own ? 0 : indent.length, text: "", apart: true });
      listed = item || (listed && (own || (before !== undefined && !leads.has(line))));
    }
  }
  return leads;
}

/** Lines between blank ones. */
function findRuns(lines: readonly TypedLine[]): readonly (readonly TypedLine[])[] {
  const runs: TypedLine[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() !== "") runs.at(-1)!.push(line);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs;
}

/** Whether each line is a paragraph: all of them end a sentence or begin as headings do. Lines wrapped by hand end anywhere. */
function isSeparate(run: readonly TypedLine[]): boolean {
  return run.length > 1 && run.some(({ text }) => HAN.test(text)) && run.every(({ text }) => ENDED.test(text) || ORDINAL.test(text));
}
