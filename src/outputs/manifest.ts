/** manifest.json: which deck it is, and hashes of all inputs and outputs. Without the time of the build, the same input gives the same file. */
import { createHash, createHmac } from "node:crypto";
import { deckKey } from "../model/edition.ts";
import type { Settings } from "../model/settings.ts";
import type { Sources } from "../model/sources.ts";
import { splitSheet } from "../model/span.ts";
import type { World } from "../world/world.ts";
import { encodeText } from "../model/encode-text.ts";

/** Changes with every change in a source, and cannot be guessed by anybody who does not have all of them. */
export function saltOf({ settings, slides, tables }: Sources): string {
  return sha256(encodeText(JSON.stringify([settings?.text, ...[...slides, ...tables].map(({ path, text }) => [path, text])])));
}

/**
 * A digest of every file that the deck was made from. Pictures that are shown and the theme's two files have their SHA-256. Sources hold
 * notes, terms and remarks that are not published, and whoever knows the rest of a file could try out words: their digests
 * are salted with all sources. The same sources give the same digests.
 */
export async function hashInputs(read: Sources, theme: string, shown: ReadonlySet<string>, dir: string, world: World): Promise<ReadonlyMap<string, string>> {
  const texts = [...(read.settings === null ? [] : [read.settings]), ...read.slides, ...read.tables].map((file) => splitSheet(file.path).file);
  const hashed = await Promise.all([...new Set(texts)].map(async (path) => [path, sha256((await world.readFile(`${dir}/${path}`, dir)) ?? new Uint8Array())] as const));
  const pictures = [...read.images.values()].filter(({ path }) => shown.has(path)).map(({ path, hash }) => [path, hash] as const);
  const { tokens, css } = read.themes.get(theme) ?? { tokens: null, css: null };
  const themed = [["theme.yaml", tokens], ["theme.css", css]] as const;
  const salt = saltOf(read);
  const salted = hashed.map(([path, hash]) => [path, `salted:${createHmac("sha256", salt).update(hash).digest("hex")}`] as const);
  return new Map([...salted, ...pictures, ...themed.map(([name, file]) => [`themes/${theme}/${name}`, sha256(encodeText(file?.text ?? ""))] as const)]);
}

/** The hash of git's HEAD for a project that is a repository's top folder; null elsewhere. */
export async function findCommit(dir: string, world: World): Promise<string | null> {
  const read = async (path: string): Promise<string> => new TextDecoder().decode((await world.readFile(`${dir}/.git/${path}`, dir, LARGEST_REFS).catch(() => null)) ?? new Uint8Array()).trim();
  const head = await read("HEAD");
  const branch = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
  if (branch === undefined || branch.includes("..")) return HASH.test(head) ? head : null;
  const loose = await read(branch);
  if (HASH.test(loose)) return loose;
  const packed = (await read("packed-refs")).split("\n").find((line) => line.endsWith(` ${branch}`))?.split(" ", 1)[0] ?? "";
  return HASH.test(packed) ? packed : null;
}

/** SHA-1 or SHA-256; whatever else stands there is not published. */
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** A repository of 100,000 branches has about 6 MB of packed-refs. */
const LARGEST_REFS = 16 * 1024 * 1024;

/** Other facts of a manifest, beside the output hashes. */
export interface Origin {
  readonly version: string;
  readonly commit: string | null;
  readonly settings: Pick<Settings, "organisation" | "title" | "demo">;
  /** The programs that drew pictures or films, whose bytes others would not repeat; empty if none are among the outputs. */
  readonly programs: Readonly<Record<string, string>>;
  readonly inputs: ReadonlyMap<string, string>;
}

export function writeManifest({ version, commit, settings, programs, inputs }: Origin, outputs: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const manifest = {
    generator: "luduan",
    version,
    commit,
    deck: sha256(encodeText(deckKey(settings.organisation, settings.title))).slice(0, 16),
    demo: settings.demo,
    ...programs,
    inputs: sorted(inputs),
    outputs: sorted(new Map([...outputs].map(([path, bytes]) => [path, sha256(bytes)]))),
  };
  return new Map([["manifest.json", encodeText(`${JSON.stringify(manifest, null, 2)}\n`)]]);
}

/**
 * Adds the time of the build (`date`, milliseconds since 1970) to the manifest, for screens that compare editions of servers which tell no
 * times of files. Only where it is given from outside: else the same input would not give the same bytes.
 * https://reproducible-builds.org/specs/source-date-epoch/
 */
export function dateManifest(files: ReadonlyMap<string, Uint8Array>, date: number): ReadonlyMap<string, Uint8Array> {
  const text = new TextDecoder().decode(files.get("manifest.json"));
  const built = `  "built": "${new Date(date).toISOString().replace(".000", "")}",\n`;
  return new Map(files).set("manifest.json", encodeText(text.replace(/^ {2}"demo"/m, `${built}  "demo"`)));
}

function sorted(hashes: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
