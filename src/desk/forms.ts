/** Forms of slides and settings: what is in a text, and the text after one change. Nothing is written here: the page edits the file with it. */
import { variantNames } from "../model/looks.ts";
import { takesMotif } from "../model/choose-motifs.ts";
import type { Deck, Slide } from "../model/deck.ts";
import type { DeskSlideForm } from "../model/desk.ts";
import type { FormPath, FormValue, SlideEdit } from "../model/form.ts";
import { MOTIFS } from "../model/motif.ts";
import { editSlide, editYaml, readSlide, readYamlValues } from "../parse/forms.ts";

/** The text of a request. */
interface Asked {
  readonly path?: unknown;
  readonly text?: unknown;
  readonly line?: unknown;
  readonly edit?: unknown;
}

/** Answers `slide`, `slide/edit`, `settings` and `settings/edit`; undefined for a request that is none of them. Only the first waits for the deck. */
export async function answerForm(address: string, { path, text, line, edit }: Asked, model: () => Promise<Deck | null>): Promise<unknown> {
  if (typeof text !== "string") return undefined;
  switch (address) {
    case "/slide":
      return typeof line === "number" ? slideForm(text, line, typeof path === "string" ? path : "", await model()) : undefined;
    case "/slide/edit":
      return typeof line === "number" && isSlideEdit(edit) ? { text: editSlide(text, line, edit) } : undefined;
    case "/settings":
      return { values: readYamlValues(text) };
    case "/settings/edit":
      return isValueEdit(edit) ? { text: editYaml(text, edit.path, edit.value, edit.bare) } : undefined;
    default:
      return undefined;
  }
}

/** The forms that a layout has depend on the slide's content: they are known of the last good deck. */
function slideForm(text: string, line: number, path: string, model: Deck | null): { readonly slide: DeskSlideForm | null } {
  const form = readSlide(text, line);
  if (form === null) return { slide: null };
  const slide = model?.sections.flatMap(({ slides }) => slides).find(({ span }): boolean => span.file === path && span.line === form.line);
  return { slide: { ...form, layout: slide?.layout ?? null, variants: slide === undefined ? [] : variantNames(slide), motifs: slide !== undefined && showsMotif(slide) ? MOTIFS : [] } };
}

function showsMotif(slide: Slide): boolean {
  return slide.layout !== "section" && takesMotif(slide);
}

function isSlideEdit(edit: unknown): edit is SlideEdit {
  const { type, text, items, key, value, block, title, language, values } = (edit ?? {}) as Readonly<Record<string, unknown>>;
  switch (type) {
    case "title":
    case "lead":
    case "notes":
      return typeof text === "string";
    case "items":
      return Array.isArray(items) && items.every((item) => typeof item === "string");
    case "attribute":
      return typeof key === "string" && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key) && (value === null || typeof value === "string");
    case "value":
      return typeof block === "number" && isValueEdit(edit);
    case "slide":
      return typeof title === "string" && typeof language === "string" && /^\w+$/.test(language) && typeof values === "object" && values !== null && Object.entries(values).every(([name, one]) => isKey(name) && isValue(one));
    default:
      return false;
  }
}

function isValueEdit(edit: unknown): edit is { readonly path: FormPath; readonly value: FormValue; readonly bare: boolean } {
  const { path, value, bare } = (edit ?? {}) as Readonly<Record<string, unknown>>;
  return Array.isArray(path) && path.length > 0 && path.length < 8 && path.every((step) => (typeof step === "number" ? Number.isInteger(step) && step >= 0 : isKey(step))) && isValue(value) && typeof bare === "boolean";
}

/** Keys are written as they are. */
function isKey(key: unknown): boolean {
  return typeof key === "string" && /^[\w-]+$/.test(key);
}

function isValue(value: unknown): value is FormValue {
  if (value === null || typeof value === "string") return true;
  if (Array.isArray(value)) return value.every(isValue);
  return typeof value === "object" && Object.entries(value as object).every(([key, one]) => isKey(key) && isValue(one));
}
