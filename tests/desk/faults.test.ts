/** Nothing is lost: the desk is killed at any moment, has no room for its memory, or loses its folder. */
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { DeskAnswer, DeskText } from "../../src/model/desk.ts";
import { CLI } from "../cli/luduan.ts";
import { ask, createDeskRoom, post, type DeskRoom } from "./desk-room.ts";

const PART = "slides/10-part.md";
let room: DeskRoom;
/** Ends the tools that a test has left running: a failed test must not hang. */
const ends: (() => void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await room.remove();
});
const read = async (url: string): Promise<DeskText> => JSON.parse((await ask(`${url}file?path=${PART}`)).body) as DeskText;

/** The bundled tool, as an office runs it. */
async function startTool(dir: string, memory: string, before: readonly string[] = []): Promise<{ readonly url: string | null; readonly pid: number; readonly kill: () => Promise<void> }> {
  const [command = "", ...words] = [...before, process.execPath, CLI, "desk", dir, "--no-open", "--lang", "zh"];
  const child = spawn(command, words, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, XDG_STATE_HOME: memory } });
  ends.push(() => void child.kill("SIGKILL"));
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const url = await new Promise<string | null>((done) => {
    child.once("exit", () => done(null));
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\S+/.exec(text)?.[0];
      if (found !== undefined) done(found);
    });
  });
  return { url, pid: child.pid ?? 0, kill: () => (child.kill("SIGKILL"), gone) };
}

it("killed at any moment, every file is whole, and the next start takes edits back", { timeout: 60_000 }, async () => {
  room = createDeskRoom();
  const memory = join(room.dir, "../memory");
  const first = readFileSync(join(room.dir, PART), "utf8");
  for (const patience of [1, 3, 6]) {
    const tool = await startTool(room.dir, memory);
    const url = tool.url!;
    const { text } = await read(url);
    const versions = [text];
    let killed: Promise<void> | null = null;
    for (let count = 0; killed === null; count += 1) {
      const now = await read(url);
      versions.push(`${now.text}- 第${patience}次第${count}条\n`);
      const sent = post(url, "edit", { path: PART, sum: now.sum, text: versions.at(-1) }).catch(() => null);
      if (count === patience) killed = tool.kill();
      await sent;
    }
    await killed;
    expect(versions).toContain(readFileSync(join(room.dir, PART), "utf8"));
    expect(readdirSync(join(room.dir, "slides")).filter((name) => name.endsWith(".md"))).toEqual(["10-part.md"]);
  }
  const last = await startTool(room.dir, memory);
  const whole = readFileSync(join(room.dir, PART), "utf8");
  const answer = await post<DeskAnswer>(last.url!, "undo", {});
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

// Mounting needs permission. Without it nothing is asserted.
it.runIf(process.platform === "linux" && process.getuid?.() === 0)("on a disk that is full it says so, and nothing is gone; with room again the words are written", async () => {
  room = createDeskRoom();
  const memory = join(room.dir, "../memory");
  const volume = `mount -t tmpfs -o size=400k none "$0" 2>/dev/null || exit 77; cp -r "$0.before/." "$0" && exec "$@"`;
  renameSync(room.dir, `${room.dir}.before`);
  mkdirSync(room.dir);
  const tool = await startTool(room.dir, memory, ["unshare", "-m", "sh", "-c", volume, room.dir]);
  if (tool.url === null) return;
  // The folder as the desk sees it.
  const seen = `/proc/${tool.pid}/root${room.dir}`;
  const { text, sum } = await read(tool.url);
  for (const size of [4096, 1]) {
    const filler = openSync(join(seen, "filler"), "a");
    expect(() => {
      for (;;) writeSync(filler, Buffer.alloc(size));
    }).toThrow("ENOSPC");
    closeSync(filler);
  }
  const edit = { path: PART, sum, text: `${text}- 甲\n` };
  expect(await post(tool.url, "edit", edit)).toMatchObject({ type: "refused", message: expect.stringContaining("磁盘已满") });
  expect(readFileSync(join(seen, PART), "utf8")).toBe(text);
  expect(readdirSync(join(seen, "slides")).toSorted()).toEqual(["10-part.md", "deck.yaml"]);
  rmSync(join(seen, "filler"));
  expect(await post(tool.url, "edit", edit)).toMatchObject({ type: "written" });
  expect(readFileSync(join(seen, PART), "utf8")).toBe(`${text}- 甲\n`);
  expect(await post(tool.url, "undo", {})).toMatchObject({ type: "written" });
  await tool.kill();
});
