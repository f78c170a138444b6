/** Reads inline Markdown into drafts, each with its exact place. Linear in the length of the text. */
import { findMailAddress, findWebAddress, findWwwAddress } from "./addresses.ts";
import type { Draft } from "./draft.ts";
import { markRun, pairMarks } from "./emphasis.ts";
import { readBracketClose } from "./links.ts";
import { flush, place, placeAddress, placeLeaf, placeText, type InlineScope, type Scanner } from "./scanner.ts";
import { readAngle } from "./tags.ts";
import { decodeEntities } from "../html.ts";
import { spanAt, type Excerpt } from "../excerpt.ts";
import { parseReference } from "../../references.ts";
import { fullWidthBraces, singleBraces, unclosedReference } from "../../../diagnostics/messages/slides.ts";

const PLAIN = /[^\\`*_~[\]!<&{｛\n:@wW]+/y;

/** Reads a text into drafts; marks are paired, references resolved, and mistakes reported. */
export function scanInlines(excerpt: Excerpt, scope: InlineScope): Draft[] {
  const { text } = excerpt;
  const scanner: Scanner = { excerpt, text, scope, parts: [], brackets: [], at: 0, pending: 0, spent: 0, missing: new Set() };
  while (scanner.at < text.length) {
    PLAIN.lastIndex = scanner.at;
    if (PLAIN.test(text)) scanner.at = PLAIN.lastIndex;
    if (scanner.at < text.length && !readSpecial(scanner, text.charAt(scanner.at))) scanner.at++;
  }
  flush(scanner, text.length);
  return pairMarks(scanner.parts, excerpt);
}

/** Reads what begins with a special character; false leaves the character to the text. */
function readSpecial(scanner: Scanner, character: string): boolean {
  switch (character) {
    case "\\":
      return readEscape(scanner);
    case "`":
      return readCode(scanner);
    case "*":
    case "_":
    case "~":
      return readRun(scanner, character);
    case "[":
      return openBracket(scanner, false);
    case "!":
      return scanner.text.charAt(scanner.at + 1) === "[" && openBracket(scanner, true);
    case "]":
      return readBracketClose(scanner);
    case "<":
      return readAngle(scanner);
    case "&":
      return readEntity(scanner);
    case "{":
      return readReference(scanner);
    case "｛":
      return readFullWidthReference(scanner);
    case "\n":
      return readLineEnd(scanner);
    default:
      return readAddress(scanner, character);
  }
}

