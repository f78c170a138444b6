/** Lists: each item's text, its step and the blocks nested in it. */
import type { Tokens } from "marked";
import type { Block, ListItem } from "../../model/deck.ts";
import { listStart } from "../../diagnostics/messages/slides.ts";
import { takeAttributes } from "./attributes.ts";
import { readStep } from "./part-attributes.ts";
import { alignLines, sliceExcerpt, spanAt, trimExcerpt, type Excerpt } from "./excerpt.ts";
import { readInlines, type BlockScope } from "./scope.ts";
import type { Placed } from "./tokens.ts";

/** A one-line item that begins no block. Most items are like this and need not be split. */
const PLAIN_LINE = /^(?:\*\*(?=[^\s*])|[^\s#>+*_~`<[\d-])[^\n]*$/;

/** Builds blocks; passed in because lists hold blocks and blocks hold lists. */
export type BlockBuilder = (blocks: readonly Placed[], scope: BlockScope) => Block[];

/** The block of a list. */
export function buildList({ token, source }: Placed<Tokens.List>, scope: BlockScope, buildBlocks: BlockBuilder): Block {
  if (token.ordered && token.start !== 1) {
    const marker = /^\s*\d{1,9}[.)]/.exec(source.text)?.[0] ?? "";
    scope.context.report(listStart(spanAt(source, marker.length - marker.trimStart().length, marker.length), Number(token.start)));
  }
  let at = 0;
  const items = token.items.map((item) => {
    const end = Math.min(at + item.raw.length, source.text.length);
    const built = buildItem(item, sliceExcerpt(source, at, end), scope, buildBlocks);
    at = end;
    return built;
  });
  return { type: "list", ordered: token.ordered, items, step: null, span: spanAt(trimExcerpt(source)) };
}

function buildItem(item: Tokens.ListItem, source: Excerpt, scope: BlockScope, buildBlocks: BlockBuilder): ListItem {
  const aligned = alignLines(source, item.text);
  const nested = PLAIN_LINE.test(item.text) ? [] : scope.lexNested(aligned);
  const first = nested.length === 0 ? aligned : nested[0]?.token.type === "paragraph" ? nested[0].source : null;
  const inside: BlockScope = scope.place === "notes" ? scope : { ...scope, place: "list" };
  const { content, attributes } = first === null ? { content: null, attributes: [] } : takeAttributes(first, scope.context);
  const step = readStep(attributes, scope.steps, scope.context.report);
  return {
    inlines: content === null ? [] : readInlines(content, inside),
    blocks: buildBlocks(first === null ? nested : nested.slice(1), inside),
    step,
    span: spanAt(trimExcerpt(source)),
  };
}
