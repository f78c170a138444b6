/**
 * Figures roll up once, when their slide appears. Drums of digits lie over the published text and end on its digits; the text itself never
 * changes. Screen readers, copying and printing take it as it is, and if anything stops, the style sheet shows it again by itself.
 */
import { element } from "./dom.ts";

const FIGURES = ".cell .value .number, .counts .number";
/** How long the longest part takes, in milliseconds: things that are lit one by one, as in units.css. */
const LONGEST = 2000;
/** Positions of a drum: 0 to 9, and 0 again. */
const TURN = 10;

/** The slides of a show, each of which rolls once, or of a loop, `again` in each round; call with the slide that is shown. */
export function createRollUp(view: Window, again = false): (slide: HTMLElement) => void {
  const seen = new WeakSet<Element>();
  const still = view.matchMedia("(prefers-reduced-motion: reduce)");
  return (slide) => {
    if (seen.has(slide)) return;
    seen.add(slide);
    slide.classList.remove("rolled");
    const stops = still.matches ? [] : [...slide.querySelectorAll<HTMLElement>(FIGURES)].map(roll);
    view.setTimeout(() => {
      for (const stop of stops) stop();
      slide.classList.add("rolled");
      if (again) seen.delete(slide);
    }, still.matches ? 0 : LONGEST);
  };
}

/** Lays drums over a number; the result takes them away. */
function roll(number: HTMLElement): () => void {
  const page = number.ownerDocument;
  const drums = element(page, "span", "roll");
  drums.setAttribute("aria-hidden", "true");
  drums.style.color = getComputedStyle(number).color;
  drums.append(...[...(number.textContent ?? "")].map((character) => drumOf(character, page)));
  number.prepend(drums);
  number.classList.add("rolling");
  return () => {
    drums.remove();
    number.classList.remove("rolling");
  };
}

/** One character, from the style sheet alone, so that no text is added to the page; a digit with the others before it. */
function drumOf(character: string, page: Document): HTMLElement {
  const place = element(page, "span", "roll-place");
  place.dataset["mark"] = character;
  if (!/\d/.test(character)) return place;
  const drum = element(page, "span", "roll-drum");
  drum.style.setProperty("--to", String(Number(character) || TURN));
  place.classList.add("roll-digit");
  place.append(drum);
  return place;
}
