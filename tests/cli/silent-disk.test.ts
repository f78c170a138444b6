/** A disk that never answers (a network disk whose server has gone) is given up in time, at its place, and keeps no command alive. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered } from "../../src/world/answer.ts";
import { mountSilence } from "../support/silent-disk.ts";
import { diagnosticsOf, hashesOf, luduan, makeRoom, removeRoom, writeProject, type Ended } from "./luduan.ts";

let room: string;
const ends: (() => void)[] = [];
beforeAll(() => void (room = makeRoom()));
afterAll(() => {
  for (const end of ends) end();
  removeRoom(room);
});

const mayMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), "luduan-silence-"));
  const end = mountSilence(folder);
  end?.();
  rmSync(folder, { recursive: true });
  return end !== null;
})();

/** A project with a finished build, one of whose files or folders does not answer any more. */
async function silentProject(name: string, path: string): Promise<string> {
  const project = writeProject(join(room, name), { "data/notes.csv": "a,b\n1,2\n" });
  mkdirSync(join(project, "images"));
  expect(await luduan(["build", project, "--only", "data"])).toMatchObject({ code: 0 });
  ends.push(mountSilence(join(project, path)) ?? ((): void => undefined));
  return project;
}

const told = (ended: Ended): readonly string[] => diagnosticsOf(ended).map(({ file, code }) => `${file} ${code}`);

/** Whether the kernel keeps one of its threads for an answer of the disk. */
function isWaitingForDisk(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).some((thread) => readFileSync(`/proc/${pid}/task/${thread}/wchan`, "utf8").startsWith("fuse"));
  } catch {
    return false;
  }
}

describe.runIf(mayMount)("a disk that never answers", () => {
  it.concurrent.each([
    ["slides/10-part.md", ["check"]],
    ["data", ["check"]],
    ["images", ["build", "--only", "deck"]],
  ] as const)("under %s is given up after 20 seconds: no-answer at its place, and the command ends", async (path, [command, ...flags]) => {
    const project = await silentProject(`silent ${path.replaceAll("/", " ")}`, path);
    const good = hashesOf(join(project, "dist"));
    const started = Date.now();
    const ended = await luduan([command, project, "--json", ...flags]);
    expect(told(ended)).toEqual([`${path} no-answer`]);
    // Its threads cannot end, so the system ends the process.
    expect(ended.code).not.toBe(0);
    expect(Date.now() - started).toBeGreaterThan(20_000);
    expect(Date.now() - started).toBeLessThan(45_000);
    expect(hashesOf(join(project, "dist"))).toEqual(good);
  });

  it.concurrent("does not keep a command that is asked to end", async () => {
    const project = await silentProject("silent end", "data");
    let asked = 0;
    await luduan(["build", project], {
      onStart: (child) => {
        const watch = async (): Promise<void> => {
          while (!isWaitingForDisk(child.pid ?? 0)) await turn();
          asked = Date.now();
          child.kill("SIGTERM");
        };
        void watch();
      },
    });
    expect(Date.now() - asked).toBeLessThan(3000);
  });
});

it("a call is given up after its time, and only then", async () => {
  await expect(answered(new Promise(() => undefined), 20)).rejects.toMatchObject({ code: "ETIMEDOUT" });
  await expect(answered(Promise.reject(new Error("other")), 20)).rejects.toThrow("other");
  expect(await answered(Promise.resolve("given"), 20)).toBe("given");
});

it("a process that was busy itself reads the answer that came meanwhile", async () => {
  const call = new Promise<string>((done) => void setTimeout(() => done("late"), 30));
  const answer = answered(call, 20);
  spawnSync(process.execPath, ["-e", "0"]);
  expect(await answer).toBe("late");
});
