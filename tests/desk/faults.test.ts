/** Nothing is lost: the desk is killed at any moment, has no room for its memory, or loses its folder. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { DeskAnswer, DeskText } from "../../src/model/desk.ts";
import { CLI } from "../cli/luduan.ts";
import { ask, createDeskRoom, post, type DeskRoom } from "./desk-room.ts";

const PART = "slides/10-part.md";
let room: DeskRoom;
afterEach(() => room.remove());
const read = async (url: string): Promise<DeskText> => JSON.parse((await ask(`${url}file?path=${PART}`)).body) as DeskText;

/** The bundled tool, as an office runs it. */
async function startTool(dir: string, memory: string): Promise<{ readonly url: string; readonly kill: () => Promise<void> }> {
  const child = spawn(process.execPath, [CLI, "desk", dir, "--no-open"], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, XDG_STATE_HOME: memory } });
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const url = await new Promise<string>((done) => {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\S+/.exec(text)?.[0];
      if (found !== undefined) done(found);
    });
  });
  return { url, kill: () => (child.kill("SIGKILL"), gone) };
}

it("killed at any moment, every file is whole, and the next start takes edits back", { timeout: 60_000 }, async () => {
  room = createDeskRoom();
  const memory = join(room.dir, "../memory");
  const first = readFileSync(join(room.dir, PART), "utf8");
  for (const patience of [1, 3, 6]) {
    const tool = await startTool(room.dir, memory);
    const { text } = await read(tool.url);
    const versions = [text];
    let killed: Promise<void> | null = null;
    for (let count = 0; killed === null; count += 1) {
      const now = await read(tool.url);
      versions.push(`${now.text}- 第${patience}次第${count}条\n`);
      const sent = post(tool.url, "edit", { path: PART, sum: now.sum, text: versions.at(-1) }).catch(() => null);
      if (count === patience) killed = tool.kill();
      await sent;
    }
    await killed;
    expect(versions).toContain(readFileSync(join(room.dir, PART), "utf8"));
    expect(readdirSync(join(room.dir, "slides")).filter((name) => name.endsWith(".md"))).toEqual(["10-part.md"]);
  }
  const last = await startTool(room.dir, memory);
  const whole = readFileSync(join(room.dir, PART), "utf8");
  const answer = await post<DeskAnswer>(last.url, "undo", {});
  const after = readFileSync(join(room.dir, PART), "utf8");
  // The last edit may have been written when the list of edits was not: then nothing is touched, in words.
  expect(answer.type === "written" ? whole.startsWith(after) && after !== whole : after === whole).toBe(true);
  expect(whole.startsWith(first)).toBe(true);
  await last.kill();
});

it("without room for its memory it still writes, and takes back until it ends", async () => {
  room = createDeskRoom();
  await room.start();
  rmSync(join(room.dir, "../memory"), { recursive: true });
  writeFileSync(join(room.dir, "../memory"), "");
  const { text, sum } = await read(room.url());
  expect(await post(room.url(), "edit", { path: PART, sum, text: `${text}- 甲\n` })).toMatchObject({ type: "written" });
  expect(await post(room.url(), "undo", {})).toMatchObject({ type: "written" });
  expect(readFileSync(join(room.dir, PART), "utf8")).toBe(text);
});

it("a folder that is gone is told, and one that comes back is edited again", async () => {
  room = createDeskRoom();
  await room.start();
  const { text, sum } = await read(room.url());
  renameSync(room.dir, `${room.dir}-`);
  expect(await post(room.url(), "edit", { path: PART, sum, text: "甲" })).toMatchObject({ type: "refused", message: expect.stringContaining("已经不在") });
  expect((await ask(room.url())).status).toBe(200);
  renameSync(`${room.dir}-`, room.dir);
  expect(await post(room.url(), "edit", { path: PART, sum, text: `${text}- 甲\n` })).toMatchObject({ type: "written" });
});
