/** One cause, one diagnostic: what only follows from another fault is left out. */
import type { Diagnostic } from "./diagnostic.ts";

/**
 * Words that a slide cuts off are lost in every document that shows the slide. The look at the pages names the slide, while a document of
 * flowing text only knows that characters are missing somewhere: so the loss is not reported beside the cut.
 */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const cut = diagnostics.some(({ code, severity }) => code === "overflow" && severity === "error");
  return cut ? diagnostics.filter(({ code }) => code !== "pdf-text-lost") : diagnostics;
}
