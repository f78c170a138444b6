/** The review of the import, at hand while its doubts are settled. */
import { button, element } from "../dom.ts";
import type { DeskWords } from "./desk-words.ts";

export function openReview(words: DeskWords): void {
  const dialog = element(document, "dialog", "desk-review");
  const head = element(document, "div", "desk-dialog-head");
  const frame = element(document, "iframe", "");
  head.append(element(document, "h2", "", words.review), button(document, "desk-button", words.close, words.close, () => dialog.close()));
  frame.src = "review";
  frame.title = words.review;
  dialog.setAttribute("aria-label", words.review);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(head, element(document, "p", "desk-hint", words.reviewHint), frame);
  document.body.append(dialog);
  dialog.showModal();
}
