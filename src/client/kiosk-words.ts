/** The words on the controls of the loop. */
import type { Language } from "../model/deck.ts";

export interface KioskWords {
  readonly controls: string;
  readonly back: string;
  readonly next: string;
  readonly parts: string;
  readonly goOn: string;
}

const WORDS: Readonly<Record<Language, KioskWords>> = {
  "zh-CN": { controls: "翻看", back: "上一页", next: "下一页", parts: "各部分", goOn: "继续播放" },
  en: { controls: "Controls", back: "Back", next: "Next", parts: "Parts", goOn: "Play on" },
};

/** The words of one language. */
export function kioskWords(lang: Language): KioskWords {
  return WORDS[lang];
}
