/** The door to marked: reads a Markdown file through the HTML that it stands for. */
import { Lexer, Parser, type Token, type Tokens } from "marked";
import type { Report } from "../../../diagnostics/diagnostic.ts";
import type { DocumentBlock } from "../document.ts";
import { Fault } from "../fault.ts";
import { HtmlBlocks } from "../html/html-blocks.ts";
import { parsePiece } from "../html/parse-html.ts";
import { settleLevels } from "../settle-levels.ts";
import { decodeLines } from "../text/read-text.ts";
import { Told } from "../told.ts";

const FRONT_MATTER = /^---[ \t]*\n(?:[\w-]{1,40}[ \t]*:[^\n]{0,2000}\n|[ \t]+[^\n]{0,2000}\n|-[ \t][^\n]{0,2000}\n|#[^\n]{0,2000}\n){1,200}---[ \t]*\n/;
/** A footnote: `[^1]: text`, and lines that are indented below it. */
const NOTE = /^\[\^([^\]\s]{1,40})\]:[ \t]*([^\n]*(?:\n(?: {2,}|\t)[^\n]+)*)/gm;
/** A line that begins with more marks of lists and quotes, or with a wider indent, than anyone writes: their readers recurse. */
const DEEP = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){12}|^[ \t]{80,}\S/m;

/** Most characters of a file and of a paragraph, and most lines: marks that are never closed, lists and tables take time in the square of their length. The longest reports have 60,000 characters in all. */
const [MOST_CHARACTERS, LONGEST_PARAGRAPH, MOST_LINES] = [1_000_000, 10_000, 20_000] as const;

/** The blocks of a text. Throws a {@link Fault}. */
export function readMarkdown(path: string, bytes: Uint8Array, report: Report): readonly DocumentBlock[] {
  const told = new Told();
  const notes = new Map<string, string>();
  const text = takeNotes(takeFrontMatter(decodeLines(bytes, MOST_LINES).join("\n"), told), notes);
  if (DEEP.test(text)) throw new Fault("hostile");
  if (text.length > MOST_CHARACTERS) throw new Fault("too-large");
  const blocks: DocumentBlock[] = [];
  let [lines, paragraphs, pictures] = [0, 0, 0];
  for (const piece of piecesOf(lex(text))) {
    const reader = new HtmlBlocks({ told, notes, lines: lines + leadingLines(piece.raw), paragraphs, pictures });
    reader.readAll(parsePiece(Parser.parse([piece])).childNodes);
    reader.end(null);
    // The lines of a piece of HTML are those of its own; all its blocks begin where it begins.
    blocks.push(...reader.blocks.map((block): DocumentBlock => ({ ...block, place: { ...block.place, line: lines + leadingLines(piece.raw) + 1 } })));
    ({ paragraphs, pictures } = reader);
    lines += piece.raw.split("\n").length - 1;
  }
  told.report(path, report);
  return settleLevels(blocks);
}

/** Blocks first: only then it is known how long their paragraphs are. */
function lex(text: string): readonly Token[] {
  const lexer = new Lexer({ gfm: true });
  lexer.blockTokens(text, lexer.tokens);
  for (const { src, tokens } of lexer.inlineQueue) {
    if (src.length > LONGEST_PARAGRAPH) throw new Fault("too-large");
    lexer.inlineTokens(src, tokens);
  }
  return lexer.tokens;
}

function leadingLines(raw: string): number {
  return /^\n*/.exec(raw)![0].length;
}

/** Items of a list one at a time, so that each has its line. */
function piecesOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token): Token[] => {
    if (token.type !== "list") return [token];
    const list = token as Tokens.List;
    const first = list.ordered && list.start !== "" ? list.start : 1;
    const items = list.items.map((item, index) => ({ ...list, raw: item.raw.endsWith("\n") || index === list.items.length - 1 ? item.raw : `${item.raw}\n`, items: [item], start: first + index }));
    const rest = list.raw.split("\n").length - items.reduce((sum, { raw }) => sum + raw.split("\n").length - 1, 1);
    return rest > 0 ? [...items, { type: "space", raw: "\n".repeat(rest) }] : items;
  });
}

function takeFrontMatter(text: string, told: Told): string {
  const found = FRONT_MATTER.exec(text)?.[0];
  if (found === undefined) return text;
  told.leftOut("front-matter", 1, found.split("\n")[1] ?? "");
  return blankLines(found) + text.slice(found.length);
}

function takeNotes(text: string, notes: Map<string, string>): string {
  return text.replaceAll(NOTE, (all, mark: string, note: string) => {
    notes.set(mark, note.replace(/\n[ \t]+/g, "\n").trim());
    return blankLines(all);
  });
}

/** As many line ends: places stay true. */
function blankLines(text: string): string {
  return "\n".repeat(text.split("\n").length - 1);
}
