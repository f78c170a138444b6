/** Turns drafts into inline content: line ends become a space or nothing, and neighbouring texts become one leaf. */
import type { Inline } from "../../../model/deck.ts";
import { characterAt, characterBefore, kindOf } from "./characters.ts";
import type { Draft, ImageDraft } from "./draft.ts";
import { joinSpans } from "../excerpt.ts";

type Leaf = Extract<Draft, { type: "leaf" | "soft" | "image" }>;

/**
 * Finished inline content. A text leaf is either verbatim, on one line and as wide as its span, or stands for one line
 * end, escape or character reference. An image among text is reported to `misplaced` and leaves its description.
 */
export function settleInlines(drafts: readonly Draft[], misplaced: (image: ImageDraft) => void): Inline[] {
  const leaves: Leaf[] = [];
  collectLeaves(drafts, leaves);
  const softText = new Map<Draft, string>();
  leaves.forEach((leaf, index) => {
    if (leaf.type === "soft") softText.set(leaf, lineEndText(leaves[index - 1], leaves[index + 1]));
    if (leaf.type === "image") misplaced(leaf);
  });
  const last = leaves.at(-1);
  return build(last?.type === "leaf" && last.inline.type === "break" ? drafts.filter((draft) => draft !== last) : drafts, softText);
}

function collectLeaves(drafts: readonly Draft[], leaves: Leaf[]): void {
  for (const draft of drafts) {
    if ("children" in draft) collectLeaves(draft.children, leaves);
    else if (draft.type !== "leaf" || draft.inline.type !== "text" || draft.inline.text !== "") leaves.push(draft);
  }
}

/** A line end between Chinese characters, or beside a break or an edge, is nothing; elsewhere it is a space. */
function lineEndText(before: Leaf | undefined, after: Leaf | undefined): string {
  const text = edgeText(before);
  const left = characterBefore(text, text.length);
  const right = characterAt(edgeText(after), 0);
  if (left === "" || right === "") return "";
  return kindOf(left) === "chinese" && kindOf(right) === "chinese" ? "" : " ";
}

function edgeText(leaf: Leaf | undefined): string {
  if (leaf === undefined || leaf.type === "soft") return "";
  if (leaf.type === "image") return leaf.alt;
  const { inline } = leaf;
  if (inline.type === "break") return "";
  return inline.type === "html" ? inline.html.replace(/<[^<>]*>/g, "") || "x" : inline.text;
}

function build(drafts: readonly Draft[], softText: ReadonlyMap<Draft, string>): Inline[] {
  const inlines: Inline[] = [];
  for (const draft of drafts) addInline(inlines, buildOne(draft, softText));
  return inlines;
}

function buildOne(draft: Draft, softText: ReadonlyMap<Draft, string>): Inline {
  const { span } = draft;
  switch (draft.type) {
    case "leaf":
      return draft.inline;
    case "soft":
      return { type: "text", text: softText.get(draft) ?? "", span };
    case "image":
      return { type: "text", text: draft.alt, span };
    case "link":
      return { type: "link", href: draft.href, children: build(draft.children, softText), span };
    case "strong":
    case "emphasis":
    case "deleted":
      return { type: draft.type, children: build(draft.children, softText), span };
  }
}

/** Adds content; verbatim texts in a row become one leaf, empty text is left out. */
function addInline(inlines: Inline[], inline: Inline): void {
  if (inline.type !== "text") {
    inlines.push(inline);
    return;
  }
  if (inline.text === "") return;
  const last = inlines.at(-1);
  if (last?.type === "text" && isVerbatim(last) && isVerbatim(inline) && last.span.line === inline.span.line && last.span.endColumn === inline.span.column) {
    inlines[inlines.length - 1] = { type: "text", text: last.text + inline.text, span: joinSpans(last.span, inline.span) };
  } else inlines.push(inline);
}

function isVerbatim({ text, span }: Extract<Inline, { type: "text" }>): boolean {
  return span.line === span.endLine && span.endColumn - span.column === text.length;
}
