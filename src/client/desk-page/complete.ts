/** What may be written at a place of a text: names of indicators, blocks with their keys and words, attributes, settings. */
import type { DeskState } from "../../model/desk.ts";
import { fieldsOf, type DeckForms, type Form, type FormField } from "../../model/form.ts";

export interface Offer {
  readonly label: string;
  readonly detail: string;
  /** What is written. */
  readonly apply: string;
}

export interface Offers {
  /** Characters before the place that are replaced. */
  readonly back: number;
  readonly offers: readonly Offer[];
}

interface Known {
  readonly forms: DeckForms | null;
  readonly names: DeskState["names"];
  readonly zh: boolean;
}

/** Null where nothing is offered. `before` is the text of the file up to the place. */
export function offersAt(path: string, before: string, { forms, names, zh }: Known): Offers | null {
  const lines = before.split("\n");
  const line = lines.at(-1) ?? "";
  const reference = /\{\{([^{}]*)$/.exec(line)?.[1];
  if (reference !== undefined) return { back: reference.length, offers: names.map(({ id, name }) => ({ label: id, detail: name, apply: `${id}}}` })) };
  if (forms === null) return null;
  if (path.endsWith("deck.yaml")) return inYaml(forms.settings, lines, { names, zh });
  if (!path.endsWith(".md")) return null;
  const fence = openFence(lines);
  if (fence !== null) {
    const form = forms.fences.find(({ language }) => language === fence.language)?.form;
    return form === undefined ? null : inYaml(form, lines.slice(fence.line), { names, zh });
  }
  const language = /^ {0,3}```(\w*)$/.exec(line)?.[1];
  if (language !== undefined) return { back: language.length, offers: forms.fences.map((one) => ({ label: one.language, detail: one.name[zh ? "zh" : "en"], apply: `${one.language}\n\n\`\`\`` })) };
  return inHeading(line, forms, zh);
}

/** The block that is open at the end, and its first line inside; null outside. */
function openFence(lines: readonly string[]): { readonly language: string; readonly line: number } | null {
  let open: { language: string; line: number } | null = null;
  for (const [index, text] of lines.slice(0, -1).entries()) {
    const language = /^ {0,3}(?:`{3,}|~{3,})\s*(\w*)/.exec(text)?.[1];
    if (language !== undefined) open = open === null ? { language, line: index + 1 } : null;
  }
  return open;
}

function inHeading(line: string, forms: DeckForms, zh: boolean): Offers | null {
  const inside = /^#{1,2}\s[^{]*\{(?!\{)([^{}]*)$/.exec(line)?.[1];
  if (inside === undefined) return null;
  const word = /[^\s=]*$/.exec(inside)![0];
  const key = /([\w-]+)=$/.exec(inside.slice(0, inside.length - word.length))?.[1];
  const plain = (label: string, detail = ""): Offer => ({ label, detail, apply: label });
  if (key === undefined) return { back: word.length, offers: forms.attributes.map((one) => ({ ...plain(one), apply: `${one}=` })) };
  const words = key === "layout" ? forms.layouts.map(({ layout, takes }) => plain(layout, takes[zh ? "zh" : "en"])) : key === "motif" ? forms.motifs.map((motif) => plain(motif)) : [];
  return words.length === 0 ? null : { back: word.length, offers: words };
}

/** Keys at the start of a line, words and names behind a key. */
function inYaml(form: Form, lines: readonly string[], { names, zh }: Omit<Known, "forms">): Offers | null {
  const line = lines.at(-1) ?? "";
  const [, lead = "", word] = /^(\s*(?:-\s+)?)([\w-]*)$/.exec(line) ?? [];
  if (word !== undefined) {
    const fields = fieldsAt(form, lines.slice(0, -1), lead.length);
    // In a list of words the dash is followed by one of them.
    if (fields.length > 0) return { back: word.length, offers: fields.map(({ key, needed, form: one }) => ({ label: key, detail: needed ? (zh ? "必填" : "needed") : hintOf(one, zh), apply: one.type === "record" ? `${key}:\n${" ".repeat(lead.length + 2)}` : `${key}: ` })) };
  }
  const [, space = "", key = "", value = ""] = /^(\s*(?:-\s+)?)([\w-]+):\s+(.*)$/.exec(line) ?? [];
  const field = fieldsAt(form, lines.slice(0, -1), space.length).find((one) => one.key === key);
  const typed = /[^\s,[\]]*$/.exec(value)![0];
  const offers = field === undefined ? [] : wordsOf(field.form, names);
  return offers.length === 0 ? null : { back: typed.length, offers };
}

function wordsOf(form: Form, names: DeskState["names"]): readonly Offer[] {
  if (form.type === "list") return wordsOf(form.of, names);
  if (form.type === "indicator") return names.map(({ id, name }) => ({ label: id, detail: name, apply: id }));
  const words = form.type === "choice" ? form.words : form.type === "flag" ? ["true", "false"] : [];
  return words.map((word) => ({ label: word, detail: "", apply: word }));
}

function hintOf(form: Form, zh: boolean): string {
  return form.type === "text" ? form.expected[zh ? "zh" : "en"] : form.type === "list" ? hintOf(form.of, zh) : "";
}

/** The fields of the record whose keys stand in a column, by the keys above it that stand further left. */
function fieldsAt(form: Form, above: readonly string[], column: number): readonly FormField[] {
  const keys: string[] = [];
  let left = column;
  for (let at = above.length - 1; at >= 0; at -= 1) {
    const [, lead, key] = /^(\s*(?:-\s+)?)([\w-]+):/.exec(above[at]!) ?? [];
    if (lead === undefined || key === undefined || lead.length >= left) continue;
    keys.unshift(key);
    left = lead.length;
  }
  const type = above.map((line) => /^type:\s*(\w+)/.exec(line)?.[1]).find((word) => word !== undefined) ?? null;
  let fields = fieldsOf(form, { type });
  for (const key of keys) {
    const inside = fields.find((field) => field.key === key)?.form;
    fields = inside === undefined ? [] : fieldsOf(inside.type === "list" ? inside.of : inside, null);
  }
  return fields;
}
