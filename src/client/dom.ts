/** Makes elements for either window; the document that they belong to is always given. */

/** An element with a class and optional text. */
export function element<K extends keyof HTMLElementTagNameMap>(page: Document, tag: K, className: string, text = ""): HTMLElementTagNameMap[K] {
  const made = page.createElement(tag);
  if (className !== "") made.className = className;
  if (text !== "") made.textContent = text;
  return made;
}

/** A push button; where its text is only a sign, it also has a name for screen readers. */
export function button(page: Document, className: string, text: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = element(page, "button", className, text);
  made.type = "button";
  if (label !== text) made.setAttribute("aria-label", label);
  made.addEventListener("click", onClick);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with attributes. */
export function drawing<K extends keyof SVGElementTagNameMap>(page: Document, tag: K, attributes: Readonly<Record<string, string | number>>): SVGElementTagNameMap[K] {
  const made = page.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/** Gives the focus back to what had it, if that is still there; a page of another window has its own kinds of elements. */
export function returnFocus(before: Element | null): void {
  if (before?.isConnected === true && "focus" in before && typeof before.focus === "function") (before as HTMLElement).focus();
}

/** Changes a text that may be the same already; without the check it would be laid out again. */
export function setText(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
