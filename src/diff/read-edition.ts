/** The edition in a build, read with care: the file may come from anybody. */
import { EDITION_FORM, type Edition, type PrivateNotes } from "./edition.ts";
import { fits, hasFields, readData, type Fields, type Shape } from "./read-data.ts";

/** Null for bytes that are not an edition in the format this version writes. */
export function parseEdition(bytes: Uint8Array | null): Edition | null {
  const value = readData(bytes);
  return isEdition(value) ? value : null;
}

const TEXTS: Shape = [{ text: "string", form: "text?" }];
const EDITION: Fields = {
  title: "string", organisation: "string", lang: "string", theme: "string",
  figures: [{ key: "string", indicator: "string", name: "string", field: "string", period: "text?", area: "text?", text: "string" }],
  projects: [{ name: "string", section: "string", status: "string", role: "text?", due: "text?", slides: ["string"] }],
  slides: [{ id: "string", page: "number", section: "string", title: "string", texts: TEXTS, notesDigest: "text?", figures: [{ key: "string", surface: "string", part: "string" }] }],
};

const NOTES: Fields = { form: "number", salt: "string", slides: [{ id: "string", notesDigest: "text?", figures: [{ key: "string", surface: "string", part: "string" }] }] };

/** What a build keeps of private notes; null for bytes that are not in the format this version writes. */
export function parsePrivateNotes(bytes: Uint8Array | null): PrivateNotes | null {
  const value = readData(bytes);
  return hasFields(value, NOTES) && (value as PrivateNotes).form === EDITION_FORM ? (value as PrivateNotes) : null;
}

function isEdition(value: unknown): value is Edition {
  if (!hasFields(value, EDITION) || !("form" in value) || value.form !== EDITION_FORM) return false;
  return (value as Edition).slides.every(({ notes }) => notes === null || fits(notes, TEXTS));
}
