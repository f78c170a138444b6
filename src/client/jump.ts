/** Typing a number and Enter: the digits stay on the screen until they are used or forgotten. */
import { element } from "./dom.ts";
import type { Words } from "./words.ts";

/** Digits are forgotten after this many milliseconds. */
const PATIENCE = 4000;

export interface Jump {
  readonly digit: (page: Document, digit: string) => void;
  /** The number typed so far, which is then forgotten; null if there is none. */
  readonly take: () => number | null;
}

export function createJump(words: Words): Jump {
  let digits = "";
  let shown: HTMLElement | null = null;
  let timer = 0;
  const forget = (): void => {
    digits = "";
    shown?.remove();
    shown = null;
    clearTimeout(timer);
  };
  return {
    digit: (page, digit) => {
      const more = (digits + digit).replace(/^0+/, "").slice(-4);
      forget();
      if (more === "") return;
      digits = more;
      shown = element(page, "p", "toast", words.jump(digits));
      page.body.append(shown);
      timer = setTimeout(forget, PATIENCE);
    },
    take: () => {
      const number = digits === "" ? null : Number(digits);
      forget();
      return number;
    },
  };
}
