/** Measures the pages that a build makes: the office sets the levels, an error leaves nothing behind, and pages do not affect each other. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { build, compilePages, type Built } from "../../../src/build.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { OutputName } from "../../../src/model/output-names.ts";
import { createWorld } from "../../../src/world/node-world.ts";
import type { World } from "../../../src/world/world.ts";
import { badFiles, type Files } from "../../diagnostics/samples.ts";
import { HOME, smallProject, THEMES, withFolder } from "../../support/project.ts";

const world = createWorld({ home: HOME });
afterAll(() => world.close());

const LONG = "坚持以人为本、规划先行，把群众关心的事办好";

/** A deck in the theme shuixiang with its own CSS rules. */
function ownTheme(css: string, settings = ""): Files {
  const files = {
    "slides/deck.yaml": `title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\ntheme: own\n${settings}`,
    "slides/10-part.md": `# 工作回顾\n\n## 主要工作\n\n- ${LONG}\n`,
    "themes/own/theme.yaml": readFileSync(join(THEMES, "shuixiang/theme.yaml"), "utf8"),
    "themes/own/theme.css": css,
  };
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}

function measure(files: Files, outside: World = world): Promise<readonly Diagnostic[]> {
  return withFolder(smallProject(files), async (dir) => (await compilePages(dir, [join(dir, "themes"), THEMES], outside)).diagnostics);
}

function buildDeck(files: Files, only: readonly OutputName[]): Promise<{ readonly built: Built; readonly written: boolean }> {
  return withFolder(smallProject(files), async (dir) => {
    const out = join(dir, "dist");
    const built = await build({ dir, out, themes: [join(dir, "themes"), THEMES], only, steps: false, onOutput: () => undefined }, world);
    return { built, written: existsSync(out) };
  });
}

const brief = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ severity, code, span }) => `${severity} ${code} ${span?.file ?? ""}:${span?.line ?? ""}`);

describe("a theme that asks for larger type than every theme must have", () => {
  const CHART = "## 增速\n\n```chart\ntype: growth\nindicators: [gdp, tax]\n```\n";
  const asking = (type: string): Files => {
    const files = ownTheme("");
    const tokens = new TextDecoder().decode(files["themes/own/theme.yaml"]!);
    const texts = {
      "themes/own/theme.yaml": `${tokens}${type === "" ? "" : `type: ${type}\n`}`, "slides/10-part.md": `# 工作回顾\n\n## 主要工作\n\n- ${LONG}\n\n${CHART}`,
      "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\ntax,一般公共预算收入,亿元,flow\n", "data/observations.csv": "indicator,period,value,growth\ngdp,2021,148,11.6%\ntax,2021,10,8%\n",
    };
    return { ...files, ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)])) };
  };

  test("is held to it, in lists and in charts", async () => {
    expect(await measure(asking(""))).toEqual([]);
    const found = await measure(asking("{ item: 200, rate: 150, name: 90 }"));
    expect(found.map(({ code, span, message }) => [code, span?.line, /less than the (\d+) px/.exec(message.en)?.[1]])).toEqual([["small-type", 3, "200"], ["small-type", 7, "90"]]);
    const rate = await measure(asking("{ rate: 150 }"));
    expect(rate.map(({ span, message }) => [span?.line, /less than the (\d+) px/.exec(message.en)?.[1]])).toEqual([[7, "150"]]);
    expect((await measure(asking("{ foot: 40 }"))).map(({ span }) => span?.line)).toEqual([3, 7]);
  });
});

