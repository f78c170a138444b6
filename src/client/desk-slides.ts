/** Entry of the list of slides inside the desk: small pictures by part, to choose and to move. */
import "./deck.css";
import "./desk-page/frames.css";
import "./desk-page/slides.css";
import type { DeckPatch } from "../model/deck-patch.ts";
import type { DeskPart, DeskSlide } from "../model/desk.ts";
import { FONTS_ID, STYLE_ID } from "../model/page-ids.ts";
import { listenToDesk, tellDesk } from "./desk-page/frame-wire.ts";
import { button, element } from "./dom.ts";
import { whenLegible } from "./desk-page/legible.ts";
import { createPreview, type Preview } from "./preview.ts";
import { countSteps } from "./steps.ts";

interface Cell {
  readonly node: HTMLButtonElement;
  /** Null until it was seen. */
  preview: Preview | null;
}

const source = document.querySelector<HTMLElement>(".reveal");
const list = element(document, "nav", "desk-slides");
const cells = new Map<string, Cell>();
const slides = new Map<string, HTMLElement>([...document.querySelectorAll<HTMLElement>(".slides > section")].map((slide) => [slide.id, slide]));
let shown = "";

document.documentElement.classList.add("started", "desk-list");
source?.remove();
document.body.append(list);
const observer = new IntersectionObserver((entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && fill((target as HTMLElement).dataset["id"] ?? "")), { rootMargin: "50%" });
list.addEventListener("keydown", walk);
listenToDesk((message) => {
  if (message.type === "patch") patch(message.patch);
  else if (message.type === "parts") arrange(message.parts, new Set(message.faulty));
  else mark(message.id);
});
whenLegible("Luduan Sans", () => tellDesk({ type: "ready", revision: Number(document.querySelector<HTMLMetaElement>("meta[name=luduan-revision]")?.content) }));

function arrange(parts: readonly DeskPart[], faulty: ReadonlySet<string>): void {
  let number = 0;
  const focused = (document.activeElement as HTMLElement | null)?.dataset["id"];
  list.replaceChildren(
    ...parts.map((part) => {
      const section = element(document, "section", "");
      if (part.title !== "") section.append(element(document, "h2", "", part.title));
      for (const slide of part.slides) {
        number += 1;
        section.append(cellOf(slide, number, faulty.has(slide.id)));
      }
      return section;
    }),
  );
  const kept = new Set(parts.flatMap((part) => part.slides.map(({ id }) => id)));
  for (const id of cells.keys()) if (!kept.has(id)) cells.delete(id);
  mark(shown);
  if (focused !== undefined) cells.get(focused)?.node.focus();
}

function cellOf({ id, title }: DeskSlide, number: number, faulty: boolean): HTMLElement {
  const known = cells.get(id);
  const node = known?.node ?? makeCell(id);
  if (known === undefined) cells.set(id, { node, preview: null });
  // The picture of the slide has captions of its own.
  node.querySelector(":scope > span")?.replaceChildren(element(document, "b", "", String(number)), ` ${title}`);
  node.classList.toggle("faulty", faulty);
  observer.observe(node);
  return node;
}

function makeCell(id: string): HTMLButtonElement {
  const node = button(document, "desk-slide", "", "", () => tellDesk({ type: "choose", id }));
  node.dataset["id"] = id;
  node.draggable = true;
  node.append(element(document, "span", ""));
  node.addEventListener("dragstart", ({ dataTransfer }) => dataTransfer?.setData("text/x-luduan-slide", id));
  node.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("text/x-luduan-slide") === true && event.preventDefault());
  node.addEventListener("drop", (event) => {
    const moved = event.dataTransfer?.getData("text/x-luduan-slide") ?? "";
    event.preventDefault();
    if (moved !== "" && moved !== id) tellDesk({ type: "move", id: moved, before: id });
  });
  return node;
}

function fill(id: string): void {
  const cell = cells.get(id);
  const slide = slides.get(id);
  if (cell === undefined || slide === undefined) return;
  if (cell.preview === null) {
    cell.preview = createPreview(document, "", `-d${id}`);
    cell.node.prepend(cell.preview.box);
  }
  cell.preview.show(slide, countSteps(slide));
}

function patch({ slides: changed, css, fonts }: DeckPatch): void {
  for (const { id, html } of changed) {
    const template = document.createElement("template");
    template.innerHTML = html.trim();
    slides.set(id, document.importNode(template.content.firstElementChild as HTMLElement, true));
    if (cells.get(id)?.preview != null) fill(id);
  }
  for (const [id, text] of [[STYLE_ID, css], [FONTS_ID, fonts]] as const) {
    const node = document.getElementById(id);
    if (node !== null && text !== null) node.textContent = text;
  }
}

function mark(id: string): void {
  cells.get(shown)?.node.removeAttribute("aria-current");
  shown = id;
  const node = cells.get(id)?.node;
  node?.setAttribute("aria-current", "true");
  node?.scrollIntoView({ block: "nearest" });
}

/** Arrows walk, with Alt they move the slide. */
function walk(event: KeyboardEvent): void {
  const way = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : event.key === "ArrowUp" || event.key === "ArrowLeft" ? -1 : 0;
  const id = (event.target as HTMLElement).dataset["id"];
  if (way === 0 || id === undefined) return;
  event.preventDefault();
  const order = [...list.querySelectorAll<HTMLElement>(".desk-slide")];
  const at = order.findIndex(({ dataset }) => dataset["id"] === id);
  if (event.altKey) {
    const before = way === 1 ? order[at + 2] : order[at - 1];
    if ((way === 1 && at < order.length - 1) || (way === -1 && at > 0)) tellDesk({ type: "move", id, before: before?.dataset["id"] ?? null });
    return;
  }
  const next = order[at + way];
  next?.focus();
  if (next?.dataset["id"] !== undefined) tellDesk({ type: "choose", id: next.dataset["id"] });
}
