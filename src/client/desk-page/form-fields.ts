/** Fields for any value of the deck's language, made from the shape that the parser reads with. */
import { button, element } from "../dom.ts";
import { fieldsOf, isMap, type Form, type FormField, type FormPath, type FormValue } from "../../model/form.ts";
import type { DeskState } from "../../model/desk.ts";
import type { FormWords } from "./form-words.ts";

export interface FieldOptions {
  readonly words: FormWords;
  readonly zh: boolean;
  readonly names: DeskState["names"];
  /** Before the names of fields, so that those of two blocks differ. */
  readonly id: string;
  /** `again` where the form may have other fields after it. */
  readonly change: (path: FormPath, value: FormValue, bare: boolean, again: boolean) => void;
}

/** The fields of a record or a variant. */
export function recordFields(form: Form, value: FormValue, path: FormPath, options: FieldOptions): readonly HTMLElement[] {
  return fieldsOf(form, value).flatMap((field) => fieldOf(field, isMap(value) ? (value[field.key] ?? null) : null, [...path, field.key], options));
}

function fieldOf({ key, form, needed }: FormField, value: FormValue, path: FormPath, options: FieldOptions): readonly HTMLElement[] {
  const name = options.words.keys[key] ?? key;
  switch (form.type) {
    case "other":
      return [];
    case "record":
    case "variant":
      return [group(name, recordFields(form, value, path, options))];
    case "list":
      return [listField(form, needed, name, value, path, options)];
    default:
      return [labelled(name, control(form, needed, value, path, options))];
  }
}

function group(name: string, fields: readonly HTMLElement[]): HTMLElement {
  const made = element(document, "fieldset", "desk-form-group");
  made.append(element(document, "legend", "", name), ...fields);
  return made;
}

export function labelled(name: string, field: HTMLElement): HTMLElement {
  const made = element(document, "label", "desk-form-field");
  made.append(element(document, "span", "", name), field);
  return made;
}

/** One field for one word, figure or mark. */
function control(form: Form, needed: boolean, value: FormValue, path: FormPath, options: FieldOptions): HTMLElement {
  const { words, change } = options;
  const text = typeof value === "string" ? value : "";
  if (form.type === "flag") {
    const box = named(element(document, "input", ""), path, options);
    box.type = "checkbox";
    box.checked = text === "true";
    box.addEventListener("change", () => change(path, box.checked ? "true" : needed ? "false" : null, true, false));
    return box;
  }
  if (form.type === "choice") return chooser(form.words.map((word) => [word, words.choices[word] ?? word]), needed, text, path, options, (word) => change(path, word, true, true));
  if (form.type === "indicator") return chooser(options.names.map(({ id, name }) => [id, name]), needed, text, path, options, (id) => change(path, id, true, false));
  const bare = form.type === "text" && form.bare;
  return textField("input", text, path, options, form.type === "text" ? form.expected[options.zh ? "zh" : "en"] : "", (typed) => change(path, typed === "" ? null : typed, bare, false));
}

/** A list to choose from; without a choice the key is left out. */
function chooser(choices: readonly (readonly [word: string, name: string])[], needed: boolean, value: string, path: FormPath, options: FieldOptions, take: (word: string | null) => void): HTMLSelectElement {
  const made = named(element(document, "select", ""), path, options);
  const strange = value !== "" && !choices.some(([word]) => word === value) ? [new Option(value, value)] : [];
  made.append(...(needed && value !== "" ? [] : [new Option(needed ? options.words.needed : options.words.usual, "")]), ...strange, ...choices.map(([word, name]) => new Option(name, word)));
  made.value = value;
  made.addEventListener("change", () => take(made.value === "" ? null : made.value));
  return made;
}

/** A field for text that tells each pause in typing. */
export function textField(kind: "input" | "textarea", value: string, path: FormPath, options: Pick<FieldOptions, "id">, hint: string, take: (text: string) => void): HTMLInputElement | HTMLTextAreaElement {
  const made = named(element(document, kind, "desk-field"), path, options);
  made.value = value;
  made.placeholder = hint;
  if (made instanceof HTMLTextAreaElement) made.rows = Math.min(12, Math.max(2, value.split("\n").length));
  made.addEventListener("input", (event) => {
    // An input method is not done yet.
    if (!(event as InputEvent).isComposing) take(made.value);
  });
  made.addEventListener("compositionend", () => take(made.value));
  return made;
}

