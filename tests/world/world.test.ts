/** The edge: cache, folders, the tool's own files, a missing browser. */
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBrowsers } from "../../src/world/find-browser.mjs";
import { messageOf } from "../../src/world/failure.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";
import { HOME } from "../support/rendered-sample.ts";

let dir: string;
let world: World;
const text = (bytes: Uint8Array | null): string | null => (bytes === null ? null : new TextDecoder().decode(bytes));

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "luduan-world-"));
  world = createWorld({ home: HOME, environment: { PATH: dir, XDG_CACHE_HOME: join(dir, "cache"), LOCALAPPDATA: join(dir, "cache"), PUPPETEER_CACHE_DIR: dir } });
});
afterEach(async () => {
  await world.close();
  await rm(dir, { recursive: true, force: true });
});

test("what is cached is found again, for its owner only", async () => {
  expect(await world.readCache("key")).toBeNull();
  await world.writeCache("key", new TextEncoder().encode("字"));
  expect(text(await world.readCache("key"))).toBe("字");
  if (process.platform === "linux") expect((await stat(join(dir, "cache/luduan"))).mode & 0o777).toBe(0o700);
});

test("a damaged cache entry is a miss", async () => {
  await world.writeCache("key", new TextEncoder().encode("whole"));
  const folder = join(dir, "cache", process.platform === "linux" ? "luduan" : "");
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) await writeFile(path, "broken");
  }
  expect(await world.readCache("key")).toBeNull();
});

test("a cache that cannot be written costs nothing but time", async () => {
  await writeFile(join(dir, "cache"), "a file in the way");
  await world.writeCache("key", new Uint8Array(1));
  expect(await world.readCache("key")).toBeNull();
});

test("a file that is absent is null, a folder in its place is refused", async () => {
  expect(await world.readFile(join(dir, "none/none.md"), dir)).toBeNull();
  await mkdir(join(dir, "folder"));
  await expect(world.readFile(join(dir, "folder"), dir)).rejects.toMatchObject({ name: "WorldError", kind: "not-a-file", path: "folder", detail: "folder" });
});

test("unreadable-file: a refusal of the disk is a failure of the machine", async () => {
  await expect(world.readFile(join(dir, "x".repeat(300)), dir)).rejects.toMatchObject({ name: "WorldError", kind: "unreadable-file", detail: "ENAMETOOLONG" });
});

test("a failure is told in its words, wherever they are in it", () => {
  const refused = new Error("connect ECONNREFUSED 127.0.0.1:1");
  expect([refused, { error: refused, message: refused.message }, { error: new AggregateError([refused]), message: "" }].map(messageOf)).toEqual(Array.from({ length: 3 }, () => refused.message));
  expect(messageOf(new TypeError("fetch failed", { cause: refused }))).toBe(`fetch failed: ${refused.message}`);
  expect(messageOf(new Error("Target closed", { cause: new Error() }))).toBe("Target closed");
  expect([new Error(), "words ", 3, undefined].map(messageOf)).toEqual(["Error", "words", "3", "undefined"]);
});

test("the tool finds its own files and those of its packages", async () => {
  expect(text(await world.readToolFile("package.json"))).toContain(`"luduan"`);
  expect(text(await world.readToolFile("@fontsource/noto-sans-sc/package.json"))).toContain("noto-sans-sc");
  expect(text(await world.readToolFile("node_modules/reveal.js/LICENSE"))).toContain("Permission is hereby granted");
  expect(await world.readToolFile("@none/none/x.woff2")).toBeNull();
});

test("of the browsers in PATH the headless shell comes first, after the one that is named", async () => {
  const ending = process.platform === "win32" ? ".exe" : "";
  for (const name of ["chromium", "chrome-headless-shell", "mine"]) await writeFile(join(dir, name + ending), "", { mode: 0o755 });
  await writeFile(join(dir, `google-chrome${ending}`), "no program", { mode: 0o644 });
  const found = findBrowsers({ PATH: dir, PUPPETEER_CACHE_DIR: dir, PUPPETEER_EXECUTABLE_PATH: join(dir, `mine${ending}`) }).filter((path) => path.startsWith(dir));
  const expected = ["mine", "chrome-headless-shell", "chromium"].map((name) => join(dir, name + ending));
  expect(process.platform === "win32" ? found.slice(0, 3) : found).toEqual(expected);
});

// On other systems browsers have fixed places that no environment can hide.
if (process.platform === "linux") {
  test("where there is no browser, printing says so and closing is calm", async () => {
    world.startBrowser(1);
    await expect(world.printPdf({ lang: "en", title: "x", style: "", bodyClass: "", body: "<p>x</p>", faces: [], width: 100, height: 100, scale: 1 })).rejects.toMatchObject({ name: "WorldError", kind: "missing-browser" });
  });
}
