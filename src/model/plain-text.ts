/** Inlines as text. */
import type { Inline } from "./deck.ts";

/** The text of inlines without markup; a forced break is a newline. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(plainInline).join("");
}

/** The text of one inline, without markup. */
export function plainInline(inline: Inline): string {
  switch (inline.type) {
    case "text":
    case "code":
    case "figure":
      return inline.text;
    case "strong":
    case "emphasis":
    case "deleted":
    case "link":
      return plainText(inline.children);
    case "break":
      return "\n";
    case "html":
      return inline.html.replaceAll(/<[^>]*>/g, "");
  }
}
