/** The last good edition of one deck: taken from a folder or a web server, kept on the disk for the next start. */
import { createHash } from "node:crypto";
import { isRefusal, judgeEdition, LARGEST_MANIFEST, LARGEST_PAGE, LOOP_PAGE, readEdition, type Edition, type Refusal } from "../../model/edition.ts";
import type { download } from "../../world/screen.ts";
import { WorldError, type World } from "../../world/world.ts";

export interface WholeBuild {
  readonly edition: Edition;
  readonly manifest: Uint8Array;
  readonly page: Uint8Array;
}

/** What a look at the source changed. `unreachable`: no network, no server, no disk. */
export type Change =
  | { readonly event: "edition"; readonly from: "kept" | "fetched"; readonly build: string }
  | { readonly event: "refused"; readonly reason: Refusal }
  | { readonly event: "unreachable" | "reachable" | "not-kept" };

export interface Shelf {
  readonly source: string;
  /** Null before the first whole edition. */
  readonly whole: () => WholeBuild | null;
  /** The last refusal since the last good look; null if there is none. */
  readonly refused: () => Refusal | "unreachable" | null;
  /** Opens what an earlier run kept. */
  readonly open: () => Promise<readonly Change[]>;
  /** Looks for a newer edition. Never throws; tells each thing once. */
  readonly look: () => Promise<readonly Change[]>;
}

/** `hear` gets the time when the file was written, where that is known. */
type Read = (path: string, most: number, hear?: (modified: number) => void) => Promise<Uint8Array | "missing" | "too-large" | "unreachable">;

/** `source` is an http address, or a folder: a build, or a project with one in its `dist/`. `kept` is a folder of this shelf alone. */
export function createShelf(source: string, kept: string, world: World, fetchBytes: typeof download): Shelf {
  let whole: WholeBuild | null = null;
  let told = "";
  let refused: Refusal | "unreachable" | null = null;
  const look = async (): Promise<readonly Change[]> => {
    const found = await readBuild(readerOf(source, world, fetchBytes), whole?.edition ?? null);
    const back: readonly Change[] = refused === "unreachable" && found !== "unreachable" ? [{ event: "reachable" }] : [];
    if (found === "same" || typeof found !== "string" && "edition" in found) {
      told = "";
      refused = null;
      if (found === "same") return back;
      whole = found;
      const stored = await store(found, kept, world);
      return [...back, { event: "edition", from: "fetched", build: nameOf(found) }, ...(stored ? [] : [{ event: "not-kept" } as const])];
    }
    const mark = typeof found === "string" ? found : found.refusal + found.mark;
    refused = typeof found === "string" ? found : found.refusal;
    if (mark === told) return back;
    told = mark;
    return [...back, typeof found === "string" ? { event: "unreachable" } : { event: "refused", reason: found.refusal }];
  };
  return {
    source,
    whole: () => whole,
    refused: () => refused,
    look,
    open: async () => {
      await world.recoverFolder(kept);
      const found = await readBuild(folderReader([kept], world, false), null);
      if (typeof found === "string" || !("edition" in found)) return [];
      whole = found;
      return [{ event: "edition", from: "kept", build: nameOf(found) }];
    },
  };
}

/** The name of a build in logs. */
export const nameOf = ({ edition }: WholeBuild): string => edition.digest.slice(0, 12);

async function store({ manifest, page }: WholeBuild, kept: string, world: World): Promise<boolean> {
  try {
    await world.replaceFolder(kept, new Map([["manifest.json", manifest], [LOOP_PAGE, page]]));
    return true;
  } catch (failure) {
    if (failure instanceof WorldError) return false;
    throw failure;
  }
}

type Found = WholeBuild | "same" | "unreachable" | { readonly refusal: Refusal; readonly mark: string };

async function readBuild(read: Read, playing: Edition | null): Promise<Found> {
  let modified: number | null = null;
  const manifest = await read("manifest.json", LARGEST_MANIFEST, (time) => (modified = time));
  if (manifest === "unreachable") return manifest;
  if (typeof manifest === "string") return { refusal: manifest === "missing" ? "half" : manifest, mark: "" };
  const mark = sha256(manifest);
  const next = readEdition(new TextDecoder().decode(manifest), modified);
  if (isRefusal(next)) return { refusal: next, mark };
  const verdict = judgeEdition(playing, next);
  if (verdict === "same") return verdict;
  if (verdict !== "take") return { refusal: verdict, mark };
  const page = await read(LOOP_PAGE, LARGEST_PAGE);
  if (page === "unreachable") return page;
  if (typeof page === "string") return { refusal: page === "missing" ? "half" : page, mark };
  return sha256(page) === next.digest ? { edition: next, manifest, page } : { refusal: "corrupt", mark };
}

function readerOf(source: string, world: World, fetchBytes: typeof download): Read {
  if (!/^https?:\/\//i.test(source)) return folderReader([`${source}/dist`, source], world, true);
  return (path, most, hear) => fetchBytes(new URL(path, `${source.replace(/\/+$/, "")}/`).href, most, hear);
}

/**
 * The first of the folders that has a manifest; a folder that is gone is a disk or a share that is away. `dated`: whether its files were
 * written with the build, and not when a copy was kept.
 */
function folderReader(folders: readonly string[], world: World, dated: boolean): Read {
  return async (path, most, hear) => {
    try {
      for (const folder of folders) {
        if ((await world.listFolder(folder, folder)) === null) continue;
        const bytes = await world.readFile(`${folder}/${path}`, folder, most);
        if (bytes === null) continue;
        const modified = dated && hear !== undefined ? Number.parseFloat((await world.stamp(`${folder}/${path}`, folder)) ?? "") : Number.NaN;
        if (!Number.isNaN(modified)) hear?.(Math.floor(modified));
        return bytes;
      }
      return (await world.listFolder(folders.at(-1)!, folders.at(-1)!)) === null ? "unreachable" : "missing";
    } catch (failure) {
      if (!(failure instanceof WorldError)) throw failure;
      return failure.kind === "file-too-large" ? "too-large" : "unreachable";
    }
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
