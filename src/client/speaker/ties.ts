/** What a speaker window says when it has no deck, an older one, or is no longer the only one; and the way out, by one key. */
import { button, element } from "../dom.ts";
import type { Words } from "../words.ts";

/** `lost`: no deck answers. `older`: the deck shows slides of an older build than these notes. `rival`: another speaker window was opened. */
export type Trouble = "lost" | "older" | "rival";

export interface Ties {
  readonly box: HTMLElement;
  /** Shows a trouble; null takes it away. */
  readonly show: (trouble: Trouble | null) => void;
  readonly trouble: () => Trouble | null;
  /** Does what its button says. */
  readonly mend: () => void;
}

/** On the page while its notes do not belong to what the audience sees. */
const PARTED = "speaker-parted";

export function createTies(page: Document, words: Words, mends: Readonly<Record<Trouble, () => void>>): Ties {
  let shown: Trouble | null = null;
  const box = element(page, "div", "speaker-lost toast");
  const text = element(page, "p", "");
  const mend = (): void => (shown === null ? undefined : mends[shown]());
  const way = button(page, "speaker-mend", "", "", mend);
  way.removeAttribute("aria-label");
  box.setAttribute("role", "alert");
  box.hidden = true;
  box.append(text, way);
  return {
    box,
    mend,
    trouble: () => shown,
    show: (trouble) => {
      if (trouble === shown) return;
      shown = trouble;
      box.hidden = trouble === null;
      page.documentElement.classList.toggle(PARTED, trouble === "older" || trouble === "rival");
      if (trouble === null) return;
      text.textContent = words.troubles[trouble].text;
      way.textContent = words.troubles[trouble].way;
    },
  };
}
