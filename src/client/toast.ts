/** A short message at the foot of a page. */
import { element } from "./dom.ts";

/** It stays for this many milliseconds. */
const STANDING = 8000;

/** Shows a message for a while, instead of one that is still there. */
export function showToast(page: Document, text: string): void {
  page.querySelector(".toast.brief")?.remove();
  const message = element(page, "p", "toast brief", text);
  page.body.append(message);
  setTimeout(() => message.remove(), STANDING);
}
