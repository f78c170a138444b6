/** Screens of other shapes than the slide: art and water run on to the edges, words keep to the middle. */
import { drawing } from "./dom.ts";
import type { SlideSize } from "./fit.ts";

/** A flat slide has empty margins of 88 px and more; so much of each may lie beyond the edge of a narrower screen, which makes all words larger. */
const SPARE = 48;
/** Less is a matter of rounding. */
const LEAST = 2;

/** How a slide stands on a screen. */
export interface Stand {
  readonly scale: number;
  /** Pixels of the slide's own that the screen shows beyond its left and right, and beyond its top and foot; never below 0. */
  readonly aside: number;
  readonly above: number;
}

/** As large as the screen allows; `spare` is what may be cut off at the left and the right. */
export function standOn(screen: SlideSize, slide: SlideSize): Stand {
  const spare = slide.width > slide.height ? SPARE : 0;
  const scale = Math.max(Math.min(screen.width / (slide.width - 2 * spare), screen.height / slide.height), 0.01);
  return { scale, aside: Math.max(0, (screen.width / scale - slide.width) / 2), above: Math.max(0, (screen.height / scale - slide.height) / 2) };
}

/** Tells the style sheet how far the edges are, and draws the water that lies there. */
export function reachEdges(root: HTMLElement, { aside, above }: Stand): void {
  const page = document.documentElement;
  page.classList.toggle("beyond", aside > LEAST || above > LEAST);
  page.style.setProperty("--aside", `${Math.ceil(aside)}px`);
  page.style.setProperty("--above", `${Math.ceil(above)}px`);
  if (aside > LEAST) for (const art of root.querySelectorAll<SVGSVGElement>(".art-slide")) widen(art, aside);
  for (const crop of root.querySelectorAll<SVGSVGElement>(".art-slide > svg")) uncover(crop, Math.ceil(aside), Math.ceil(above));
}

/** Repeats waterline and loose water beside a drawing: that of a panel or a picture on the left of it only. */
function widen(art: SVGSVGElement, aside: number): void {
  for (const crop of [art, ...art.querySelectorAll<SVGSVGElement>(":scope > svg")]) {
    const { width } = crop.viewBox.baseVal;
    const count = Math.ceil(aside / width);
    const done = Number(crop.dataset["copies"] ?? 0);
    if (count <= done) continue;
    crop.dataset["copies"] = String(count);
    const water = [...crop.querySelectorAll<SVGPathElement>(":scope > :is(.art-water, .art-waterline):not([transform])")];
    const sides = width < 1920 ? [-1] : [-1, 1];
    for (let copy = done + 1; copy <= count; copy += 1) {
      for (const side of sides) for (const path of water) path.after(shifted(path, side * copy * width));
    }
  }
}

function shifted(path: SVGPathElement, by: number): SVGPathElement {
  const copy = path.cloneNode(true) as SVGPathElement;
  copy.setAttribute("transform", `translate(${by})`);
  return copy;
}

/** A drawing that is cropped to a part of the slide shows what lies left of it, above and below; its ground goes on there. */
function uncover(crop: SVGSVGElement, aside: number, above: number): void {
  const { viewBox } = crop;
  const right = viewBox.baseVal.x + viewBox.baseVal.width;
  const height = Number(crop.dataset["height"] ?? viewBox.baseVal.height);
  crop.dataset["height"] = String(height);
  const box = { x: -aside, y: -above, width: right + aside, height: height + 2 * above };
  for (const [name, value] of Object.entries(box)) crop.setAttribute(name, String(value));
  crop.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
  crop.querySelector(".art-beyond")?.remove();
  crop.prepend(drawing(document, "rect", { class: "art-mist art-beyond", ...box }));
}
