/** Presentations of whole decks, for tests. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { build, compile, createCompileCache, type Compiled } from "../../src/build.ts";
import { stageDeck, type StagedSlide } from "../../src/render/render-deck.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, THEMES } from "../support/project.ts";

const foldersIn = (dir: string): string[] => readdirSync(dir).filter((name) => statSync(join(dir, name)).isDirectory());

/** Name and folder of the sample, of every golden deck, and of every beginning. */
export const DECKS: readonly (readonly [name: string, dir: string])[] = [
  ["sample", HOME],
  ...foldersIn(join(HOME, "tests/decks")).filter((name) => !["guide", "new"].includes(name)).map((name) => [name, join(HOME, "tests/decks", name)] as const),
  ...foldersIn(join(HOME, "docs/guide")).map((name) => [`guide/${name}`, join(HOME, "docs/guide", name)] as const),
  ...foldersIn(join(HOME, "src/template")).map((name) => [`new/${name}`, join(HOME, "src/template", name)] as const),
];

/** The presentation of a project, as a build writes it to `out`: its path; the codes of errors where there are any. */
export async function buildPptx(dir: string, out: string): Promise<{ readonly path: string | null; readonly codes: readonly string[] }> {
  const world = createWorld({ home: HOME });
  try {
    const { diagnostics } = await build({ dir, out, themes: [join(dir, "themes"), THEMES], only: ["pptx"], steps: false, onOutput: () => undefined }, world);
    const codes = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
    const name = codes.length > 0 ? undefined : readdirSync(out).find((file) => file.endsWith(".pptx"));
    return { path: name === undefined ? null : join(out, name), codes };
  } finally {
    await world.close();
  }
}

/** A compiled project with its slides in their places. */
export async function compileStaged(dir: string): Promise<Compiled & { readonly staged: readonly StagedSlide[] }> {
  const world = createWorld({ home: HOME });
  try {
    const compiled = await compile(dir, [join(dir, "themes"), THEMES], world, createCompileCache());
    return { ...compiled, staged: compiled.model === null || compiled.theme === null ? [] : stageDeck(compiled.model, compiled.theme) };
  } finally {
    await world.close();
  }
}

export function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}
