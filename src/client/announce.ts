/** Tells screen readers, politely, which slide and which step is shown. */
import { element } from "./dom.ts";

export interface Announcer {
  readonly say: (text: string) => void;
}

/** A live region at the end of the page; it must exist before it speaks, or it would not be heard. */
export function createAnnouncer(page: Document): Announcer {
  const region = element(page, "p", "announcer");
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  page.body.append(region);
  return {
    say: (text) => {
      if (region.textContent !== text) region.textContent = text;
    },
  };
}

/** The text that the last step revealed; empty before the first step. */
export function stepText(slide: Element): string {
  const shown = [...slide.querySelectorAll(".fragment.current-fragment")];
  return shown.map((fragment) => (fragment.textContent ?? "").replace(/\s+/g, " ").trim()).join(" ");
}
