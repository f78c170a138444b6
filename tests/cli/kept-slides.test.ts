/** Slides that an earlier build drew: taken from the user's cache where nothing of them changed, and only there. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cacheFolder } from "../../src/world/cache-folder.ts";
import { hashesOf, luduan, makeRoom, removeRoom, writeProject } from "./luduan.ts";

const CHART = "## 主要指标增速 {#growth}\n\n```chart\ntype: growth\nindicators: [gdp]\n```\n\n备注：\n这句话只在台上说。\n";
const TEXT = "# 工作回顾\n\n## 重点工作 {#kept-slides}\n\n- 修好三座老桥\n- 新开两条公交\n\n";
/** Bytes of the hash before what is kept. */
const HASH = 32;
/** The user's own, which keeps the cut fonts too: to cut them anew takes longer than all the rest. */
const CACHE = cacheFolder(process.env);

let room: string;
let project: string;
beforeAll(() => {
  room = makeRoom();
  project = writeProject(join(room, "报告"), { "slides/10-part.md": TEXT + CHART });
});
afterAll(() => {
  for (const path of kept().keys()) rmSync(path);
  removeRoom(room);
});

async function pageOf(out: string): Promise<string> {
  const ended = await luduan(["build", project, "--only", "deck,kiosk", "--out", join(room, out)]);
  expect(ended.code, ended.stderr).toBe(0);
  return readFileSync(join(room, out, "index.html"), "utf8");
}

/** Which of the words that this test changes stand on the slide. */
function wordsOf(page: string): readonly string[] {
  const slide = /<section id="kept-slides".*?<\/section>/s.exec(page)?.[0].replaceAll(/<[^>]*>/g, "") ?? "";
  return ["老桥", "老亭", "两条公交", "四条公交"].filter((word) => slide.includes(word));
}

/** The kept slides of this project, by path. */
function kept(): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(CACHE).map((name) => join(CACHE, name)).filter((path) => statSync(path).isFile());
  return new Map(paths.map((path) => [path, readFileSync(path)] as const).filter(([, bytes]) => bytes.subarray(HASH, HASH + 2).toString() === "[[" && bytes.includes("kept-slides")));
}

/** Changes a word of the kept slides, which nobody but this test does. */
function change(from: string, to: string): void {
  expect(kept().size).toBe(1);
  for (const [path, bytes] of kept()) {
    const changed = Buffer.from(bytes.subarray(HASH).toString("utf8").replaceAll(from, to));
    writeFileSync(path, Buffer.concat([createHash("sha256").update(changed).digest(), changed]));
  }
}

test("the next build takes what did not change, draws what did, and makes the same bytes", async () => {
  await pageOf("one");
  await pageOf("two");
  expect(hashesOf(join(room, "two"))).toEqual(hashesOf(join(room, "one")));
  change("桥", "亭");
  expect(wordsOf(await pageOf("three"))).toEqual(["老亭", "两条公交"]);
  writeFileSync(join(project, "slides/10-part.md"), TEXT.replace("两条公交", "四条公交") + CHART);
  expect(wordsOf(await pageOf("four"))).toEqual(["老桥", "四条公交"]);
  // A chart is a slide's own: a figure of the table draws it anew.
  const table = join(project, "data/observations.csv");
  writeFileSync(table, readFileSync(table, "utf8").replace("11.6%", "11.7%"));
  expect(await pageOf("five")).toContain("11.7%");
});

test("what is kept holds no notes, and a damaged cache costs time only", async () => {
  await pageOf("good");
  expect(kept().size).toBe(1);
  for (const [path, bytes] of kept()) {
    expect(bytes.includes("这句话只在台上说"), path).toBe(false);
    writeFileSync(path, bytes.subarray(0, bytes.length - 5));
  }
  await pageOf("damaged");
  expect(hashesOf(join(room, "damaged"))).toEqual(hashesOf(join(room, "good")));
});
