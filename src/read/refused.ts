/** Files that are refused are reported at their place, and reading continues. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { worldFailure } from "../diagnostics/messages/outputs.ts";
import { WorldError } from "../world/world.ts";

/** What `work` gives; `otherwise` after reporting that a file is refused. Failures of the machine are thrown, and so is a disk that does not answer: the next file would wait as long. */
export async function unlessRefused<T, U>(work: Promise<T>, otherwise: U, report: Report): Promise<T | U> {
  try {
    return await work;
  } catch (failure) {
    const refused = failure instanceof WorldError ? worldFailure(failure) : null;
    if (refused === null || refused.span === null || refused.code === "no-answer") throw failure;
    report(refused);
    return otherwise;
  }
}
