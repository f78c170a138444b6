/** Drawn slides that are used again: in the preview from one edit to the next, elsewhere from one run of the tool to the next. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeText } from "../model/encode-text.ts";
import type { Slide } from "../model/deck.ts";
import type { SlideBody } from "./render-slide.ts";

/** Bytes of the largest kept deck; about 5,000 slides. */
const LARGEST = 32_000_000;
/** The bundled file that has the renderer: its name has a hash of it and of all it loads. Null where nothing is bundled: sources change without another name. */
const TOOL = /-[\w-]{8}\.cjs$/.test(import.meta.url) ? basename(fileURLToPath(import.meta.url)) : null;

/** Everything that any slide may depend on is the stamp; a different one empties the cache. */
export interface RenderCache {
  stamp: string;
  /** By the slide's id. */
  bodies: ReadonlyMap<string, KeptBody>;
  /** Whether something was drawn that no earlier run has kept. */
  changed: boolean;
}

/** A drawn slide and everything it was drawn from, except the stamp. */
export interface KeptBody {
  /** Null for a slide of an earlier run, of which only the sum is known. */
  readonly slide: Slide | null;
  readonly sum: string | null;
  /** What it took from the deck: section number, heading level and so on. */
  readonly facts: string;
  readonly body: SlideBody;
  /** Null after an earlier run: what is said by heart stays out of the user's cache. */
  readonly notes: string | null;
}

/** Reads what an earlier run kept under a key; null where there is nothing. */
export type RecallBytes = (key: string) => Promise<Uint8Array | null>;

export function createRenderCache(): RenderCache {
  return { stamp: "", bodies: new Map(), changed: false };
}

/** Whether a kept slide has the content of `slide`; a slide is plain data, and comparing costs a fraction of drawing. */
export function isOf({ slide, sum }: KeptBody, other: Slide): boolean {
  if (slide === null) return sum === sumOf(other);
  return slide === other || JSON.stringify(slide) === JSON.stringify(other);
}

/** Makes the cache one of `stamp`, with what an earlier run kept of it. */
export async function openCache(cache: RenderCache, stamp: string, recall: RecallBytes): Promise<void> {
  if (cache.stamp === stamp) return;
  const bytes = TOOL === null ? null : await recall(keyOf(stamp, TOOL));
  cache.stamp = stamp;
  cache.bodies = bytes === null ? new Map() : readBodies(bytes);
  cache.changed = false;
}

/** What a later run may use, and its key; null where the earlier run kept the same, or where it is too much. */
export function packCache(cache: RenderCache): { readonly key: string; readonly bytes: Uint8Array } | null {
  if (TOOL === null || !cache.changed) return null;
  const bytes = writeBodies(cache.bodies);
  return bytes.length > LARGEST ? null : { key: keyOf(cache.stamp, TOOL), bytes };
}

/** Kept slides as bytes, without their notes. */
export function writeBodies(bodies: ReadonlyMap<string, KeptBody>): Uint8Array {
  const rows = [...bodies].map(([id, { slide, sum, facts, body }]) => [id, { sum: slide === null ? sum : sumOf(slide), facts, body }] as const);
  return encodeText(JSON.stringify(rows));
}

/** The world gives back the very bytes that {@link writeBodies} made, or none. */
export function readBodies(bytes: Uint8Array): ReadonlyMap<string, KeptBody> {
  const rows = JSON.parse(new TextDecoder().decode(bytes)) as readonly (readonly [string, Pick<KeptBody, "sum" | "facts" | "body">])[];
  return new Map(rows.map(([id, kept]) => [id, { slide: null, notes: null, ...kept }]));
}

function keyOf(stamp: string, tool: string): string {
  return `slides\0${tool}\0${stamp}`;
}

function sumOf(slide: Slide): string {
  return createHash("sha256").update(JSON.stringify(slide)).digest("base64");
}
