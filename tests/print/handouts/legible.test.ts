/** Words on paper are whole and large enough (V01, V02): problems are reported by document, page and place, and correct pages report nothing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { THEMES } from "../../support/project.ts";
import { THEME_NAMES } from "../../support/themes.ts";
import { createPrinter, type Printer } from "./print.ts";
import type { DocumentName } from "../../../src/model/output-names.ts";

let printer: Printer;
beforeAll(() => {
  printer = createPrinter();
});
afterAll(() => printer.close());

const ALL: readonly DocumentName[] = ["slides", "handout-2", "handout-3", "handout-6", "notes", "booklet"];
const NOTES = "备注：\n坚持以人为本、规划先行，把群众关心的事一件一件办好。\n";

/** What is reported for the prints of a small deck with these rules in its theme, in both languages. */
async function told(css: string, only: readonly DocumentName[], settings = ""): Promise<readonly (readonly [place: string, zh: string, en: string])[]> {
  const { built } = await printer.printProject({
    "slides/deck.yaml": `title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\ntheme: own\n${settings}`,
    "slides/10-part.md": `# 工作回顾\n\n## 主要工作\n\n- 第一项\n\n${NOTES}\n## 其他工作\n\n- 第二项\n\n${NOTES}`,
    "themes/own/theme.yaml": readFileSync(join(THEMES, "shuixiang/theme.yaml"), "utf8"),
    "themes/own/theme.css": css,
  }, only);
  return built.diagnostics.filter(({ rule }) => ["V01", "V02", "V04"].includes(rule ?? "")).map(({ span, message }) => [`${span?.file ?? ""}:${span?.line ?? ""}`, message.zh, message.en]);
}

describe("small type", () => {
  test("in notes: each document that has it, at the slide", async () => {
    expect(await told(".sheet .talk .spoken { font-size: 8pt }", ALL)).toEqual([
      ["slides/10-part.md:3", "handout-2.pdf 第 1 页：“坚持以人为本、规划先行，把群众关心的事一…”字号 8 磅，小于 9 磅，印出来看不清。共有 2 页这样。", 'On page 1 of handout-2.pdf "坚持以人为本、规划先行，把群众关心的事一…" is 8 pt high, less than the 9 pt that it takes to be read. 2 pages have this.'],
      ["slides/10-part.md:3", "notes.pdf 第 1 页：“坚持以人为本、规划先行，把群众关心的事一…”字号 8 磅，小于 9 磅，印出来看不清。", 'On page 1 of notes.pdf "坚持以人为本、规划先行，把群众关心的事一…" is 8 pt high, less than the 9 pt that it takes to be read.'],
    ]);
  });

  test("in running lines: at the settings, whose words they are", async () => {
    const [only, ...others] = await told("@page { @bottom-left { font-size: 6pt } }", ["handout-3"]);
    expect(others).toEqual([]);
    expect(only).toEqual(["slides/deck.yaml:1", "handout-3.pdf 第 1 页：“测试镇”字号 6 磅，小于 9 磅，印出来看不清。", 'On page 1 of handout-3.pdf "测试镇" is 6 pt high, less than the 9 pt that it takes to be read.']);
  });

  test("in the booklet", async () => {
    const [only, ...others] = await told(".booklet p { font-size: 7pt }", ["booklet"]);
    expect(others).toEqual([]);
    expect(only?.[2]).toMatch(/^On page 1 of booklet\.pdf ".+" is 7 pt high/);
  });

  test("is a warning that the office may switch off", async () => {
    expect(await told(".sheet .talk .spoken { font-size: 8pt }", ["notes"], "check: { V02: { level: off, reason: 放大件另印 } }\n")).toEqual([]);
  });

  test("is not what slides have in miniature", async () => {
    expect(await told("", ALL)).toEqual([]);
  });
});

test("words that are cut off in a box that hides what does not fit", async () => {
  const found = await told(".sheet .talk .spoken { height: 5mm; overflow: hidden }", ["notes"]);
  expect(found).toEqual([["slides/10-part.md:3", expect.any(String), expect.stringMatching(/^On page 1 of notes\.pdf ".+" is cut off by \d\.\d mm\.$/)]]);
});

describe("faint words", () => {
  test.each([
    ["pale notes", ".sheet .talk .spoken { color: #b0b0b0 }", "handout-2", "2.1"],
    ["white notes", ".sheet .talk .spoken { color: #fff }", "notes", "1.0"],
    ["clear notes", ".sheet .talk .spoken { color: transparent }", "handout-2", "1.0"],
    ["notes that hardly cover the paper", ".sheet .talk .spoken { opacity: 0.3 }", "notes", null],
    ["a booklet nobody can read", ".booklet p { color: #fefefe }", "booklet", "1.0"],
  ] as const)("%s", async (_, css, name, contrast) => {
    const found = await told(css, [name]);
    expect(found.length).toBe(1);
    expect(found[0]?.[2]).toMatch(new RegExp(`^On page 1 of ${name}\\.pdf ".+" has a contrast of ${contrast ?? "\\d\\.\\d"} : 1 with white paper, less than 4\\.5 : 1\\.`));
  });

  test("what nobody sees is an error, and nothing is written", async () => {
    const files = { "themes/own/theme.yaml": readFileSync(join(THEMES, "shuixiang/theme.yaml"), "utf8"), "themes/own/theme.css": ".sheet .talk .spoken { color: #fff }" };
    const { built } = await printer.printProject({ "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\ntheme: own\n", "slides/10-part.md": `# 工作回顾\n\n## 主要工作\n\n- 第一项\n\n${NOTES}`, ...files }, ["notes"]);
    expect(built.diagnostics.filter(({ severity }) => severity === "error").map(({ code, span }) => `${code} ${span?.line}`)).toEqual(["faint-print 3"]);
    expect(built.files.size).toBe(0);
  });
});

test.each(THEME_NAMES)("a draft in English in the theme %s has nothing of it", async (theme) => {
  const { built } = await printer.printProject({
    "slides/deck.yaml": `title: Work Report\norganisation: Testing Town\nperiod: 2021\nplan: 2022\nlang: en\nstatus: draft\ntheme: ${theme}\n`,
    "slides/10-part.md": "# Review\n\n## Main work\n\n- One thing and another\n\nNotes:\nWhat was done is told here in some words, one after the other.\n",
  }, ALL);
  expect(built.files.size).toBeGreaterThan(0);
  expect(built.diagnostics.filter(({ rule }) => ["V01", "V02", "V04"].includes(rule ?? ""))).toEqual([]);
});
