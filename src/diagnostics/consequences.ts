/** One cause, one diagnostic: what only follows from another fault is left out. */
import type { Diagnostic } from "./diagnostic.ts";

const SETTINGS = "slides/deck.yaml";

/** Whether a diagnostic, in view of all errors, only says again what one of them says. */
type Consequence = (diagnostic: Diagnostic, errors: readonly Diagnostic[]) => boolean;

const CONSEQUENCES: readonly Consequence[] = [
  // Words that a slide cuts off are lost in every document that shows the slide. The look at the pages names the slide, while a
  // document of flowing text only knows that characters are missing somewhere: so the loss is not reported beside the cut.
  ({ code }, errors) => code === "pdf-text-lost" && errors.some((error) => error.code === "overflow"),
  // Settings that cannot be read are not missing.
  ({ code }, errors) => code === "missing-settings" && errors.some((error) => error.code !== code && isAt(error, SETTINGS)),
  // What is in a folder that is not read is not read either.
  ({ code, span }, errors) => code === "not-a-file" && span !== null && errors.some((error) => error.code === code && error.span !== null && span.file.startsWith(`${error.span.file}/`)),
];

/** The diagnostics without those that only follow from others. */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return errors.length === 0 ? diagnostics : diagnostics.filter((diagnostic) => !CONSEQUENCES.some((follows) => follows(diagnostic, errors)));
}

/** Whether it is at a file, or at a folder around it. */
function isAt({ span }: Diagnostic, file: string): boolean {
  return span !== null && (span.file === file || file.startsWith(`${span.file}/`));
}
