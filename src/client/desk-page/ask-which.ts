/** Asks which of two versions of a file to keep. */
import { button, element } from "../dom.ts";
import type { DeskText } from "../../model/desk.ts";
import type { DeskWords } from "./desk-words.ts";

/** Both versions side by side; the one that is not chosen can still be taken back by undo. */
export function askWhich(words: DeskWords, mine: string, now: DeskText, take: (text: string) => void): void {
  const dialog = element(document, "dialog", "desk-which");
  const sides = element(document, "div", "desk-sides");
  const side = (title: string, text: string, label: string): HTMLElement => {
    const made = element(document, "section", "");
    const shown = element(document, "textarea", "", "");
    shown.value = text;
    shown.readOnly = true;
    shown.setAttribute("aria-label", title);
    const chosen = button(document, "desk-button", label, label, () => {
      dialog.close();
      dialog.remove();
      take(text);
    });
    made.append(element(document, "h3", "", title), shown, chosen);
    return made;
  };
  sides.append(side(words.mine, mine, words.keepMine), side(words.theirs, now.text, words.takeTheirs));
  dialog.setAttribute("aria-label", words.changedElsewhere);
  dialog.append(element(document, "p", "", words.changedElsewhere), sides);
  // Neither may be dropped by a key that was meant for something else.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
}
