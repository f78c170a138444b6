/** The door to a folder that a stranger filled: whatever is in it, nothing outside is read or written, and nothing keeps us waiting. */
import { execFileSync } from "node:child_process";
import { link, lstat, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME } from "../support/project.ts";

let room: string;
let project: string;
const world = createWorld({ home: HOME });
const SECRET = "秘密";

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), "luduan-door-"));
  project = join(room, "project");
  await mkdir(join(project, "slides/deep"), { recursive: true });
  await mkdir(join(room, "project-of-another"));
  await writeFile(join(room, "project-of-another/secret.md"), SECRET);
  await writeFile(join(room, "secret.md"), SECRET);
  await writeFile(join(project, "slides/10-a.md"), "一");
  await writeFile(join(project, "slides/deep/b.md"), "二");
});
afterEach(() => rm(room, { recursive: true, force: true }));

const read = async (path: string): Promise<string | null> => {
  const bytes = await world.readFile(join(project, path), project);
  return bytes === null ? null : Buffer.from(bytes).toString();
};

describe("links", () => {
  test.each([
    ["a file outside", "slides/x.md", "../../secret.md"],
    ["a file outside, in full", "slides/x.md", "/etc/hostname"],
    ["a folder whose name begins like the project's", "slides/x.md", "../../project-of-another/secret.md"],
    ["nothing", "slides/x.md", "nowhere.md"],
    ["itself", "slides/x.md", "x.md"],
    ["an endless device", "slides/x.md", "/dev/zero"],
    ["what the process itself has open", "slides/x.md", "/proc/self/environ"],
  ])("to %s are refused by name", async (_name, path, target) => {
    await symlink(target, join(project, path));
    await expect(read(path)).rejects.toMatchObject({ name: "WorldError", kind: "outside-folder", path });
    await expect(world.replaceFile(join(project, path), Buffer.from("x"), project)).rejects.toMatchObject({ kind: "outside-folder", path });
    expect((await world.listFolder(join(project, "slides"), project))?.find(({ name }) => name === "x.md")).toEqual({ name: "x.md", type: "elsewhere" });
    expect(await readFile(join(room, "secret.md"), "utf8")).toBe(SECRET);
  });

  test("chains and folders that end outside are refused as well", async () => {
    await symlink("second", join(project, "first"));
    await symlink("third", join(project, "second"));
    await symlink("../project-of-another", join(project, "third"));
    await expect(read("first/secret.md")).rejects.toMatchObject({ kind: "outside-folder", path: "first/secret.md" });
    await expect(world.listFolder(join(project, "first"), project)).rejects.toMatchObject({ kind: "outside-folder", path: "first" });
    await expect(world.replaceFile(join(project, "first/new.md"), Buffer.from("x"), project)).rejects.toMatchObject({ kind: "outside-folder" });
    await expect(world.replaceFile(join(project, "first/secret.md"), Buffer.from("x"), project)).rejects.toMatchObject({ kind: "outside-folder" });
    expect(await readFile(join(room, "project-of-another/secret.md"), "utf8")).toBe(SECRET);
  });

  test("that stay inside are followed, and so is a project that is a link itself", async () => {
    await symlink("slides/deep", join(project, "linked"));
    await symlink("10-a.md", join(project, "slides/20-c.md"));
    await symlink(project, join(room, "alias"));
    expect(await read("linked/b.md")).toBe("二");
    expect(await read("slides/20-c.md")).toBe("一");
    expect(await world.listFolder(join(project, "slides"), project)).toEqual([
      { name: "10-a.md", type: "file" },
      { name: "20-c.md", type: "file", target: "slides/10-a.md" },
      { name: "deep", type: "folder" },
    ]);
    expect(await world.readFile(join(room, "alias/slides/20-c.md"), join(room, "alias"))).toEqual(Buffer.from("一"));
    await world.replaceFile(join(project, "slides/20-c.md"), Buffer.from("新"), project);
    expect(await read("slides/10-a.md")).toBe("新");
    expect((await lstat(join(project, "slides/20-c.md"))).isSymbolicLink()).toBe(true);
  });

  test("and dots do not climb out", async () => {
    await expect(world.readFile(`${project}/../secret.md`, project)).rejects.toMatchObject({ kind: "outside-folder" });
    await expect(world.listFolder(`${project}/..`, project)).rejects.toMatchObject({ kind: "outside-folder" });
    expect(await world.readFile(`${project}/../none.md`, project)).toBeNull();
  });
});

