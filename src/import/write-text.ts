/** Plain text as Markdown of a section: shown, it is the same text to the letter. */
import type { Reference } from "./reference.ts";

/** Signs that Markdown or the deck may take for marks. */
const MARKS = /[\\`*_{}[\]<>~&|$]/g;
/** At the start of a line these begin a list, a heading, a quote, a rule or a table. */
const LEAD = /^(?:[#+>=:|-]|\d{1,9}[.)])/;
const EVERY_MARK = /[!-/:-@[-`{-~]/g;

/** How a paragraph is written: `plain` as readable as it can be, `careful` with every ASCII mark escaped. */
export type Care = "plain" | "careful";

/** Escaped text without a line break at its ends. */
function escapeText(text: string, care: Care): string {
  if (care === "careful") return text.replace(EVERY_MARK, "\\$&");
  return text.replace(MARKS, "\\$&");
}

/** One paragraph of the notes on one line, with references in place of the figures that the tables hold. A line break is the one tag that is always allowed. */
export function writeParagraph(text: string, references: readonly Reference[], care: Care): string {
  let [written, from] = ["", 0];
  for (const { start, end, reference } of references) {
    written += escapeText(text.slice(from, start), care) + reference;
    from = end;
  }
  written += escapeText(text.slice(from), care);
  return protectLead(written.replaceAll("\n", "<br>"), care);
}

/** A comment in the mark of the notes keeps it from being read as one: it is spoken text. */
function protectLead(line: string, care: Care): string {
  if (line.startsWith("备注：")) return `备注<!-- -->：${line.slice("备注：".length)}`;
  if (care === "careful" || !LEAD.test(line)) return line;
  return line.replace(/^(\d*)/, "$1\\");
}

/** A title, a card, an item of a list: one line, without references. */
export function writePhrase(text: string): string {
  return escapeText(text.replace(/\s+/g, " ").trim(), "plain").replace(LEAD, (lead) => lead.replace(/.$/, "\\$&"));
}
