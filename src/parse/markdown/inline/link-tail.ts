/** What follows the text of a link or image: `(destination "title")`. */
import { decodeEntities } from "../html.ts";

export interface LinkTail {
  readonly href: string;
  /** Bounds of the destination as written. */
  readonly start: number;
  readonly end: number;
  /** Index after the closing bracket. */
  readonly next: number;
  readonly title: { readonly start: number; readonly end: number } | null;
}

/** The most nested brackets in a destination without <>. */
const DEEPEST = 32;

const GAP = /[ \t]*(?:\n[ \t]*)?/y;
const ANGLED = /<((?:\\.|[^\\<>\n])*)>/y;
const TITLE = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^()\\])*\)/y;

/** Reads `(destination "title")` at `open`; null when there is none. */
export function readLinkTail(text: string, open: number): LinkTail | null {
  if (text.charAt(open) !== "(") return null;
  const start = matchAt(GAP, text, open + 1);
  const angled = text.charAt(start) === "<";
  const end = angled ? matchAt(ANGLED, text, start) : bareEnd(text, start);
  if (end === -1) return null;
  const gapEnd = matchAt(GAP, text, end);
  const titleEnd = gapEnd > end ? matchAt(TITLE, text, gapEnd) : -1;
  const close = titleEnd === -1 ? gapEnd : matchAt(GAP, text, titleEnd);
  if (text.charAt(close) !== ")") return null;
  const bounds = angled ? { start: start + 1, end: end - 1 } : { start, end };
  return {
    href: plainDestination(text.slice(bounds.start, bounds.end)),
    ...bounds,
    next: close + 1,
    title: titleEnd === -1 ? null : { start: gapEnd, end: titleEnd },
  };
}

/** A destination with its escapes and entities resolved. */
export function plainDestination(written: string): string {
  return decodeEntities(written.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
}

/** Index after the match at `at`; -1 when there is none. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** End of a destination without <>: up to white space or the bracket that closes the link. */
function bareEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (character <= " ") return depth === 0 ? at : -1;
    else if (character === "(" && ++depth > DEEPEST) return -1;
    else if (character === ")" && --depth < 0) return at;
  }
  return -1;
}
