/** Lists: each item's text, its step and the blocks nested in it. */
import type { Tokens } from "marked";
import type { Block, Inline, ListItem } from "../../model/deck.ts";
import { takeAttributes } from "./attributes.ts";
import { readStep } from "./part-attributes.ts";
import { alignLines, sliceExcerpt, spanAt, trimExcerpt, typedText, type Excerpt } from "./excerpt.ts";
import { readInlines, type BlockScope } from "./scope.ts";
import type { Placed } from "./tokens.ts";

/** A one-line item that begins no block. Most items are like this and need not be split. */
const PLAIN_LINE = /^(?:\*\*(?=[^\s*])|[^\s#>+*_~`<[\d-])[^\n]*$/;

/** Builds blocks; passed in because lists hold blocks and blocks hold lists. */
export type BlockBuilder = (blocks: readonly Placed[], scope: BlockScope) => Block[];

/** The block of a list. */
export function buildList({ token, source }: Placed<Tokens.List>, scope: BlockScope, buildBlocks: BlockBuilder): Block {
  let at = 0;
  const items = token.items.map((item) => {
    const end = Math.min(at + item.raw.length, source.text.length);
    const own = sliceExcerpt(source, at, end);
    at = end;
    return { ...buildItem(item, own, scope, buildBlocks), ordinal: token.ordered ? readOrdinal(item, own) : null };
  });
  return { type: "list", ordered: token.ordered, form: null, items: numberItems(items), step: null, span: spanAt(trimExcerpt(source)) };
}

/** The number before an item: in Han numerals if it was typed so, else in digits without leading zeros. */
function readOrdinal(item: Tokens.ListItem, source: Excerpt): string {
  const han = /^[（(]?([一二三四五六七八九十]{1,3})[、）)]/.exec(typedText(trimExcerpt(source), 6))?.[1];
  return han ?? (/^\s*(\d{1,9})/.exec(item.raw)?.[1] ?? "1").replace(/^0+(?=\d)/, "");
}

/** Numbers stay as typed. One number repeated before every item is the way of Markdown to let it count. */
function numberItems(items: readonly ListItem[]): readonly ListItem[] {
  const [first] = items;
  if (items.length < 2 || first?.ordinal == null || items.some(({ ordinal }) => ordinal !== first.ordinal)) return items;
  return items.map((item, index) => ({ ...item, ordinal: String(Number(first.ordinal) + index) }));
}

function buildItem(item: Tokens.ListItem, source: Excerpt, scope: BlockScope, buildBlocks: BlockBuilder): Omit<ListItem, "ordinal"> {
  const aligned = alignLines(source, item.text);
  const nested = PLAIN_LINE.test(item.text) ? [] : scope.lexNested(aligned);
  const first = nested.length === 0 ? aligned : nested[0]?.token.type === "paragraph" ? nested[0].source : null;
  const inside: BlockScope = scope.place === "notes" ? scope : { ...scope, place: "list" };
  const { content, attributes } = first === null ? { content: null, attributes: [] } : takeAttributes(first, scope.context);
  const step = readStep(attributes, scope.steps, scope.context.report);
  return {
    inlines: content === null ? [] : closeLead(readInlines(content, inside)),
    blocks: buildBlocks(first === null ? nested : nested.slice(1), inside),
    step,
    span: spanAt(trimExcerpt(source)),
  };
}

/** Marks that end what stands before them. */
const CLOSING = /^[，。、：；！？,:;.!?]+/;

/** The mark behind bold words that open an item belongs to them: where they are a line of their own, the next would begin with it. */
function closeLead(inlines: readonly Inline[]): readonly Inline[] {
  const [lead, next, ...rest] = inlines;
  if (lead?.type !== "strong" || next?.type !== "text") return inlines;
  const mark = CLOSING.exec(next.text)?.[0] ?? "";
  const { span } = next;
  // A text that is not its source to the letter (`&#65292;`) cannot be divided at a column.
  if (mark === "" || span.line !== span.endLine || span.endColumn - span.column !== next.text.length) return inlines;
  const column = span.column + mark.length;
  const closed: Inline = { ...lead, children: [...lead.children, { type: "text", text: mark, span: { ...span, endColumn: column } }] };
  const after = next.text.slice(mark.length);
  return after === "" ? [closed, ...rest] : [closed, { type: "text", text: after, span: { ...span, column } }, ...rest];
}
