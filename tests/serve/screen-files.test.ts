/** What a screen writes: its log, within bounds, and the files that start it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "parse5";
import { expect, it } from "vitest";
import { readPlaylist } from "../../src/cli/playlist.ts";
import { unitFiles } from "../../src/serve/kiosk/units.ts";
import { openLog } from "../../src/world/screen.ts";

function withRoom<T>(action: (room: string) => Promise<T>): Promise<T> {
  const room = mkdtempSync(join(tmpdir(), "luduan 屏 "));
  return action(room).finally(() => rmSync(room, { recursive: true, force: true }));
}

it("the log never takes more than its bound, and keeps the newest lines whole", async () => {
  await withRoom(async (room) => {
    const log = openLog(join(room, "log/kiosk.jsonl"), 1000, 3);
    for (let line = 0; line < 200; line += 1) expect(await log.add(JSON.stringify({ line, text: "演示" }))).toBe(true);
    const files = readdirSync(join(room, "log")).sort();
    expect(files).toEqual(["kiosk.jsonl", "kiosk.jsonl.1", "kiosk.jsonl.2"]);
    for (const file of files) expect(statSync(join(room, "log", file)).size).toBeLessThanOrEqual(1100);
    const lines = ["kiosk.jsonl.2", "kiosk.jsonl.1", "kiosk.jsonl"].flatMap((file) => readFileSync(join(room, "log", file), "utf8").trim().split("\n").map((text) => (JSON.parse(text) as { line: number }).line));
    expect(lines).toEqual(Array.from({ length: lines.length }, (_, index) => 200 - lines.length + index));
    expect(lines.length).toBeGreaterThan(60);
  });
});

it("a full disk loses lines, and nothing else; the next start goes on in the same file", async () => {
  expect(await openLog("/dev/full", 1000, 3).add("lost")).toBe(false);
  await withRoom(async (room) => {
    writeFileSync(join(room, "log"), "a file where the folder should be");
    const log = openLog(join(room, "log/kiosk.jsonl"), 1000, 3);
    expect(await log.add("lost")).toBe(false);
    rmSync(join(room, "log"));
    expect(await log.add("kept")).toBe(true);
    expect(await openLog(join(room, "log/kiosk.jsonl"), 1000, 3).add("more")).toBe(true);
    expect(readFileSync(join(room, "log/kiosk.jsonl"), "utf8")).toBe("kept\nmore\n");
  });
});

it("starts the same command on every system, whatever its paths hold", () => {
  const command = ["/opt/node 20/bin/node", "/opt/a$b%c/cli.js", "kiosk", 'a "quoted" <town> & co', "back\\slash\\"];
  const texts = Object.fromEntries(unitFiles(command, "/home/hall").map(({ name, text }) => [name, text]));
  expect(texts["luduan-kiosk.service"]).toContain('ExecStart="/opt/node 20/bin/node" "/opt/a$$b%%c/cli.js" "kiosk" "a \\"quoted\\" <town> & co" "back\\\\slash\\\\"');
  expect(texts["luduan-kiosk.service"]).toMatch(/Restart=always\nRestartSec=2\nKillMode=process/);
  expect(texts["luduan-kiosk.desktop"]).toContain("systemctl --user start luduan-kiosk.service");
  const task = JSON.stringify(parse(texts["luduan-kiosk.xml"]!), (key, value: unknown) => (key === "parentNode" ? undefined : value));
  expect(task).toContain(JSON.stringify('"/opt/a$b%c/cli.js" "kiosk" "a \\"quoted\\" <town> & co" "back\\slash\\\\"').slice(1, -1));
});

it("reads folders, addresses and hours", () => {
  expect(readPlaylist(["a", "b@8:30-12:00,14:00-17:30", "https://hall.example/x/@22:00-2:00"], "/r")).toEqual([
    { source: "/r/a", hours: null },
    { source: "/r/b", hours: [[510, 720], [840, 1050]] },
    { source: "https://hall.example/x/", hours: [[1320, 1560]] },
  ]);
  expect(readPlaylist(["某镇@0:00-24:00"], "/r")).toEqual([{ source: "/r/某镇", hours: [[0, 1440]] }]);
});

it.each(["a@25:00-26:00", "a@08:60-09:00", "a@08:30-08:30", "http://", "@08:00-09:00", "a@24:00-02:00"])("reports %j", (word) => {
  expect(readPlaylist([word], "/r")).toBe(word);
});