function named<E extends HTMLElement>(node: E, path: FormPath, { id }: Pick<FieldOptions, "id">): E {
  node.dataset["field"] = [id, ...path].join("/");
  return node;
}

function listField({ of, least }: Extract<Form, { type: "list" }>, needed: boolean, name: string, value: FormValue, path: FormPath, options: FieldOptions): HTMLElement {
  const items: readonly FormValue[] = Array.isArray(value) ? value : value === null ? [] : [value];
  const words = items.filter((item) => typeof item === "string");
  // An empty list that may be left out is left out.
  const write = (next: readonly FormValue[], bare: boolean, again: boolean): void => options.change(path, next.length === 0 && (!needed || least > 0) ? null : next, bare, again);
  if (of.type === "indicator") return indicatorList(name, words, path, options, (next) => write(next, true, true));
  if (of.type === "choice") return choiceList(name, of.words, words, path, options, (next) => write(next, true, false));
  if (of.type === "record" || of.type === "variant") return recordList(of, name, items, path, options);
  const bare = of.type === "text" && of.bare;
  return labelled(`${name}（${options.words.onePerLine}）`, textField("textarea", words.join("\n"), path, options, "", (typed) => write(typed.split("\n").map((line) => line.trim()).filter((line) => line !== ""), bare, false)));
}

function indicatorList(name: string, ids: readonly string[], path: FormPath, options: FieldOptions, write: (ids: readonly string[]) => void): HTMLElement {
  const { words, names } = options;
  const chosen = ids.map((id, index) => {
    const text = names.find((one) => one.id === id)?.name ?? id;
    const chip = element(document, "span", "desk-chip", text);
    chip.append(button(document, "desk-chip-off", "×", `${words.remove} ${text}`, () => write(ids.filter((_, at) => at !== index))));
    return chip;
  });
  const more = named(element(document, "select", ""), path, options);
  more.append(new Option(words.addIndicator, ""), ...names.filter(({ id }) => !ids.includes(id)).map((one) => new Option(one.name, one.id)));
  more.setAttribute("aria-label", `${words.addIndicator} ${name}`);
  more.addEventListener("change", () => more.value !== "" && write([...ids, more.value]));
  const made = group(name, [...chosen, more]);
  made.classList.add("desk-form-chips");
  return made;
}

function choiceList(name: string, words: readonly string[], chosen: readonly string[], path: FormPath, options: FieldOptions, write: (words: readonly string[]) => void): HTMLElement {
  const boxes = words.map((word) => {
    const label = element(document, "label", "desk-form-box");
    const box = named(element(document, "input", ""), [...path, word], options);
    box.type = "checkbox";
    box.checked = chosen.includes(word);
    box.addEventListener("change", () => write(words.filter((one) => (one === word ? box.checked : chosen.includes(one)))));
    label.append(box, options.words.choices[word] ?? word);
    return label;
  });
  const made = group(name, boxes);
  made.classList.add("desk-form-chips");
  return made;
}

function recordList(of: Form, name: string, items: readonly FormValue[], path: FormPath, options: FieldOptions): HTMLElement {
  const { words, change } = options;
  const entries = items.map((item, index) => {
    const made = group(`${name} ${index + 1}`, recordFields(of, item, [...path, index], options));
    made.append(button(document, "desk-way", words.remove, `${words.remove} ${name} ${index + 1}`, () => change(items.length === 1 ? path : [...path, index], null, false, true)));
    return made;
  });
  const first = of.type === "record" ? of.fields.filter(({ needed }) => needed) : [];
  const fresh = Object.fromEntries((first.length === 0 && of.type === "record" ? of.fields.slice(0, 1) : first).map(({ key, form }) => [key, form.type === "choice" ? (form.words[0] ?? "") : `${words.keys[key] ?? key}`]));
  const made = group(name, entries);
  made.append(button(document, "desk-button", words.add, `${words.add} ${name}`, () => change([...path, items.length], fresh, false, true)));
  return made;
}
