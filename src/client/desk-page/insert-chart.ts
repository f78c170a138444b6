/** Asks for a chart: its type and its indicators, from what the tables hold. */
import { button, element } from "../dom.ts";
import type { DeskState } from "../../model/desk.ts";
import { fieldsOf, type Form, type FormValue } from "../../model/form.ts";
import { labelled } from "./form-fields.ts";
import type { FormWords } from "./form-words.ts";

export interface ChosenChart {
  readonly title: string;
  readonly values: Readonly<Record<string, FormValue>>;
}

/** Null where nothing was chosen. */
export function askChart(words: FormWords, form: Form, names: DeskState["names"]): Promise<ChosenChart | null> {
  const dialog = element(document, "dialog", "desk-insert");
  const types = element(document, "select", "");
  const list = element(document, "select", "desk-insert-list");
  const put = button(document, "desk-button desk-make", words.put, words.put, () => dialog.close("put"));
  const foot = element(document, "div", "desk-dialog-foot");
  types.append(...(form.type === "variant" ? Object.keys(form.forms) : []).map((type) => new Option(words.choices[type] ?? type, type)));
  list.append(...names.map(({ id, name }) => new Option(name, id)));
  list.size = Math.min(12, Math.max(4, names.length));
  const keyOf = (): string | undefined => placeFor(form, types.value);
  const allow = (): void => {
    list.multiple = keyOf() === "indicators";
    put.disabled = list.selectedOptions.length === 0;
  };
  types.addEventListener("change", allow);
  list.addEventListener("change", allow);
  foot.append(button(document, "desk-button", words.cancel, words.cancel, () => dialog.close()), put);
  dialog.setAttribute("aria-label", words.insert);
  dialog.append(element(document, "h2", "", words.insert.replace(/[.…]+$/, "").trim()), element(document, "p", "desk-hint", words.insertHint), labelled(words.chart, types), labelled(words.indicators, list), foot);
  document.body.append(dialog);
  allow();
  dialog.showModal();
  return new Promise((done) =>
    dialog.addEventListener("close", () => {
      dialog.remove();
      const ids = [...list.selectedOptions].map(({ value }) => value);
      const key = keyOf();
      if (dialog.returnValue !== "put" || key === undefined || ids.length === 0) return done(null);
      done({ title: [...list.selectedOptions].map(({ text }) => text).join("、"), values: { type: types.value, [key]: key === "indicators" ? ids : ids[0]! } });
    }),
  );
}

/** The key of a chart that takes its indicators. */
function placeFor(form: Form, type: string): string | undefined {
  const fields = fieldsOf(form, { type });
  const takes = (one: Form): boolean => one.type === "indicator" || (one.type === "list" && one.of.type === "indicator");
  return (fields.find(({ needed, form: one }) => needed && takes(one)) ?? fields.find(({ form: one }) => takes(one)))?.key;
}
