/** The edition that a build carries, read with care: the file may be anybody's. */
import { EDITION_FORM, type Edition } from "./edition.ts";

/** Null for bytes that are no edition of the form this version writes. */
export function parseEdition(bytes: Uint8Array | null): Edition | null {
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isEdition(value) ? value : null;
  } catch {
    return null;
  }
}

type Shape = "string" | "number" | "text?" | readonly [Fields] | readonly ["string"];
interface Fields {
  readonly [name: string]: Shape;
}

const TEXTS: Shape = [{ text: "string", form: "text?" }];
const EDITION: Fields = {
  title: "string", organisation: "string", lang: "string", theme: "string",
  figures: [{ key: "string", indicator: "string", name: "string", field: "string", period: "text?", area: "text?", text: "string" }],
  projects: [{ name: "string", section: "string", status: "string", role: "text?", due: "text?", slides: ["string"] }],
  slides: [{ id: "string", page: "number", section: "string", title: "string", texts: TEXTS, notesDigest: "string", figures: [{ key: "string", surface: "string", part: "string" }] }],
};

function isEdition(value: unknown): value is Edition {
  if (!hasFields(value, EDITION) || !("form" in value) || value.form !== EDITION_FORM) return false;
  return (value as Edition).slides.every(({ notes }) => notes === null || fits(notes, TEXTS));
}

function hasFields(value: unknown, fields: Fields): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(fields).every(([name, shape]) => Object.hasOwn(value, name) && fits((value as Readonly<Record<string, unknown>>)[name], shape));
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === "text?") return value === null || typeof value === "string";
  if (typeof shape === "string") return typeof value === shape;
  const [inner] = shape;
  return Array.isArray(value) && value.every((entry) => (typeof inner === "string" ? typeof entry === "string" : hasFields(entry, inner)));
}
