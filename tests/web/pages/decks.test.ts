/** The rules on pages report nothing on correct decks: the sample in every theme, the guide's decks, a new project, the golden decks. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseDocument } from "yaml";
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

/** A deck's sources in a folder of their own, set in another theme and with upright pages. */
async function complaintsIn(dir: string, theme: string): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), "luduan-pages-"));
  try {
    for (const folder of ["slides", "data", "images"]) if (existsSync(join(dir, folder))) cpSync(join(dir, folder), join(copy, folder), { recursive: true });
    const path = join(copy, "slides/deck.yaml");
    const settings = parseDocument(readFileSync(path, "utf8"));
    settings.set("theme", theme);
    settings.setIn(["kiosk", "portrait"], true);
    writeFileSync(path, settings.toString());
    return await complaints(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

test.each(THEME_NAMES)("the sample in the theme %s, on upright screens too", async (theme) => expect(await complaintsIn(HOME, theme)).toEqual([]));

/** The guide's deck with a theme of its own names colours that others lack. */
const OWN_THEME = join(HOME, "docs/guide/theme");
test.each(THEME_NAMES.flatMap((theme) => DECKS.filter((dir) => dir !== OWN_THEME).map((dir) => [dir.slice(HOME.length), theme, dir])))("%s in the theme %s, on upright screens too", async (_name, theme, dir) => {
  expect(await complaintsIn(dir, theme)).toEqual([]);
});
