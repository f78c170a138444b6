/** Settings that cannot be read are reported once, with their cause: they are not missing as well. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

/** What is reported about a small project after something was done to a path. */
function told(spoil: (file: string, dir: string) => void): Promise<readonly string[]> {
  return withFolder(smallProject({}), async (dir) => {
    const file = join(dir, "slides/deck.yaml");
    spoil(file, dir);
    return (await compileFolder(dir)).diagnostics.map(({ code, span }) => `${span?.file} ${code}`);
  });
}

const unlink = (path: string): void => rmSync(path, { recursive: true });

describe("one cause is one diagnostic", () => {
  it.each<readonly [name: string, spoil: (file: string, dir: string) => void, wanted: readonly string[]]>([
    ["another encoding", (file) => writeFileSync(file, Buffer.from([0x74, 0x3a, 0x20, 0xff, 0xfe, 0, 0x0a])), ["slides/deck.yaml unreadable-text"]],
    ["a size beyond the bound", (file) => truncateSync(file, 9 * 1024 * 1024), ["slides/deck.yaml file-too-large"]],
    ["a link that leads out", (file) => (unlink(file), symlinkSync("/etc/hostname", file)), ["slides/deck.yaml not-a-file"]],
    ["a link to itself", (file) => (unlink(file), symlinkSync("deck.yaml", file)), ["slides/deck.yaml not-a-file"]],
    ["a folder", (file) => (unlink(file), mkdirSync(file)), ["slides/deck.yaml not-a-file"]],
    ["a slip of YAML", (file) => writeFileSync(file, "title: [甲\norganisation: 乙\nperiod: 2021\n"), ["slides/deck.yaml invalid-yaml"]],
    ["a list", (file) => writeFileSync(file, "- 甲\n"), ["slides/deck.yaml invalid-value"]],
    ["a folder of slides that leads out", (file, dir) => (unlink(dirname(file)), symlinkSync("/etc", join(dir, "slides"))), ["slides not-a-file"]],
    ["a file that is not there", unlink, ["slides/deck.yaml missing-settings"]],
  ])("%s", async (_name, spoil, wanted) => expect(await told(spoil)).toEqual(wanted));

  it.skipIf(process.platform === "win32")("a pipe", async () => {
    expect(await told((file) => (unlink(file), execFileSync("mkfifo", [file])))).toEqual(["slides/deck.yaml not-a-file"]);
  });
});
