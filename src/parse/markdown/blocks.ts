/** Turns marked's blocks into blocks of the model, whatever contains them. */
import type { Token, Tokens } from "marked";
import type { Block, BlockOf } from "../../model/deck.ts";
import type { Text } from "../../diagnostics/diagnostic.ts";
import { findNearest } from "../../diagnostics/suggest.ts";
import { headingTooDeep, misplacedBlock, notInNotes, strayAttributes, unclosedFence, unknownFence } from "../../diagnostics/messages/slides.ts";
import { FENCES, parseFence } from "../fences.ts";
import { takeAttributes } from "./attributes.ts";
import { readImageAttributes, readStep } from "./part-attributes.ts";
import { joinExcerpts, sliceExcerpt, spanAt, splitLines, trimExcerpt, type Excerpt } from "./excerpt.ts";
import { buildList } from "./lists.ts";
import { buildParagraph } from "./paragraphs.ts";
import { PLACE_NAMES, readInlines, type BlockScope } from "./scope.ts";
import { buildTable } from "./tables.ts";
import { isComment, type Placed } from "./tokens.ts";
import { readQuotedLines } from "./typed-lines.ts";
import { cleanHtmlAt } from "./trusted.ts";

/** What is allowed only on the slide itself (and in its cards), by its name in messages. */
const SLIDE_ONLY: Readonly<Record<string, Text>> = {
  heading: { zh: "标题", en: "a heading" },
  hr: { zh: "分页线", en: "a slide break" },
  table: { zh: "表格", en: "a table" },
  html: { zh: "HTML", en: "HTML" },
  code: { zh: "围栏块", en: "a fenced block" },
};

/** The blocks of a slide, a card, a list item, a quote or the notes, in order. */
export function buildBlocks(blocks: readonly Placed[], scope: BlockScope): Block[] {
  const built: Block[] = [];
  for (const placed of blocks) {
    if (isAttributesOnly(placed, scope)) attachAttributes(placed.source, built, scope);
    else built.push(...buildBlock(placed, scope));
  }
  return built;
}

function buildBlock(placed: Placed, scope: BlockScope): Block[] {
  const { token, source } = placed;
  if (scope.place !== "slide" && isMisplaced(token, source, scope)) return [];
  switch (token.type) {
    case "paragraph":
      return buildParagraph(source, scope);
    case "list":
      return [buildList({ token: token as Tokens.List, source }, scope, buildBlocks)];
    case "blockquote":
      return [buildQuote(source, scope)];
    case "table":
      return [buildTable({ token: token as Tokens.Table, source }, scope)];
    case "code":
      return buildFence({ token: token as Tokens.Code, source }, scope);
    case "heading":
      return buildSmallHeading({ token: token as Tokens.Heading, source }, scope);
    case "html":
      return isComment(token) ? [] : buildHtml(source, scope);
    default:
      // Blank lines and link definitions, which show nothing.
      return [];
  }
}

function isMisplaced(token: Token, source: Excerpt, { place, context, loss }: BlockScope): boolean {
  const what = SLIDE_ONLY[token.type];
  if (what === undefined || place === "slide" || isComment(token)) return false;
  const span = spanAt(trimExcerpt(source));
  context.report(place === "notes" ? notInNotes(span, what) : misplacedBlock(span, what, PLACE_NAMES[place]));
  loss.happened = true;
  return true;
}

function isAttributesOnly({ token, source }: Placed, { context }: BlockScope): boolean {
  if (token.type !== "paragraph" || !/^\s*\{(?!\{)[^\n]*\}\s*$/.test(source.text)) return false;
  return takeAttributes(source, { ...context, report: () => undefined }).content.text === "";
}

/** Attributes in a paragraph of their own belong to the block before it. */
function attachAttributes(source: Excerpt, built: Block[], { context, steps }: BlockScope): void {
  const { attributes } = takeAttributes(source, context);
  const last = built.at(-1);
  if (last === undefined) context.report(strayAttributes(spanAt(trimExcerpt(source))));
  else if (last.type === "image") built[built.length - 1] = { ...last, ...readImageAttributes(attributes, steps, context.report) };
  else built[built.length - 1] = { ...last, step: readStep(attributes, steps, context.report) ?? last.step };
}

function buildQuote(source: Excerpt, scope: BlockScope): BlockOf<"quote"> {
  const inside: BlockScope = scope.place === "notes" ? scope : { ...scope, place: "quote" };
  const lines = splitLines(source.text).map(({ start, text }) => {
    const mark = /^ {0,3}>[ \t]?/.exec(text)?.[0].length ?? 0;
    return sliceExcerpt(source, start + mark, Math.min(start + text.length + 1, source.text.length));
  });
  const content = joinExcerpts([sliceExcerpt(source, 0, 0), ...lines]);
  return { type: "quote", blocks: buildBlocks(scope.lexNested(readQuotedLines(content, scope.place === "notes")), inside), step: null, span: spanAt(trimExcerpt(source)) };
}

function buildFence({ token, source }: Placed<Tokens.Code>, scope: BlockScope): Block[] {
  const { context, steps, loss } = scope;
  const fence = trimExcerpt(source);
  const firstLine = /^[^\n]*/.exec(fence.text)![0];
  const marks = /^[`~]*/.exec(firstLine)![0];
  const closed = new RegExp(`\\n[ \\t]*\\${marks.charAt(0)}{${marks.length},}$`).test(fence.text);
  if (!closed) context.report(unclosedFence(spanAt(fence, 0, firstLine.length), marks));
  const { content, attributes } = takeAttributes(sliceExcerpt(fence, marks.length, firstLine.length), context);
  const step = readStep(attributes, steps, context.report);
  const language = /^\S*/.exec(content.text)![0];
  const span = spanAt(fence);
  if (FENCES.includes(language)) {
    // What stands in a block without end is another block's: nothing in it is a fault of its own.
    const block = !closed ? null : parseFence({ language, text: token.text, line: span.line + 1, span, step }, context);
    loss.happened ||= block === null;
    return block === null ? [] : [block];
  }
  const near = language === "" ? null : findNearest(language, FENCES);
  if (near !== null) {
    context.report(unknownFence(spanAt(content, 0, language.length), language, near));
    loss.happened = true;
  }
  return [{ type: "code", language, text: token.text.replace(/\n$/, ""), step, span }];
}

/** A heading below `###`: reported, and read as a paragraph. */
function buildSmallHeading({ token, source }: Placed<Tokens.Heading>, scope: BlockScope): Block[] {
  const heading = trimExcerpt(source);
  scope.context.report(headingTooDeep(spanAt(heading), token.depth));
  const text = sliceExcerpt(heading, Math.min(token.depth, heading.text.length));
  return [{ type: "paragraph", inlines: readInlines(text, scope), step: null, span: spanAt(heading) }];
}

function buildHtml(source: Excerpt, { context }: BlockScope): Block[] {
  const trimmed = trimExcerpt(source);
  const span = spanAt(trimmed);
  const html = cleanHtmlAt(trimmed.text, "flow", span, context);
  return html.trim() === "" ? [] : [{ type: "html", html, step: null, span }];
}
