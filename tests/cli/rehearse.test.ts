/** luduan rehearse as people run it: the times of a rehearsal become the minutes of each part. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSpeechTimes, TIMES_FORM } from "../../src/model/speech-times.ts";
import { luduan, makeRoom, removeRoom, writeProject } from "./luduan.ts";

let room: string;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => removeRoom(room));

const SLIDES = {
  "slides/10-part.md": "---\nminutes: 8 # 分\nkiosk: false\n---\n# 回顾\n\n## 指标\n\n- 概要\n",
  "slides/20-goals.md": "---\r\nkiosk: false\r\n---\r\n# 目标\r\n\r\n## 增长\r\n\r\n- 概要\r\n",
  "slides/30-tasks.md": "\uFEFF# 任务\n\n## 产业\n\n- 概要\n",
  "slides/90-closing.md": "## 谢谢 {layout=closing}\n",
};

/** Times by the section's id, in seconds. */
function writeTimes(name: string, seconds: Readonly<Record<string, number>>): string {
  const path = join(room, name);
  const sections = Object.entries(seconds).map(([id, spoken]) => ({ id, minutes: null, seconds: spoken }));
  writeFileSync(path, JSON.stringify({ form: TIMES_FORM, title: "工作报告", sections, slides: [] }));
  return path;
}

test("minutes are written where they are said, or said for the first time; line ends and all else stay", async () => {
  const project = writeProject(join(room, "spoken"), SLIDES);
  const times = writeTimes("times.json", { part: 561.2, goals: 90, tasks: 3, closing: 0.2 });
  const ended = await luduan(["rehearse", times, project, "--lang", "en"]);
  expect(ended.stderr).toBe("");
  expect(ended.code).toBe(0);
  expect(ended.stdout).toBe(
    "slides/10-part.md  planned 8 min, spoken 9.4 min, over\nslides/20-goals.md  no plan, spoken 1.5 min\nslides/30-tasks.md  no plan, spoken 0.1 min\nWrote the minutes of 3 files.\n",
  );
  const text = (file: string): string => readFileSync(join(project, file), "utf8");
  expect(text("slides/10-part.md")).toBe(SLIDES["slides/10-part.md"].replace("minutes: 8", "minutes: 9.4"));
  expect(text("slides/20-goals.md")).toBe(SLIDES["slides/20-goals.md"].replace("---\r\nkiosk", "---\r\nminutes: 1.5\r\nkiosk"));
  expect(text("slides/30-tasks.md")).toBe("\uFEFF---\nminutes: 0.1\n---\n# 任务\n\n## 产业\n\n- 概要\n");
  expect(text("slides/90-closing.md")).toBe(SLIDES["slides/90-closing.md"]);
  const again = await luduan(["rehearse", times, project, "--lang", "en"]);
  expect(again.stdout).toContain("No minutes were changed.");
});

test("nothing is written where minutes cannot be placed, and the place is told", async () => {
  const quoted = "---\nkiosk: false\n\"minutes\": 8\n---\n# 回顾\n\n## 指标\n\n- 概要\n";
  const project = writeProject(join(room, "refused"), { ...SLIDES, "slides/10-part.md": quoted });
  const ended = await luduan(["rehearse", writeTimes("refused.json", { part: 60, goals: 60 }), project, "--json"]);
  expect(ended.code).toBe(1);
  expect(ended.stdout).toContain("minutes-not-written");
  expect(readFileSync(join(project, "slides/10-part.md"), "utf8")).toBe(quoted);
  expect(readFileSync(join(project, "slides/20-goals.md"), "utf8")).toBe(SLIDES["slides/20-goals.md"]);
});

test("other files and other decks are told apart", async () => {
  const project = writeProject(join(room, "other"), SLIDES);
  expect((await luduan(["rehearse", "--lang", "en"])).stderr).toContain("missing-times");
  for (const text of ["null", "[]", '{"form":"other"}', `{"form":"${TIMES_FORM}","title":"x","sections":[{"id":"part","seconds":-1}]}`]) expect(readSpeechTimes(JSON.parse(text)), text).toBeNull();
  writeFileSync(join(room, "odd.json"), "{");
  for (const name of ["odd.json", "none.json"]) {
    const odd = await luduan(["rehearse", join(room, name), project, "--lang", "en"]);
    expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining("unreadable-times")]);
  }
  expect((await luduan(["rehearse", writeTimes("strange.json", { elsewhere: 60 }), project])).stderr).toContain("other-deck-times");
});
