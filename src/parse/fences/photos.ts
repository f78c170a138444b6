/** `photos`: projects with the photos that data/projects.csv names. */
import { noPhotos, tooManyRows, unknownProject } from "../../diagnostics/messages/blocks.ts";
import type { ProjectPhoto } from "../../model/deck.ts";
import type { Project } from "../../model/indicator.ts";
import type { Treatment } from "../../model/photo.ts";
import { findPicture } from "../markdown/images.ts";
import { choice, list, located, nullable, optional, record, type Shaped } from "../shape.ts";
import { text } from "../values.ts";
import { allOrNull, type Desk } from "./desk.ts";

/** Projects of one block, also in docs/authoring.md; those that do not fit a slide go on. */
const MOST_PHOTOS = 40;

export const PHOTOS = record({
  names: optional(nullable(list(located(text), 1)), null),
  treatment: optional(nullable(choice(["theme", "none"])), null),
}, "photos");

export interface PhotosBlock {
  readonly type: "photos";
  readonly entries: readonly ProjectPhoto[];
}

/** Without names, all projects that have a photo, in the order of the table. */
export function resolvePhotos(keys: Shaped<typeof PHOTOS>, desk: Desk): PhotosBlock | null {
  const { projects, report } = desk.context;
  const chosen = keys.names === null ? projects.filter(({ photo }) => photo !== null) : allOrNull(keys.names.map(({ value, span }) => findProject(value, span, desk)));
  if (chosen === null) return null;
  if (!chosen.some(({ photo }) => photo !== null)) {
    report(noPhotos(desk.span));
    return null;
  }
  if (chosen.length > MOST_PHOTOS) {
    report(tooManyRows(keys.names?.[MOST_PHOTOS]?.span ?? desk.span, chosen.length, MOST_PHOTOS));
    return null;
  }
  const entries = allOrNull(chosen.map((project) => entryOf(project, keys.treatment, desk)));
  return entries === null ? null : { type: "photos", entries };
}

function findProject(name: string, span: Parameters<typeof unknownProject>[0], { context }: Desk): Project | null {
  const found = context.projects.find((project) => project.name === name) ?? null;
  if (found === null) context.report(unknownProject(span, name, context.projects.map((project) => project.name)));
  return found;
}

/** Null after reporting a picture that cannot be shown, at its cell. */
function entryOf({ name, status, due, photo }: Project, treatment: Treatment | null, { context }: Desk): ProjectPhoto | null {
  if (photo === null) return { name, status, due, picture: null };
  const picture = findPicture(photo.path, photo.span, context);
  return picture === null ? null : { name, status, due, picture: { ...picture, focus: photo.focus, credit: photo.credit, treatment } };
}
