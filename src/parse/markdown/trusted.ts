/** Raw HTML where deck.yaml trusts it: figures are filled in, the rest is cleaned, and removals are reported. */
import { escapeHtml, sanitiseHtml } from "./html.ts";
import type { ParseContext } from "../context.ts";
import { parseReference } from "../references.ts";
import { htmlRemoved } from "../../diagnostics/messages/slides.ts";
import type { Span } from "../../model/span.ts";

/** Cleaned HTML of the source at `span`; `phrasing` allows only what is allowed in a line of text. */
export function cleanHtmlAt(html: string, kind: "phrasing" | "flow", span: Span, context: ParseContext): string {
  const filled = html.replace(/\{\{([^{}\n]*)\}\}/g, (written, text: string) => {
    const inline = parseReference(text, span, context);
    return inline !== null && inline.type === "figure" ? escapeHtml(inline.text) : written;
  });
  const clean = sanitiseHtml(filled, kind);
  if (clean.removed.length > 0) context.report(htmlRemoved(span, clean.removed));
  return clean.html;
}
