/** Changes the open page in place: slides whose HTML has changed, their order, styles, titles. */
import type { DeckData } from "../model/deck-data.ts";
import type { DeckPatch } from "../model/deck-patch.ts";
import { FONTS_ID, STYLE_ID } from "../model/page-ids.ts";
import type { Show } from "./show.ts";
import { countSteps, showSteps } from "./steps.ts";

/** What runs on the page: the deck, or the speaker window, which shows nothing itself. */
export interface Live {
  readonly show: () => Show | null;
  readonly refresh: (data: DeckData | null, moved: boolean) => void;
}

/** Classes and attributes that reveal.js puts on a section. */
const STATES = ["past", "present", "future", "stack"];
const KEPT = new Set(["class", "style", "hidden", "aria-hidden", "inert", "data-fragment"]);

export function applyPatch(root: HTMLElement, live: Live, patch: DeckPatch): void {
  const stage = root.querySelector<HTMLElement>(".slides");
  if (stage === null) return;
  setText(STYLE_ID, patch.css);
  setText(FONTS_ID, patch.fonts);
  const show = live.show();
  const place = show?.place() ?? null;
  const current = place === null ? null : (show?.slides()[place.slide] ?? null);
  const sections = new Map([...stage.children].map((section) => [section.id, section as HTMLElement]));
  for (const { id, html } of patch.slides) sections.set(id, takeOver(sections.get(id) ?? null, html));
  if (patch.order !== null) arrange(stage, patch.order, sections);
  live.refresh(patch.data, patch.order !== null);
  const meta = document.querySelector<HTMLMetaElement>("meta[name=luduan-revision]");
  if (meta !== null) meta.content = String(patch.revision);
  if (show === null || place === null) return;
  const slides = show.slides();
  for (const { id } of patch.slides) settleSteps(sections.get(id) ?? null);
  // The open slide stays open; if it is gone, the slide now in its place is shown.
  const at = current === null ? -1 : slides.indexOf(current);
  if (patch.order !== null || (current !== null && patch.slides.some(({ id }) => id === current.id))) {
    show.go({ slide: at < 0 ? place.slide : at, step: at < 0 ? 0 : place.step });
  }
}

function setText(id: string, text: string | null): void {
  const node = document.getElementById(id);
  if (node !== null && text !== null) node.textContent = text;
}

/** The section of an edited slide keeps its identity, so that reveal.js does not lose it. */
function takeOver(old: HTMLElement | null, html: string): HTMLElement {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  const fresh = template.content.firstElementChild as HTMLElement;
  if (old === null) return document.importNode(fresh, true);
  const states = STATES.filter((state) => old.classList.contains(state));
  for (const name of old.getAttributeNames()) if (!KEPT.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  old.classList.add(...states);
  old.replaceChildren(...fresh.childNodes);
  return old;
}

function arrange(stage: HTMLElement, order: readonly string[], sections: ReadonlyMap<string, HTMLElement>): void {
  const wanted = order.flatMap((id) => sections.get(id) ?? []);
  const keep = new Set<Element>(wanted);
  for (const child of Array.from(stage.children)) if (!keep.has(child)) child.remove();
  wanted.forEach((section, index) => {
    const there = stage.children[index];
    if (there !== section) stage.insertBefore(section, there ?? null);
  });
}

/** Leaves steps as reveal.js does: all shown on earlier slides, none on later ones. */
function settleSteps(slide: HTMLElement | null): void {
  if (slide !== null && !slide.classList.contains("present")) showSteps(slide, slide.classList.contains("past") ? countSteps(slide) : 0);
}