function readEscape(scanner: Scanner): boolean {
  const { text, at } = scanner;
  const next = text.charAt(at + 1);
  if (next === "\n") return placeBreak(scanner, at, lineBegin(text, at + 2));
  return /[!-/:-@[-`{-~]/.test(next) && placeText(scanner, at, at + 2, next);
}

function placeBreak(scanner: Scanner, start: number, end: number): true {
  return placeLeaf(scanner, start, end, { type: "break", span: spanAt(scanner.excerpt, start, end) });
}

/** Index of a line's first character that is not white space. */
function lineBegin(text: string, start: number): number {
  let at = start;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at++;
  return at;
}

function readLineEnd(scanner: Scanner): true {
  const { text, at, pending } = scanner;
  let start = at;
  while (start > pending && (text.charAt(start - 1) === " " || text.charAt(start - 1) === "\t")) start--;
  const end = lineBegin(text, at + 1);
  if (at - start >= 2 && !text.slice(start, at).includes("\t")) return placeBreak(scanner, start, end);
  return place(scanner, start, end, { type: "soft", span: spanAt(scanner.excerpt, start, end) });
}

function readCode(scanner: Scanner): boolean {
  const { text, at, missing } = scanner;
  let open = at;
  while (text.charAt(open) === "`") open++;
  const close = missing.has(`code ${open - at}`) ? -1 : findBackticks(text, open, open - at);
  if (close === -1) {
    missing.add(`code ${open - at}`);
    scanner.at = open;
    return true;
  }
  const inside = text.slice(open, close).replace(/\n/g, " ");
  const padded = inside.length > 2 && inside.startsWith(" ") && inside.endsWith(" ") && inside.trim() !== "";
  const end = close + open - at;
  return placeLeaf(scanner, at, end, { type: "code", text: padded ? inside.slice(1, -1) : inside, span: spanAt(scanner.excerpt, at, end) });
}

/** Index of the next run of exactly `length` backticks; -1 when there is none. */
function findBackticks(text: string, from: number, length: number): number {
  for (let at = text.indexOf("`", from); at !== -1; at = text.indexOf("`", at)) {
    const start = at;
    while (text.charAt(at) === "`") at++;
    if (at - start === length) return start;
  }
  return -1;
}

function readRun(scanner: Scanner, mark: string): true {
  const { text, at, parts, pending } = scanner;
  let end = at + 1;
  while (text.charAt(end) === mark) end++;
  // One ~ is a range (1~2万元); only two strike out.
  if (mark === "~" && end - at !== 2) {
    scanner.at = end;
    return true;
  }
  const last = parts.at(-1);
  const afterFigure = pending === at && last?.type === "leaf" && last.inline.type === "figure";
  return place(scanner, at, end, markRun(text, at, end, afterFigure ? "x" : null, text.startsWith("{{", end) ? "x" : null));
}

function openBracket(scanner: Scanner, image: boolean): true {
  const { at } = scanner;
  const end = at + (image ? 2 : 1);
  flush(scanner, at);
  scanner.brackets.push({ start: at, end, image, part: scanner.parts.length });
  return place(scanner, at, end, { type: "bracket", start: at, end });
}

function readEntity(scanner: Scanner): boolean {
  const { text, at } = scanner;
  const reference = /^&[#a-zA-Z0-9]{2,32};/.exec(text.slice(at, at + 34))?.[0];
  if (reference === undefined) return false;
  const decoded = decodeEntities(reference);
  return decoded !== reference && placeText(scanner, at, at + reference.length, decoded);
}

const REFERENCE = /\{\{([^{}\n]*)\}\}/y;

function readReference(scanner: Scanner): boolean {
  const { text, at, excerpt, scope } = scanner;
  if (!text.startsWith("{{", at)) return readSingleBraces(scanner);
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null) {
    scope.context.report(unclosedReference(spanAt(excerpt, at, at + 2)));
    scanner.at = at + 2;
    return true;
  }
  const end = at + match[0].length;
  const inline = parseReference(match[1]!, spanAt(excerpt, at, end), scope.context);
  return inline === null ? placeText(scanner, at, end, match[0]) : placeLeaf(scanner, at, end, inline);
}

/** {gdp}, {gdp}}: with the id of an indicator, the braces were meant to be two. */
function readSingleBraces({ text, at, excerpt, scope }: Scanner): false {
  const match = /^\{\s*(([\p{L}\p{N}_-]{1,60})(?:[.@][^{}\n]{1,60})?)\}{1,2}/u.exec(text.slice(at, at + 130));
  if (match !== null && scope.context.indicators.some(({ id }) => id === match[2])) scope.context.report(singleBraces(spanAt(excerpt, at, at + match[0].length), match[0], `{{${match[1]!.trim()}}}`));
  return false;
}

function readFullWidthReference(scanner: Scanner): false {
  const { text, at, excerpt, scope } = scanner;
  const match = /^｛｛[^｛｝\n]{1,80}｝｝/.exec(text.slice(at, at + 84));
  if (match !== null) scope.context.report(fullWidthBraces(spanAt(excerpt, at, at + match[0].length)));
  return false;
}

function readAddress(scanner: Scanner, character: string): boolean {
  const { text, at, pending } = scanner;
  const address =
    character === ":" ? findWebAddress(text, at, pending) : character === "@" ? findMailAddress(text, at, pending) : findWwwAddress(text, at);
  return address !== null && placeAddress(scanner, address);
}
