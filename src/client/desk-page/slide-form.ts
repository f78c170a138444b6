/** The form of one slide: title, layout, words, blocks and notes, without a line of Markdown. */
import { button, element } from "../dom.ts";
import type { DeskSlideForm, DeskState } from "../../model/desk.ts";
import type { DeckForms, FormBlock, FormPath, SlideEdit } from "../../model/form.ts";
import { createFormText } from "./form-view.ts";
import { labelled, recordFields, textField } from "./form-fields.ts";
import type { FormWords } from "./form-words.ts";
import { askChart } from "./insert-chart.ts";
import { editSlideText, readSlideForm } from "./server.ts";

export interface SlideFormView {
  readonly node: HTMLElement;
  readonly open: (path: string, text: string) => void;
  readonly text: () => string;
  /** Shows the slide at a line. */
  readonly go: (line: number) => void;
  readonly settle: () => Promise<void>;
  readonly pending: () => boolean;
}

interface Options {
  readonly words: FormWords;
  readonly zh: boolean;
  readonly forms: Promise<DeckForms | null>;
  readonly names: () => DeskState["names"];
  readonly onChange: (typed: boolean) => void;
  readonly onLost: () => void;
}

interface View extends Options {
  readonly deck: DeckForms;
  readonly edit: (field: string, edit: SlideEdit, again: boolean) => void;
}

export function createSlideForm(options: Options): SlideFormView {
  let path = "";
  let line = 1;
  const view = createFormText({
    fields: async (text) => {
      const [deck, form] = await Promise.all([options.forms, readSlideForm(path, text, line)]);
      if (deck === null) return null;
      return form === null ? [element(document, "p", "desk-hint", options.words.noSlide)] : slideFields(form, { ...options, deck, edit: (field, edit, again) => view.edit(field, { line: form.line, edit }, again) });
    },
    change: (text, asked) => {
      const { line: at, edit } = asked as { readonly line: number; readonly edit: SlideEdit };
      return editSlideText(text, at, edit);
    },
    onChange: options.onChange,
    onLost: options.onLost,
  });
  return {
    node: view.node,
    text: view.text,
    settle: view.settle,
    pending: view.pending,
    open: (next, text) => {
      if (next !== path) line = 1;
      path = next;
      view.set(text);
    },
    go: (to) => {
      line = to;
      view.draw();
    },
  };
}

function slideFields(form: DeskSlideForm, view: View): readonly Node[] {
  const { words, edit } = view;
  const text = (kind: "title" | "lead" | "notes", value: string, box: "input" | "textarea"): HTMLElement =>
    labelled(words[kind], textField(box, value, [kind], { id: "slide" }, "", (typed) => edit(kind, { type: kind, text: typed }, false)));
  const items = labelled(`${words.items}（${words.onePerLine}）`, textField("textarea", (form.items ?? []).join("\n"), ["items"], { id: "slide" }, "", (typed) => edit("items", { type: "items", items: typed.split("\n") }, false)));
  const looks = element(document, "div", "desk-form-row");
  looks.append(...(form.divider ? [] : [layoutField(form, view)]), ...(["variant", "motif"] as const).flatMap((key) => attributeField(form, key, view)));
  const takes = takesOf(form);
  return [
    text("title", form.title ?? "", "input"),
    ...(looks.childElementCount === 0 ? [] : [looks]),
    ...(takes.lead ? [text("lead", form.lead ?? "", "textarea")] : []),
    ...(takes.items ? [items] : []),
    ...form.blocks.map((block, index) => blockFields(block, index, view)),
    text("notes", form.notes ?? "", "textarea"),
    button(document, "desk-button", words.insert, words.insert, () => void insert(view)),
  ];
}

/** What has no place in a layout is not asked for. */
function takesOf({ divider, layout, lead, items, blocks }: DeskSlideForm): { readonly lead: boolean; readonly items: boolean } {
  return { lead: lead !== null || !["cover", "agenda", "statement", "columns", "timeline"].includes(layout ?? ""), items: items !== null || (!divider && blocks.length === 0 && ["bullets", "picture"].includes(layout ?? "bullets")) };
}

function layoutField({ layout, attributes }: DeskSlideForm, { words, zh, deck, edit }: View): HTMLElement {
  const select = element(document, "select", "");
  const nameOf = (name: string): string => words.choices[name] ?? name;
  const named = attributes["layout"] ?? "";
  select.append(new Option(words.automatic(named === "" && layout !== null ? nameOf(layout) : ""), ""), ...deck.layouts.map((one) => new Option(nameOf(one.layout), one.layout)));
  select.value = named;
  select.title = deck.layouts.find((one) => one.layout === (layout ?? named))?.takes[zh ? "zh" : "en"] ?? "";
  select.dataset["field"] = "slide/layout";
  select.addEventListener("change", () => edit("layout", { type: "attribute", key: "layout", value: select.value === "" ? null : select.value }, true));
  return labelled(words.layout, select);
}

function attributeField({ attributes, variants, motifs }: DeskSlideForm, key: "variant" | "motif", { words, edit }: View): readonly HTMLElement[] {
  const value = attributes[key] ?? "";
  const known = key === "variant" ? variants : motifs;
  if (known.length === 0 && value === "") return [];
  const select = element(document, "select", "");
  select.append(new Option(words.automatic(""), ""), ...[...new Set([...known, ...(value === "" ? [] : [value])])].map((word) => new Option(words.choices[word] ?? word, word)));
  select.value = value;
  select.dataset["field"] = `slide/${key}`;
  select.addEventListener("change", () => edit(key, { type: "attribute", key, value: select.value === "" ? null : select.value }, true));
  return [labelled(words.keys[key] ?? key, select)];
}

function blockFields({ language, values }: FormBlock, block: number, { words, zh, deck, names, edit }: View): HTMLElement {
  const known = deck.fences.find((fence) => fence.language === language);
  const made = element(document, "fieldset", "desk-form-block");
  made.append(element(document, "legend", "", known?.name[zh ? "zh" : "en"] ?? language));
  if (known === undefined || values === null) made.append(element(document, "p", "desk-hint", words.broken));
  else made.append(...recordFields(known.form, values, [], { words, zh, names: names(), id: `block${block}`, change: (path: FormPath, value, bare, again) => edit(`block${block}/${path.join("/")}`, { type: "value", block, path, value, bare }, again) }));
  return made;
}

async function insert({ words, deck, names, edit }: View): Promise<void> {
  const chart = deck.fences.find(({ language }) => language === "chart");
  const chosen = chart === undefined ? null : await askChart(words, chart.form, names());
  if (chosen !== null) edit("slide", { type: "slide", title: chosen.title, language: "chart", values: chosen.values }, true);
}
