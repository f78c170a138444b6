/** The tool's own scripts and styles that ship with a deck. */
import type { World } from "../world/world.ts";

export interface ClientFiles {
  readonly script: string;
  readonly style: string;
}

/** One bundled page script and its styles; a missing bundle means a faulty installation. */
export async function readClientFiles(name: "deck" | "kiosk" | "hover" | "film", world: World): Promise<ClientFiles> {
  const [script, style] = await Promise.all([readClientScript(name, world), world.readToolFile(`build/client/${name}.css`)]);
  return { script, style: style === null ? "" : decode(style) };
}

/** The scripts of the player. */
export interface PlayerFiles {
  readonly page: string;
  readonly worker: string;
}

export async function readPlayerFiles(world: World): Promise<PlayerFiles> {
  const [page, worker] = await Promise.all([readClientScript("player", world), readClientScript("keeper", world)]);
  return { page, worker };
}

/** Only a bundled page script; `measure`, `long` and `film-encoder` go into no output. */
export async function readClientScript(name: "deck" | "kiosk" | "hover" | "measure" | "long" | "film" | "film-encoder" | "player" | "keeper", world: World): Promise<string> {
  const script = await world.readToolFile(`build/client/${name}.js`);
  if (script === null) throw new Error(`build/client/${name}.js is missing: run npm run setup`);
  return decode(script);
}

/** Joins two classic scripts and their styles. */
export function joinClientFiles(first: ClientFiles, second: ClientFiles): ClientFiles {
  return { script: `${first.script}\n;${second.script}`, style: `${first.style}\n${second.style}` };
}

/** The tool's version, from its package.json. */
export async function readToolVersion(world: World): Promise<string> {
  const bytes = await world.readToolFile("package.json");
  const manifest: unknown = bytes === null ? null : JSON.parse(decode(bytes));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "";
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
