/** Small pictures of slides: copies of their DOM, scaled, without a second document. */
import { applyScale, LANDSCAPE, scaleToFit } from "./fit.ts";
import { element } from "./dom.ts";
import { showSteps } from "./steps.ts";

/** Attributes that refer to another element of the slide. */
const REFERENCES = ["href", "xlink:href", "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"];

/** A still copy of a slide with its first `steps` steps shown; ids are renamed, so that two copies never clash. */
export function copySlide(slide: HTMLElement, page: Document, steps: number, suffix: string): HTMLElement {
  const copy = page.importNode(slide, true);
  for (const notes of copy.querySelectorAll("aside.notes")) notes.remove();
  for (const name of ["style", "hidden", "aria-hidden", "inert"]) copy.removeAttribute(name);
  copy.classList.remove("past", "future");
  copy.classList.add("present");
  renameIds(copy, suffix);
  showSteps(copy, steps);
  return copy;
}

function renameIds(copy: HTMLElement, suffix: string): void {
  const ids = new Set([copy, ...copy.querySelectorAll("[id]")].map((node) => node.id).filter((id) => id !== ""));
  for (const node of [copy, ...copy.querySelectorAll("*")]) {
    if (node.id !== "") node.id += suffix;
    for (const { name, value } of node.attributes) {
      if (value.includes("url(#")) node.setAttribute(name, value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${id}${suffix})`));
      else if (REFERENCES.includes(name)) node.setAttribute(name, renameReference(value, ids, suffix));
    }
  }
}

function renameReference(value: string, ids: ReadonlySet<string>, suffix: string): string {
  if (value.startsWith("#")) return ids.has(value.slice(1)) ? value + suffix : value;
  return value.split(" ").map((id) => (ids.has(id) ? id + suffix : id)).join(" ");
}

/** A 16:9 box with the picture of a slide, scaled to the box's width. */
export interface Preview {
  readonly box: HTMLElement;
  /** Null empties the box. */
  readonly show: (slide: HTMLElement | null, steps: number) => void;
}

/** `suffix` must be unique among the previews of a document. */
export function createPreview(page: Document, className: string, suffix: string): Preview {
  const box = element(page, "div", `preview ${className}`);
  const stage = element(page, "div", "reveal");
  const slides = element(page, "div", "slides");
  box.setAttribute("aria-hidden", "true");
  box.setAttribute("inert", "");
  stage.append(slides);
  box.append(stage);
  // The observer must belong to the box's own window: one of another window sleeps while that is hidden.
  const Observer = page.defaultView?.ResizeObserver ?? ResizeObserver;
  new Observer(() => applyScale(box, scaleToFit(LANDSCAPE, box.clientWidth, box.clientHeight))).observe(box);
  return {
    box,
    show: (slide, steps) => slides.replaceChildren(...(slide === null ? [] : [copySlide(slide, page, steps, suffix)])),
  };
}
