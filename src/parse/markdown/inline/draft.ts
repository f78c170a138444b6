/** Inline content while it is read: images and line ends are not placed yet. */
import type { Inline } from "../../../model/deck.ts";
import type { Span } from "../../../model/span.ts";

export type LeafInline = Extract<Inline, { type: "text" | "code" | "break" | "figure" | "html" }>;

export type Draft =
  | { readonly type: "leaf"; readonly inline: LeafInline; readonly span: Span }
  /** A single line end in the source: a space, or nothing between Chinese characters. */
  | { readonly type: "soft"; readonly span: Span }
  | { readonly type: "strong" | "emphasis" | "deleted"; readonly children: readonly Draft[]; readonly span: Span; readonly depth: number }
  /** An automatic link is a bare address. */
  | { readonly type: "link"; readonly href: string; readonly automatic: boolean; readonly children: readonly Draft[]; readonly span: Span; readonly depth: number }
  | ImageDraft;

/** An image, where the author put it. */
export interface ImageDraft {
  readonly type: "image";
  readonly href: string;
  readonly alt: string;
  /** The description as written. */
  readonly altSpan: Span;
  readonly span: Span;
}

/** How deep marks nest inside this one; 0 for a leaf. */
export function depthOf(draft: Draft): number {
  return "depth" in draft ? draft.depth : 0;
}

/** What a reader sees, without marks and images; a line end counts as a space. */
export function draftText(drafts: readonly Draft[]): string {
  return drafts
    .map((draft) => {
      switch (draft.type) {
        case "leaf":
          return "text" in draft.inline ? draft.inline.text : draft.inline.type === "break" ? " " : "";
        case "soft":
          return " ";
        case "image":
          return draft.alt;
        case "strong":
        case "emphasis":
        case "deleted":
        case "link":
          return draftText(draft.children);
      }
    })
    .join("");
}
