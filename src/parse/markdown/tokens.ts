/** The door to marked: splits a section's Markdown into blocks; inline text is read by our own scanner. */
import { Lexer, Marked, Tokenizer, type MarkedExtension, type Token, type Tokens } from "marked";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { tooDeep, unclosedComment, unusedDefinition } from "../../diagnostics/messages/slides.ts";
import { sliceExcerpt, spanAt, splitLines, trimExcerpt, type Excerpt } from "./excerpt.ts";

/** A block of marked and where its raw text is. */
export interface Placed<T extends Token = Token> {
  readonly token: T;
  readonly source: Excerpt;
}

export interface Lexed {
  readonly blocks: readonly Placed[];
  /** Destinations of `[label]: url` definitions, by label as {@link normaliseLabel} returns it. */
  readonly links: ReadonlyMap<string, string>;
  /** Splits the content of a list item or a quote, without its marks. */
  readonly lexNested: (inside: Excerpt) => readonly Placed[];
}

/** Deepest nesting of lists and quotes, since their readers recurse. */
const DEEPEST = 8;
/** A list marker indented by more columns than this is nested too deep as well. */
const WIDEST_INDENT = 40;

/** A line that begins with more than {@link DEEPEST} markers, or with one after more than {@link WIDEST_INDENT} columns. */
const MAYBE_DEEP = /^(?:[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){9}|[ \t]{40,}[-+*>\d])/m;

/** Splits a section's body into blocks. Raw HTML becomes blocks only if it is trusted. */
export function lexBlocks(body: Excerpt, trusted: boolean, report: Report): Lexed {
  const text = blankDeepLines(body, report);
  const lexer = new Lexer(new Marked(tokenizerFor(trusted, true)).defaults);
  const blocks = placeTokens(lexer.blockTokens(text, lexer.tokens), body, report);
  const links = new Map(Object.entries(lexer.tokens.links).map(([label, link]) => [label, link.href]));
  const nested = new Marked(tokenizerFor(trusted, false)).defaults;
  return { blocks, links, lexNested: (inside) => placeTokens(new Lexer(nested).blockTokens(inside.text), inside, report) };
}

/** Reports link definitions that no text refers to, since they are shown nowhere. */
export function reportUnusedLinks(blocks: readonly Placed[], used: ReadonlySet<string>, report: Report): void {
  for (const { token, source } of blocks) {
    if (token.type === "def" && !used.has((token as Tokens.Def).tag)) report(unusedDefinition(spanAt(trimExcerpt(source))));
  }
}

/** Whether HTML is a comment. */
export function isComment(token: Token): token is Tokens.HTML {
  return token.type === "html" && token.raw.trimStart().startsWith("<!--");
}

/** A link label as Markdown compares them: case and runs of white space do not count. */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase().toLowerCase();
}

function placeTokens(tokens: readonly Token[], source: Excerpt, report: Report): Placed[] {
  let at = 0;
  return tokens.map((token) => {
    const end = Math.min(at + token.raw.length, source.text.length);
    const placed = { token, source: sliceExcerpt(source, at, end) };
    at = end;
    if (isComment(token) && !token.raw.includes("-->")) {
      const mark = token.raw.indexOf("<!--");
      report(unclosedComment(spanAt(placed.source, mark, mark + 4)));
    }
    return placed;
  });
}

/**
 * Switches off syntax that a deck reads differently: underlined headings (`---` is a new slide), indented code, HTML. We split
 * the content of lists and quotes ourselves, one level at a time, since only then its places are known.
 */
function tokenizerFor(trusted: boolean, definitions: boolean): MarkedExtension {
  return {
    tokenizer: {
      list(source) {
        return withoutContent(this.lexer, () => Tokenizer.prototype.list.call(this, source));
      },
      blockquote(source) {
        return withoutContent(this.lexer, () => Tokenizer.prototype.blockquote.call(this, source));
      },
      lheading: () => undefined,
      code: () => undefined,
      html(source) {
        const comment = /^ {0,3}<!--(?:[\s\S]*?-->(?:[ \t]*(?:\n|$))*|[\s\S]*$)/.exec(source);
        if (comment !== null) return { type: "html", block: true, pre: false, raw: comment[0], text: comment[0] };
        return trusted && !/^ {0,3}<br\b/i.test(source) ? false : undefined;
      },
      def(source) {
        const definition = definitions ? Tokenizer.prototype.def.call(this, source) : undefined;
        // `[说明]: 正文` is a sentence, not the destination of a link.
        return definition !== undefined && /^[!-~]*$/.test(definition.href) && /[.:/#]/.test(definition.href) ? definition : undefined;
      },
    },
  };
}

/** Runs one of marked's readers without splitting what is inside. */
function withoutContent<T>(lexer: Tokenizer["lexer"], read: () => T): T {
  const { blockTokens, state } = lexer;
  const { top } = state;
  lexer.blockTokens = () => Object.assign([] as Token[], { links: {} });
  try {
    return read();
  } finally {
    lexer.blockTokens = blockTokens;
    // marked's own content reader resets this: after a list, text is made of paragraphs again.
    state.top = top;
  }
}

/** The text with lines that nest too deep replaced by spaces, after reporting them; fenced code is left alone. */
function blankDeepLines(body: Excerpt, report: Report): string {
  if (!MAYBE_DEEP.test(body.text)) return body.text;
  let fence: string | null = null;
  const lines = splitLines(body.text).map(({ start, text }) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1] ?? null;
    if (mark !== null && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
    if (fence !== null || nesting(text) <= DEEPEST) return text;
    report(tooDeep(spanAt(body, start, start + text.length), DEEPEST));
    return " ".repeat(text.length);
  });
  return lines.join("\n");
}

/** How many markers of lists and quotes a line begins with. */
function nesting(line: string): number {
  let depth = 0;
  const marker = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let end = 0;
  while (marker.test(line)) {
    depth++;
    end = marker.lastIndex;
    if (depth > DEEPEST) return depth;
  }
  if (depth === 0) return 0;
  const indent = /^[ \t]*/.exec(line)![0].length;
  return indent > WIDEST_INDENT && end > indent ? DEEPEST + 1 : depth;
}