describe("a build with a deck and a PDF", () => {
  test("writes nothing where words are cut off", async () => {
    const { built, written } = await buildDeck(badFiles("overflow"), ["single", "slides"]);
    expect(brief(built.diagnostics)).toEqual(["error overflow slides/10-part.md:3"]);
    expect([written, built.files.size]).toEqual([false, 0]);
  });

  test("warns of small type, and writes", async () => {
    const { built, written } = await buildDeck(badFiles("small-type"), ["single", "slides"]);
    expect(brief(built.diagnostics)).toEqual(["warning small-type slides/10-part.md:3"]);
    expect(written).toBe(true);
  });

  test("measures slides where it makes only PDFs of them", async () => {
    for (const name of ["slides", "handout-6", "notes"] as const) expect(brief((await buildDeck(badFiles("small-type"), [name])).built.diagnostics)).toEqual(["warning small-type slides/10-part.md:3"]);
    const { built, written } = await buildDeck(badFiles("overflow"), ["slides"]);
    expect(brief(built.diagnostics)).toEqual(["error overflow slides/10-part.md:3"]);
    expect(written).toBe(false);
  });

  test("names the slide that cuts words off, and no other whose notes are long", async () => {
    const cut = new TextDecoder().decode(badFiles("overflow")["slides/10-part.md"]);
    const notes = "一年来，老旧小区改造和青年公寓选址同步推进，城镇面貌持续改善。".repeat(40);
    const { built } = await buildDeck({ ...badFiles("overflow"), "slides/10-part.md": new TextEncoder().encode(`${cut.replace("## 重点工作", `## 城镇面貌\n\n> 城镇面貌\n\n备注：\n${notes}\n\n## 重点工作`)}`) }, ["slides", "notes"]);
    expect(brief(built.diagnostics)).toEqual(["error overflow slides/10-part.md:10"]);
  });

  test("measures every part of a long document, and tells it as one", async () => {
    const css = ".slide:not(#part-2, #part-120) .rows .text.alone { font-size: 60px } .slide .rows .text.alone { font-size: 24px }";
    const slides = Array.from({ length: 119 }, (_, index) => `## 工作${index + 1}\n\n- ${LONG}\n`);
    const { built } = await buildDeck({ ...ownTheme(css), "slides/10-part.md": new TextEncoder().encode(`# 工作回顾\n\n${slides.join("\n")}`) }, ["slides"]);
    const small = built.diagnostics.filter(({ code }) => code === "small-type");
    expect(small.map(({ span }) => span?.line)).toEqual([3, 3 + 118 * 4]);
  });

  test("measures nothing where there is no slide on paper, or no browser is started", async () => {
    for (const only of [["booklet"], ["single"]] as const) expect((await buildDeck(badFiles("small-type"), only)).built.diagnostics).toEqual([]);
  });
});

test("levels are those that the office set, in deck.yaml and in a section", async () => {
  const css = ".slide .rows .text.alone { font-size: 24px; }";
  expect(brief(await measure(ownTheme(css)))).toEqual(["warning small-type slides/10-part.md:3"]);
  expect(brief(await measure(ownTheme(css, "check: { V02: { level: off, reason: 大屏 } }\n")))).toEqual([]);
  expect(brief(await measure(ownTheme(css, "check: { small-type: error }\n")))).toEqual(["error small-type slides/10-part.md:3"]);
  const { "slides/10-part.md": slides, ...others } = ownTheme(css);
  const own = new TextEncoder().encode(`---\ncheck: { V02: note }\n---\n${new TextDecoder().decode(slides ?? undefined)}`);
  expect(brief(await measure({ ...others, "slides/10-part.md": own }))).toEqual(["note small-type slides/10-part.md:6"]);
});

test("looks at the telephone and the upright screen, too", async () => {
  const css = ".reading .slide .panel .title { width: 500px; white-space: nowrap; font-size: 120px; } .portrait .slide .rows .text.alone { font-size: 20px; }";
  const [cut, small] = await measure(ownTheme(css, "kiosk: { portrait: true, hours: \"03:00-03:01\" }\n"));
  expect(cut).toMatchObject({ code: "overflow", severity: "error" });
  expect(cut?.message.en).toMatch(/^\d+ px of "主要工作" are cut off \(page 2 on a telephone\)\.$/);
  expect(small?.message.en).toBe(`"${LONG.slice(0, 20)}…" is 20 px high, less than the 32 px that it takes to be read (page 2 on an upright screen).`);
});

test.each([6, 8, 9, 14])("an agenda of %i sections finds room on every screen", async (count) => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const sections = Array.from({ length: count }, (_, index) => [`slides/${index + 20}-part-${index}.md`, encode(`# 全面推进各项重点工作${index + 1}\n\n## 主要工作\n\n- 一项\n`)]);
  const files = { ...ownTheme("", "kiosk: { portrait: true }\n"), "slides/05-agenda.md": encode("## 目录 {layout=agenda}\n"), ...Object.fromEntries(sections) };
  expect(brief(await measure({ ...files, "slides/10-part.md": null }))).toEqual([]);
});

describe("contrast", () => {
  const contrast = async (css: string): Promise<string[]> => (await measure(ownTheme(css))).map(({ message }) => message.en);
  test("is measured where the words stand, faded and in any notation of colour", async () => {
    expect(await contrast(".slide .rows .text.alone { color: #8A8A8A; }")).toEqual([expect.stringMatching(/contrast of 3\.1 : 1/)]);
    expect(await contrast(".slide .rows .text.alone { color: oklch(0.63 0 0); }")).toEqual([expect.stringMatching(/contrast of 3\.\d : 1/)]);
    expect(await contrast(".slide .rows { opacity: 0.4; }")).toEqual([expect.stringContaining("contrast")]);
    expect(await contrast(".slide .rows .text.alone { background: #0F333A; color: #0F333A; }")).toEqual([expect.stringMatching(/contrast of 1 : 1/)]);
  });
  test("is not guessed on what is neither an even colour nor a linear gradient", async () => {
    expect(await contrast(".slide .rows .text.alone { background: radial-gradient(#000, #fff); color: #8A8A8A; }")).toEqual([]);
  });
});

describe("what charts are drawn with", () => {
  const CHART = "```chart\ntype: trend\nindicator: gdp\n```\n";
  const data = "indicator,period,value,growth\ngdp,2019,120,6.8%\ngdp,2020,133,4.5%\ngdp,2021,148,11.6%\n";
  const marks = async (css: string): Promise<string[]> => {
    const own = { "slides/10-part.md": `# 工作回顾\n\n## 主要指标 {layout=chart}\n\n${CHART}`, "data/observations.csv": data };
    const files = { ...ownTheme(css), ...Object.fromEntries(Object.entries(own).map(([name, text]) => [name, new TextEncoder().encode(text)])) };
    return (await measure(files)).filter(({ code }) => code === "pale-mark").map(({ message }) => /^The (.+) of the chart ".+" have a contrast of (.+) with/.exec(message.en)?.slice(1).join(" ") ?? message.en);
  };
  test("stands out, gridlines and hatching need not", async () => {
    expect(await marks("")).toEqual([]);
    expect(await marks(".chart :is(.chart-grid, .chart-hatch, .chart-axis) { stroke: #EEE; }")).toEqual([]);
  });
  test("is judged by what is painted, whatever makes it pale", async () => {
    expect(await marks(".chart .chart-line { stroke: #C9C9C9; }")).toEqual([expect.stringMatching(/^lines 1\.\d : 1$/)]);
    expect(await marks(".chart .chart-bar { opacity: 0.3; }")).toEqual([expect.stringMatching(/^bars 1\.\d : 1$/)]);
    expect(await marks(".chart .chart-dot { fill: #DDD; stroke: #DDD; }")).toEqual([expect.stringMatching(/^points 1\.\d : 1$/)]);
  });
  test("is judged by what is behind it", async () => {
    expect(await marks(".chart .chart-bar { fill: #F7F4EC; } .slide .stack { background: #0F333A; }")).not.toContainEqual(expect.stringMatching(/^bars/));
    expect(await marks(".slide .stack { background: #4C8A8C; }")).toContainEqual(expect.stringMatching(/^bars 1 : 1$|^bars 1\.\d : 1$/));
  });
});

describe("a page that does not keep to itself", () => {
  /** The real world with another script for the deck. */
  const withScript = (change: (script: string) => string): World => ({
    ...world,
    readToolFile: async (path) => {
      const bytes = await world.readToolFile(path);
      return path === "build/client/deck.js" && bytes !== null ? new TextEncoder().encode(change(new TextDecoder().decode(bytes))) : bytes;
    },
  });
  const found = async (change: (script: string) => string): Promise<string[]> => (await measure({}, withScript(change))).map(({ code, message }) => `${code}: ${message.en}`);

  test("page-request: it asks for a picture", async () => {
    expect(await found((script) => `${script}\n;new Image().src = "logo.png";`)).toContain('page-request: 工作报告.html asks for "https://deck.invalid/logo.png" when it is opened.');
  });
  test("page-error: its script fails, or asks for what its policy forbids", async () => {
    expect(await found((script) => `${script}\n;setTimeout(() => { throw new RangeError("too far"); });`)).toEqual([expect.stringMatching(/^page-error: 工作报告\.html makes the browser complain when it is opened: .*too far/)]);
    expect(await found((script) => `${script}\n;fetch("https://example.org/").catch(() => undefined);`)).toContainEqual(expect.stringMatching(/^page-error: .*Content Security Policy/));
  });
});

test.each([[".", "the sample"], ["docs/guide/town", "every kind of chart and layout of the guide"]])("%s: %s is seen whole, large enough and clear on the stage, on a telephone and upright", async (folder) => {
  const { diagnostics } = await compilePages(join(HOME, folder), [THEMES], world);
  expect(brief(diagnostics.filter(({ severity }) => severity !== "note"))).toEqual([]);
});
