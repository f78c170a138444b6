/** What is meant for the podium is in no output for the hall or the public, however its mark is written. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";

const SECRET = "内部口径勿外传";
const MARKS = [
  "备注：", "　　备注：", "    备注：", "\u00a0\u00a0备注:", "**备注：**", "**备注**：", "__备注：__", "【备注】", "[备注]：", "备 注：", "备　注：", "备注", "備註：", "备注（内部）：", "**备注**（内部）：", "备注∶", "备注︰", "备注；", "讲稿：", "发言稿", "旁白：",
  "Note:", "Notes", "Speaker notes:", "Speaker’s notes:", "ＮＯＴＥＳ：",
];
const BEFORE = ["- 民生实事\n\n", "- 民生实事\n", "文字。\n\n", "文字。\n", "> 引用\n", "| 甲 |\n|---|\n| 乙 |\n\n"];
/** Outputs without notes: the guide says which these are. */
const PUBLIC = ["deck", "slides", "handout-3", "handout-6", "kiosk", "data", "audit"] as const;

test("no output without notes has a word of them", async () => {
  const slides = MARKS.map((mark, index) => `## 第${index + 1}页\n\n${BEFORE[index % BEFORE.length]}${mark}\n${/^\s*/.exec(mark)![0]}${SECRET}${index}。\n`);
  const world = createWorld({ home: HOME });
  try {
    await withFolder(smallProject({ "slides/10-part.md": `# 回顾\n\n${slides.join("\n")}` }), async (dir) => {
      const out = join(dir, "dist");
      const { diagnostics } = await build({ dir, out, themes: [THEMES], only: [...PUBLIC], steps: false, onOutput: () => undefined }, world);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      const leaks = files.filter((file) => {
        const text = file.endsWith(".pdf") ? execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }) : readFileSync(file, "utf8");
        return text.replaceAll(/\s/g, "").includes(SECRET);
      });
      expect(files.filter((file) => /(?:index|kiosk)\.html$|\.pdf$/.test(file))).toHaveLength(6);
      expect(leaks).toEqual([]);
    });
  } finally {
    await world.close();
  }
}, 120_000);
