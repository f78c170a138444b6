/** The rules on pages report nothing on correct decks: the sample in every theme, the guide's decks, a new project, the golden decks. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createWorld } from "../../../src/world/node-world.ts";
import { compileFolderPages, HOME } from "../../support/project.ts";
import { THEME_NAMES } from "../../support/themes.ts";

const world = createWorld({ home: HOME });
afterAll(() => world.close());

const foldersIn = (dir: string): string[] => readdirSync(dir).map((name) => join(dir, name)).filter((path) => statSync(path).isDirectory() && readdirSync(path).includes("slides"));
const DECKS = [...foldersIn(join(HOME, "docs/guide")), ...foldersIn(join(HOME, "tests/decks")), ...foldersIn(join(HOME, "src/template"))];

async function complaints(dir: string): Promise<string[]> {
  const { diagnostics, deck } = await compileFolderPages(dir, world);
  expect(deck?.slides.length).toBeGreaterThan(0);
  return diagnostics.filter(({ rule, severity }) => /^V0[1-8]$/.test(rule ?? "") || severity === "error").map(({ message, span }) => `${span?.file ?? ""}:${span?.line ?? ""} ${message.en}`);
}

test("there are decks to look at", () => expect(DECKS.length).toBeGreaterThan(4));

test.each(DECKS.map((dir) => [dir.slice(HOME.length), dir]))("%s", async (_name, dir) => expect(await complaints(dir)).toEqual([]));

test.each(THEME_NAMES)("the sample in the theme %s, on upright screens too", async (theme) => {
  const dir = mkdtempSync(join(tmpdir(), "luduan-pages-"));
  try {
    for (const folder of ["slides", "data"]) cpSync(join(HOME, folder), join(dir, folder), { recursive: true });
    const settings = join(dir, "slides/deck.yaml");
    const text = readFileSync(settings, "utf8").replace("theme: shuixiang", `theme: ${theme}`).replace("portrait: auto", "portrait: true");
    expect(text).toContain("portrait: true");
    writeFileSync(settings, text);
    expect(await complaints(dir)).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
