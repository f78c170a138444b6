/** Where a section's file says its minutes, and the edit that makes it say others. */
import type { Edit } from "./plan-fixes.ts";

/** What stands before the settings of a file, and the line that ends them; as the parser reads them. */
const OPENING = /^(?:[ \t]*\n)*---[ \t]*\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;
const KEYED = /^\s*[\w\u4E00-\u9FFF-]+[ \t]*[:：]/;
const MINUTES = /^(minutes[ \t]*:[ \t]*)([^\s#]+)/m;

/** The edit for a file whose text has lines that end with `\n`; `newline` is what ends them in the file itself. */
export function placeMinutes(file: string, text: string, minutes: number, newline: string): Edit {
  const opening = OPENING.exec(text)?.[0];
  const rest = text.slice(opening?.length ?? 0);
  const closing = opening === undefined ? null : CLOSING.exec(rest);
  const settings = closing === null || !KEYED.test(rest) ? null : rest.slice(0, closing.index);
  if (opening === undefined || settings === null) return edit(file, text, 0, "", `---${newline}minutes: ${minutes}${newline}---${newline}`);
  const said = MINUTES.exec(settings);
  if (said === null) return edit(file, text, opening.length, "", `minutes: ${minutes}${newline}`);
  const [, before = "", value = ""] = said;
  return edit(file, text, opening.length + said.index + before.length, value, String(minutes));
}

function edit(file: string, text: string, offset: number, before: string, after: string): Edit {
  const lines = text.slice(0, offset).split("\n");
  const [line, column] = [lines.length, (lines.at(-1) ?? "").length + 1];
  return { span: { file, line, column, endLine: line, endColumn: column + before.length }, before, after, code: "minutes", rule: null };
}
