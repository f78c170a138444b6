/** The list below a cell that is written: arrows choose, Enter takes, Escape leaves the list, as in any field with suggestions. */
import { element } from "../dom.ts";
import { matchingOffers, type CellOffer } from "./table-offers.ts";

export interface OfferList {
  /** Whether the key was for the list. */
  readonly obey: (key: string) => boolean;
  readonly remove: () => void;
}

interface View {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly offers: readonly CellOffer[];
  readonly take: (value: string) => void;
  shown: readonly CellOffer[];
  /** The offer that Enter takes; -1 for what is typed. */
  at: number;
}

const ID = "desk-offers";
/** Of a full list in CSS pixels, as in desk.css. */
const HEIGHT = 260;
/** From the edge of the window. */
const EDGE = 8;
/** Most that a list shows; who has more types. */
const MOST = 50;

/** Offers for a field; `take` writes one. */
export function offerFor(input: HTMLInputElement, label: string, offers: readonly CellOffer[], take: (value: string) => void): OfferList {
  const list = element(document, "ul", "desk-offers");
  const view: View = { input, list, offers, take, shown: [], at: -1 };
  list.id = ID;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", ID], ["aria-expanded", "false"], ["autocomplete", "off"]] as const) input.setAttribute(name, value);
  // Beside the table: a list in the cell would be cut with it.
  input.closest(".desk-grid")?.append(list);
  // The field keeps the focus.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const value = (target as HTMLElement).closest<HTMLElement>("[role=option]")?.dataset["value"];
    if (value !== undefined) take(value);
  });
  input.addEventListener("input", () => show(view, input.value));
  show(view, "");
  return { obey: (key) => obey(view, key), remove: () => list.remove() };
}

function show(view: View, typed: string): void {
  const { input, list } = view;
  const found = matchingOffers(view.offers, typed).slice(0, MOST);
  // What stands there whole needs no list.
  view.shown = found.length === 1 && found[0]!.value === typed ? [] : found;
  view.at = -1;
  const { left, top, bottom, width } = input.getBoundingClientRect();
  const above = bottom + HEIGHT > innerHeight && top > HEIGHT;
  Object.assign(list.style, { left: "0", minWidth: `${width}px`, top: above ? "" : `${bottom + 2}px`, bottom: above ? `${innerHeight - top + 2}px` : "" });
  list.replaceChildren(...view.shown.map(({ value, name }, index) => option(value, name, index)));
  open(view, view.shown.length > 0);
  // In the last column it may be wider than what is left of the window.
  list.style.left = `${Math.max(0, Math.min(left, innerWidth - list.offsetWidth - EDGE))}px`;
}

function option(value: string, name: string, index: number): HTMLElement {
  const made = element(document, "li", "", name);
  made.id = `${ID}-${index}`;
  made.dataset["value"] = value;
  made.setAttribute("role", "option");
  if (name !== value) made.append(element(document, "span", "", ` ${value}`));
  return made;
}

function open({ input, list }: View, is: boolean): void {
  list.hidden = !is;
  input.setAttribute("aria-expanded", String(is));
  if (!is) input.removeAttribute("aria-activedescendant");
}

function obey(view: View, key: string): boolean {
  const { list, shown, at, take } = view;
  if (list.hidden) return false;
  if (key === "ArrowDown" || key === "ArrowUp") mark(view, key === "ArrowDown" ? Math.min(at + 1, shown.length - 1) : Math.max(at - 1, -1));
  else if (key === "Escape") open(view, false);
  else if (key === "Enter" && at >= 0) take(shown[at]!.value);
  else return false;
  return true;
}

function mark(view: View, at: number): void {
  view.at = at;
  for (const [index, node] of [...view.list.children].entries()) node.setAttribute("aria-selected", String(index === at));
  const node = view.list.children[at];
  if (node === undefined) return view.input.removeAttribute("aria-activedescendant");
  view.input.setAttribute("aria-activedescendant", node.id);
  node.scrollIntoView({ block: "nearest" });
}
