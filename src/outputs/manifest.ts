/** manifest.json: hashes of all that went in and came out, without a time, so that the same input gives the same file. */
import { createHash } from "node:crypto";
import type { Sources } from "../model/sources.ts";
import type { World } from "../world/world.ts";
import { encodeText } from "./page.ts";

/** SHA-256 of the bytes of every source file, by path relative to the project. */
export async function hashInputs(read: Sources, dir: string, world: World): Promise<ReadonlyMap<string, string>> {
  const texts = [...(read.settings === null ? [] : [read.settings]), ...read.slides, ...read.tables].map((file) => file.path);
  const hashed = await Promise.all(texts.map(async (path) => [path, sha256((await world.readFile(`${dir}/${path}`)) ?? new Uint8Array())] as const));
  return new Map([...hashed, ...[...read.images.values()].map((image) => [image.path, image.hash] as const)]);
}

export function writeManifest(version: string, inputs: ReadonlyMap<string, string>, outputs: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const manifest = {
    generator: "luduan",
    version,
    inputs: sorted(inputs),
    outputs: sorted(new Map([...outputs].map(([path, bytes]) => [path, sha256(bytes)]))),
  };
  return new Map([["manifest.json", encodeText(`${JSON.stringify(manifest, null, 2)}\n`)]]);
}

function sorted(hashes: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
