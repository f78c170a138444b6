/** Diagnostics and failures of the machine as words for a page. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { worldFailure } from "../diagnostics/messages/outputs.ts";
import { WorldError } from "../world/world.ts";

/** What went wrong and what to do about it. */
export function say({ message, hint }: Diagnostic, lang: "zh" | "en"): string {
  return hint === null ? message[lang] : `${message[lang]}\n${hint[lang]}`;
}

/** The errors among them; all where there are none. */
export function sayAll(found: readonly Diagnostic[], lang: "zh" | "en"): string {
  const errors = found.filter(({ severity }) => severity === "error");
  return (errors.length > 0 ? errors : found).map((one) => say(one, lang)).join("\n");
}

/** The words for a failure of the machine; anything else is a bug and is thrown on. */
export function sayFailure(failure: unknown, lang: "zh" | "en"): string {
  if (!(failure instanceof WorldError)) throw failure;
  return say(worldFailure(failure), lang);
}
