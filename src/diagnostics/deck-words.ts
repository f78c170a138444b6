/** Words that a hint gives to write into the deck: they come in the language of the deck, whatever language the messages are read in. */
import type { Diagnostic, Text } from "./diagnostic.ts";

/** Around the two forms, until the language of the deck is known; private characters, which no message has. */
const [OPEN, BETWEEN, CLOSE] = ["\uE000", "\uE001", "\uE002"] as const;
const EITHER = new RegExp(`${OPEN}([^${CLOSE}]*)${BETWEEN}([^${CLOSE}]*)${CLOSE}`, "gu");

/** For a hint of both languages: these words in a Chinese deck, those in an English one. */
export function deckWords(zh: string, en: string): string {
  return `${OPEN}${zh}${BETWEEN}${en}${CLOSE}`;
}

/** The diagnostics with such words in the deck's language; in that of each message where there is no deck to ask. */
export function inDeckLanguage(diagnostics: readonly Diagnostic[], deck: "zh" | "en" | null): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { hint } = diagnostic;
    return hint === null || !hint.zh.includes(OPEN) ? diagnostic : { ...diagnostic, hint: { zh: resolve(hint.zh, deck ?? "zh"), en: resolve(hint.en, deck ?? "en") } satisfies Text };
  });
}

function resolve(text: string, language: "zh" | "en"): string {
  return text.replace(EITHER, (_, zh: string, en: string) => (language === "zh" ? zh : en));
}
