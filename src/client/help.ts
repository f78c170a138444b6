/** The help: which key does what, in the deck's language. */
import { button, element, returnFocus } from "./dom.ts";
import type { Words } from "./words.ts";

/** Where the focus was before the help was opened; it returns there. */
const before = new WeakMap<Element, Element | null>();

/** Opens the help, or closes it if it is open; Escape and the button 关闭 close it as well. */
export function toggleHelp(page: Document, words: Words, keys: Words["keys"]): void {
  if (closeHelp(page)) return;
  const panel = element(page, "div", "help");
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", words.help);
  const table = element(page, "dl", "");
  for (const [key, meaning] of keys) {
    const row = element(page, "div", "");
    row.append(element(page, "dt", "", key), element(page, "dd", "", meaning));
    table.append(row);
  }
  const close = button(page, "help-close", words.close, words.close, () => void closeHelp(page));
  // The button stands first, since it gets the focus: the page would scroll down to it.
  const head = element(page, "header", "");
  head.append(element(page, "h2", "", words.help), close);
  panel.append(head, table);
  before.set(panel, page.activeElement);
  page.body.append(panel);
  close.focus();
}

/** True if there was one to close. */
export function closeHelp(page: Document): boolean {
  const panel = page.querySelector(".help");
  if (panel === null) return false;
  panel.remove();
  returnFocus(before.get(panel) ?? null);
  return true;
}
