/** Asks why something is right as it is. */
import { button, element } from "../dom.ts";
import type { DeskWords } from "./desk-words.ts";

/** Asks for the reason; null where there is none. */
export function askReason(words: DeskWords, message: string): Promise<string | null> {
  const dialog = element(document, "dialog", "desk-insert");
  const form = element(document, "form", "");
  const field = element(document, "input", "desk-field");
  const label = element(document, "label", "desk-form-field", "");
  const foot = element(document, "div", "desk-dialog-foot");
  const keep = element(document, "button", "desk-button desk-make", words.except);
  field.required = true;
  form.method = "dialog";
  keep.value = "keep";
  label.append(element(document, "span", "", words.reason), field);
  foot.append(button(document, "desk-button", words.cancel, words.cancel, () => dialog.close()), keep);
  form.append(label, foot);
  dialog.setAttribute("aria-label", words.except);
  dialog.append(element(document, "h2", "", words.except), element(document, "p", "desk-hint", message), form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) =>
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.returnValue === "keep" && field.value.trim() !== "" ? field.value : null);
    }),
  );
}
