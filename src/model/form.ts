/** What a value may be, as data: from the same shapes that read it, for forms and for completion. */

export type Form =
  /** Free text; `bare` where figures and periods stand without quotes. */
  | { readonly type: "text"; readonly expected: FormText; readonly bare: boolean }
  /** The id of an indicator of the tables. */
  | { readonly type: "indicator" }
  | { readonly type: "flag" }
  | { readonly type: "choice"; readonly words: readonly string[] }
  | { readonly type: "list"; readonly of: Form; readonly least: number }
  | { readonly type: "record"; readonly fields: readonly FormField[] }
  /** A record whose key `key` says which fields it has. */
  | { readonly type: "variant"; readonly key: string; readonly forms: Readonly<Record<string, Form>> }
  /** What only the text can say. */
  | { readonly type: "other" };

export interface FormText {
  readonly zh: string;
  readonly en: string;
}

export interface FormField {
  readonly key: string;
  readonly needed: boolean;
  readonly form: Form;
}

/** What stands in the text: scalars as they are written, null for nothing. */
export type FormValue = string | null | readonly FormValue[] | { readonly [key: string]: FormValue };

/** From the whole to a value: keys of maps, places in lists from 0. */
export type FormPath = readonly (string | number)[];

/** The fields of a record, those of a variant by the value of its key; empty where there are none. */
export function fieldsOf(form: Form, value: FormValue): readonly FormField[] {
  if (form.type === "record") return form.fields;
  if (form.type !== "variant") return [];
  const word = isMap(value) ? value[form.key] : null;
  const chosen = typeof word === "string" ? form.forms[word] : undefined;
  const choice: FormField = { key: form.key, needed: true, form: { type: "choice", words: Object.keys(form.forms) } };
  return [choice, ...(chosen === undefined ? [] : fieldsOf(chosen, value)).filter(({ key }) => key !== form.key)];
}

export function isMap(value: FormValue): value is { readonly [key: string]: FormValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A fenced block of a slide. */
export interface FormBlock {
  /** `chart`, `figures` … */
  readonly language: string;
  /** Null where its text is no YAML. */
  readonly values: FormValue;
}

/** A slide as it is written, in parts that a form can show; null for a part that is not there, or that only the text can say. */
export interface SlideForm {
  /** Line of the heading, from 1. */
  readonly line: number;
  /** A title of the part (`#`): it has no blocks of its own. */
  readonly divider: boolean;
  readonly title: string | null;
  /** Attributes of the heading by key. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly lead: string | null;
  /** Items of its list; null without a list, or where items go on over lines. */
  readonly items: readonly string[] | null;
  readonly notes: string | null;
  readonly blocks: readonly FormBlock[];
}

/** One change of a slide. */
export type SlideEdit =
  | { readonly type: "title" | "lead" | "notes"; readonly text: string }
  | { readonly type: "items"; readonly items: readonly string[] }
  | { readonly type: "attribute"; readonly key: string; readonly value: string | null }
  /** A value of the block with this number in the slide. */
  | { readonly type: "value"; readonly block: number; readonly path: FormPath; readonly value: FormValue; readonly bare: boolean }
  /** A new slide behind this one, with one block. */
  | { readonly type: "slide"; readonly title: string; readonly language: string; readonly values: Readonly<Record<string, FormValue>> };

/** The deck's language as data. */
export interface DeckForms {
  /** Of deck.yaml. */
  readonly settings: Form;
  readonly fences: readonly { readonly language: string; readonly name: FormText; readonly form: Form }[];
  readonly layouts: readonly { readonly layout: string; readonly takes: FormText }[];
  /** Attributes that a slide's heading may have. */
  readonly attributes: readonly string[];
  readonly motifs: readonly string[];
  /** Words that a column of a table takes, and no others. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