if (process.platform !== "win32") {
  describe("pipes and sockets", () => {
    const special = { kind: "not-a-file", detail: "special" };

    test("are named and never opened: reading does not wait for a writer", async () => {
      execFileSync("mkfifo", [join(project, "slides/pipe.md"), join(project, "pipe")]);
      await symlink("slides/pipe.md", join(project, "to-pipe.md"));
      const server = createServer().listen(join(project, "slides/socket.md"));
      await new Promise((ready) => void server.once("listening", ready));
      for (const path of ["slides/pipe.md", "to-pipe.md", "slides/socket.md"]) {
        await expect(read(path)).rejects.toMatchObject({ ...special, path });
        await expect(world.replaceFile(join(project, path), Buffer.from("x"), project)).rejects.toMatchObject({ kind: "unwritable-output", detail: "special" });
      }
      await expect(world.listFolder(join(project, "pipe"), project)).rejects.toMatchObject({ ...special, path: "pipe" });
      expect((await world.listFolder(join(project, "slides"), project))?.map(({ name, type }) => `${name} ${type}`)).toEqual(["10-a.md file", "deep folder", "pipe.md special", "socket.md special"]);
      await new Promise((closed) => void server.close(closed));
    });
  });
}

describe("bounds", () => {
  test("a file that is too large is not read, however little of a disk it takes", async () => {
    await writeFile(join(project, "huge.md"), "");
    await truncate(join(project, "huge.md"), 2 ** 38);
    await expect(read("huge.md")).rejects.toMatchObject({ kind: "file-too-large", path: "huge.md" });
    await expect(world.readFile(join(project, "slides/10-a.md"), project, 2)).rejects.toMatchObject({ kind: "file-too-large", detail: "2" });
    expect(await world.readFile(join(project, "slides/10-a.md"), project, 3)).toEqual(Buffer.from("一"));
  });

  test("a folder with more than 20,000 entries is not listed to the end", async () => {
    const many = join(project, "many");
    await mkdir(many);
    await writeFile(join(many, "0"), "");
    // Names of one file are made quickly, in lots that stay below a file system's bound on them.
    for (let from = 1; from <= 20_000; from += 500) await Promise.all(Array.from({ length: 500 }, (_, index) => link(join(many, "0"), join(many, String(from + index)))));
    await expect(world.listFolder(many, project)).rejects.toMatchObject({ kind: "too-many-files", path: "many", detail: "20000" });
  });
});

describe("output folders", () => {
  test("may not be links, nor lie behind one that leaves the project they are written in", async () => {
    await symlink("../project-of-another", join(project, "dist"));
    await symlink("..", join(project, "up"));
    await symlink("slides", join(project, "inside"));
    const refused = { kind: "unwritable-output", detail: "link" };
    await expect(world.resolveOutput(join(project, "dist"), project)).rejects.toMatchObject(refused);
    await expect(world.resolveOutput(join(project, "up/dist"), project)).rejects.toMatchObject(refused);
    await expect(world.resolveOutput(join(project, "up/more/dist"), project)).rejects.toMatchObject(refused);
    await expect(world.resolveOutput(join(project, "inside"), project)).rejects.toMatchObject(refused);
    await expect(world.resolveOutput(join(project, "slides/10-a.md"), project)).rejects.toMatchObject({ kind: "unwritable-output", detail: "ENOTDIR" });
    expect(await world.resolveOutput(join(project, "inside/new"), project)).toBe(join(await world.resolveFolder(project), "slides/new"));
  });

  test("are the user's own elsewhere: a link above them is followed", async () => {
    await symlink("project-of-another", join(room, "mine"));
    expect(await world.resolveOutput(join(room, "mine/dist"), project)).toBe(join(await world.resolveFolder(room), "project-of-another/dist"));
  });
});
