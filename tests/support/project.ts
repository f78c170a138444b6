/** Compiles projects as the command line does, for tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, compilePages, createCompileCache, type Compiled } from "../../src/build.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";

/** The repository's own folder. */
export const HOME = fileURLToPath(new URL("../../", import.meta.url));
export const THEMES = join(HOME, "themes");

export async function compileFolder(dir: string): Promise<Compiled> {
  const world = createWorld({ home: HOME });
  try {
    return await compile(dir, [join(dir, "themes"), THEMES], world, createCompileCache());
  } finally {
    await world.close();
  }
}

/** The same, with the pages measured in the browser of a world that the caller ends. */
export function compileFolderPages(dir: string, world: World): Promise<Compiled> {
  return compilePages(dir, [join(dir, "themes"), THEMES], world);
}

const SETTINGS = "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n";
const INDICATORS = "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\n";
const OBSERVATIONS = "indicator,period,value,growth\ngdp,2021,148,11.6%\n";

/** A small project without errors: deck.yaml, one slide, one indicator; `files` replace or (null) remove. */
export function smallProject(files: Readonly<Record<string, string | Uint8Array | null>>): ReadonlyMap<string, string | Uint8Array> {
  const all = new Map<string, string | Uint8Array | null>([
    ["slides/deck.yaml", SETTINGS],
    ["slides/10-part.md", "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}\n"],
    ["data/indicators.csv", INDICATORS],
    ["data/observations.csv", OBSERVATIONS],
    ...Object.entries(files),
  ]);
  return new Map([...all].filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null));
}

/** Writes files to a new temporary folder, passes it on, and removes it. */
export async function withFolder<T>(files: ReadonlyMap<string, string | Uint8Array>, action: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), "luduan 测试 "));
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), content);
    }
    return await action(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The rendered deck with its upright pages and those of the long picture, which are drawn when asked for: two decks can be compared. */
export async function drawn({ deck }: Pick<Compiled, "deck">): Promise<object | null> {
  if (deck === null) return null;
  const slides = deck.slides.map(async (slide) => ({ ...slide, upright: (await slide.upright?.()) ?? null, long: (await slide.long?.()) ?? null }));
  return { ...deck, slides: await Promise.all(slides) };
}
