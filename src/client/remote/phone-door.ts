/** The way in on a phone: a field for the PIN, and why it was refused. */
import { PIN_DIGITS } from "../../model/remote.ts";
import { element, setText } from "../dom.ts";
import type { RemoteWords } from "./remote-words.ts";

export interface Door {
  readonly box: HTMLElement;
  /** Shows the field with a text above it; an empty text is none. */
  readonly show: (text: string) => void;
  readonly hide: () => void;
}

/** `onPin` gets six digits. */
export function createDoor(page: Document, words: RemoteWords, onPin: (pin: string) => void): Door {
  const box = element(page, "main", "phone-door");
  const form = element(page, "form", "");
  const label = element(page, "label", "", words.enterPin);
  const field = element(page, "input", "phone-pin");
  const hint = element(page, "p", "phone-hint", words.pinHint);
  const why = element(page, "p", "phone-why");
  why.setAttribute("role", "alert");
  Object.assign(field, { id: "pin", type: "text", inputMode: "numeric", autocomplete: "one-time-code", maxLength: PIN_DIGITS + 2 });
  field.setAttribute("aria-describedby", "pin-hint");
  hint.id = "pin-hint";
  label.htmlFor = "pin";
  const send = element(page, "button", "phone-enter", words.enter);
  send.type = "submit";
  form.append(element(page, "h1", "", words.remote), why, label, hint, field, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Chinese keyboards give full-width digits.
    const pin = field.value.normalize("NFKC").replace(/\D/g, "");
    if (pin.length !== PIN_DIGITS) return field.focus();
    onPin(pin);
  });
  box.append(form);
  box.hidden = true;
  return {
    box,
    hide: () => {
      box.hidden = true;
      field.value = "";
    },
    show: (text) => {
      const opened = box.hidden;
      box.hidden = false;
      setText(why, text);
      if (text !== "") field.value = "";
      if (opened) field.focus();
    },
  };
}
