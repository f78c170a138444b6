/** A film takes minutes: whoever ends it midway keeps the last good build, and nothing of it stays or goes on. */
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { childrenOf, processesNow } from "../support/processes.ts";
import { hashesOf, isWhole, luduan, makeRoom, removeRoom, writeProject } from "./luduan.ts";

/** How long the system may take to clear away what was killed, on a busy machine. */
const GONE = { timeout: 15_000 };

let room: string;
let project: string;
let dist: string;
let good: ReadonlyMap<string, string>;

beforeAll(async () => {
  room = makeRoom();
  const slides = Array.from({ length: 12 }, (_, index) => `## 第${index + 1}件事 {seconds=30}\n\n- 全年{{gdp}}\n`).join("\n");
  project = writeProject(join(room, "报告"), { "slides/10-part.md": slides });
  dist = join(project, "dist");
  expect(await luduan(["build", project, "--only", "data"])).toMatchObject({ code: 0 });
  good = hashesOf(dist);
});
afterAll(() => removeRoom(room));

test.each(["SIGINT", "SIGKILL"] as const)("%s in the middle of a film: the last good build stays, no encoder goes on, the next build clears away", async (signal) => {
  let pid = 0;
  let encoders: readonly number[] = [];
  const ended = await luduan(["build", project, "--only", "video"], {
    onStart: (child) => {
      pid = child.pid ?? 0;
      child.stderr?.on("data", (text: string) => {
        if (!/video +\d+ %/.test(text) || child.killed) return;
        encoders = childrenOf(pid, "ffmpeg");
        child.kill(signal);
      });
    },
  });
  expect(ended.code).toBe(signal === "SIGINT" ? 130 : null);
  expect(hashesOf(dist)).toEqual(good);
  await expect.poll(() => processesNow().filter((one) => encoders.includes(one)), GONE).toEqual([]);
  expect(readdirSync(project).sort()).toEqual(["data", "dist", "slides"]);
  expect(await luduan(["build", project, "--only", "data,slides"])).toMatchObject({ code: 0 });
  expect(isWhole(dist)).toBe(true);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`luduan-browser-${pid}-`))).toEqual([]);
  expect(await luduan(["build", project, "--only", "data"])).toMatchObject({ code: 0 });
  expect(hashesOf(dist)).toEqual(good);
}, 120_000);
