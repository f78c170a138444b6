/** The output folder is swapped as a whole, whatever happens. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME } from "../support/rendered-sample.ts";

let parent: string;
let dist: string;
const world = createWorld({ home: HOME });
const build = (mark: string, files = 5): Map<string, Uint8Array> =>
  new Map(Array.from({ length: files }, (_, index) => [`assets/${index}.txt`, new TextEncoder().encode(mark)] as const));

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "luduan-swap-"));
  dist = join(parent, "dist");
});
afterEach(() => rm(parent, { recursive: true, force: true }));

async function marks(): Promise<string[]> {
  const names = await readdir(join(dist, "assets"));
  return Promise.all(names.map((name) => readFile(join(dist, "assets", name), "utf8")));
}

/** The id of a process that has ended, as if it was killed. */
const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;
const host = hostname().replace(/[^A-Za-z0-9]/g, "").slice(0, 16) || "host";
const leftover = (kind: "new" | "old", pid: number): string => join(parent, `.dist.luduan-${kind}-${Date.now()}-${host}-${pid}-abcdef`);

test("the new folder replaces all of the old one", async () => {
  await world.replaceFolder(dist, build("old", 9));
  await world.replaceFolder(dist, build("new", 3));
  expect(await marks()).toEqual(["new", "new", "new"]);
  expect(await readdir(parent)).toEqual(["dist"]);
});

test("many builds at once leave one of them, whole, and nothing beside it", async () => {
  await Promise.all(Array.from({ length: 8 }, (_, index) => world.replaceFolder(dist, build(`build ${index}`))));
  expect(new Set(await marks()).size).toBe(1);
  expect(await marks()).toHaveLength(5);
  expect(await readdir(parent)).toEqual(["dist"]);
});

test("a file that cannot be written leaves the last good build", async () => {
  await world.replaceFolder(dist, build("good"));
  const impossible = new Map([...build("bad"), [`${"x".repeat(300)}.html`, new Uint8Array(1)] as const]);
  await expect(world.replaceFolder(dist, impossible)).rejects.toMatchObject({ name: "WorldError", kind: "unwritable-output", path: dist });
  expect(new Set(await marks())).toEqual(new Set(["good"]));
  expect(await readdir(parent)).toEqual(["dist"]);
});

test("a file in the place of the folder is refused and kept", async () => {
  await writeFile(dist, "mine");
  await expect(world.replaceFolder(dist, build("new"))).rejects.toMatchObject({ kind: "unwritable-output", detail: "ENOTDIR" });
  expect(await readFile(dist, "utf8")).toBe("mine");
});

test("a kill between the two renames is mended: the old folder comes back", async () => {
  await mkdir(join(leftover("old", deadPid()), "assets"), { recursive: true });
  await writeFile(join(parent, (await readdir(parent))[0]!, "assets/0.txt"), "good");
  await world.recoverFolder(dist);
  expect(await marks()).toEqual(["good"]);
});

test("what killed builds left is cleared away, what running builds are writing is not", async () => {
  await world.replaceFolder(dist, build("good"));
  await mkdir(leftover("new", deadPid()));
  await mkdir(leftover("old", deadPid()));
  await mkdir(leftover("new", process.ppid));
  await world.recoverFolder(dist);
  expect(await readdir(parent)).toEqual([expect.stringContaining(`-${process.ppid}-`), "dist"]);
  expect(await marks()).toHaveLength(5);
});

test("a link is refused, and what it leads to stays as it is", async () => {
  await world.replaceFolder(join(parent, "other/dist"), build("good"));
  await symlink(join(parent, "other/dist"), dist);
  await world.recoverFolder(dist);
  await expect(world.replaceFolder(dist, build("new"))).rejects.toMatchObject({ kind: "unwritable-output", path: dist, detail: "link" });
  expect(new Set(await marks())).toEqual(new Set(["good"]));
  expect((await readdir(parent)).toSorted()).toEqual(["dist", "other"]);
});
