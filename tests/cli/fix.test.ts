/** luduan check --fix as people run it: what it prints for people and for programs, and how it exits. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diagnosticsOf, luduan, makeRoom, removeRoom, writeProject } from "./luduan.ts";

let room: string;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => removeRoom(room));

const SLIDES = "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}},再创新高\n- 国际慢城 “两大平台”\n- 2O22年\n";
const MENDED = "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}，再创新高\n- 国际慢城“两大平台”\n- 2O22年\n";

test("each change is listed, and what is left is told", async () => {
  const project = writeProject(join(room, "words"), { "slides/10-part.md": SLIDES });
  const ended = await luduan(["check", project, "--fix", "--lang", "zh"]);
  expect(ended.code).toBe(1);
  expect(ended.stdout).toBe("slides/10-part.md:5:12 “,” → “，”  half-width-mark (P01)\nslides/10-part.md:6:7 空格 → 删去  space-in-text (P03)\n已修改 2 处。\n");
  expect(ended.stderr).toContain("slides/10-part.md:7:3 错误 letter-in-number (N02)");
  expect(readFileSync(join(project, "slides/10-part.md"), "utf8")).toBe(MENDED);
  const again = await luduan(["check", project, "--fix", "--lang", "en"]);
  expect(again.stdout).toBe("Nothing could be mended.\n");
  expect(readFileSync(join(project, "slides/10-part.md"), "utf8")).toBe(MENDED);
});

test("for programs it is one object", async () => {
  const project = writeProject(join(room, "json"), { "slides/10-part.md": SLIDES });
  const before = diagnosticsOf(await luduan(["check", project, "--json"]));
  expect(before[0]?.fix).toEqual({ line: 5, column: 12, endLine: 5, endColumn: 13, replacement: "，" });
  const ended = await luduan(["check", project, "--fix", "--json"]);
  expect(ended.code).toBe(1);
  expect((JSON.parse(ended.stdout) as { fixed: unknown }).fixed).toEqual([
    { code: "half-width-mark", rule: "P01", file: "slides/10-part.md", line: 5, column: 12, endLine: 5, endColumn: 13, before: ",", after: "，" },
    { code: "space-in-text", rule: "P03", file: "slides/10-part.md", line: 6, column: 7, endLine: 6, endColumn: 8, before: " ", after: "" },
  ]);
  expect(diagnosticsOf(ended).map(({ code, fix }) => [code, fix])).toEqual([["letter-in-number", null]]);
});
