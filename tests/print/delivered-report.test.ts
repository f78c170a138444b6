/** A whole report of 16,000 characters in the notes: the booklet is the report as it was delivered, and notes.pdf breaks its lines where it may. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeOutputs } from "../../src/outputs/write-outputs.ts";
import { createBench, type Bench } from "../support/rendered-sample.ts";
import { compileFolder, HOME, smallProject, withFolder } from "../support/project.ts";
import { readBookmarks, readPieces } from "./booklet-reading.ts";

const linesIn = (name: string): readonly string[] => readFileSync(join(HOME, `tests/print/reports/${name}.txt`), "utf8").trimEnd().split("\n");
const outlineIn = (name: string): readonly [words: string, level: string][] => linesIn(`${name}-outline`).map((row) => row.split("\t") as [string, string]);
const LINES = linesIn("county");
const PROVINCE = linesIn("province");
const SETTINGS = "title: 政府工作报告\norganisation: 岚溪县\nperiod: 2025\nplan: 2026\n";
const squeeze = (text: string): string => text.replaceAll(/\s/gu, "");

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

type Files = Readonly<Record<string, string | null>>;

/** Prints documents of a project and returns their files. */
function print(name: string, files: Files, only: readonly ("booklet" | "notes")[]): Promise<Readonly<Record<string, string>>> {
  return withFolder(smallProject({ "slides/deck.yaml": SETTINGS, "slides/10-part.md": null, ...files }), async (dir) => {
    const { deck, theme, model, read, diagnostics } = await compileFolder(dir);
    if (deck === null || theme === null || model === null || read === null) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"));
    const options = bench.options({ only: [...only], read, model, dir, themes: [join(dir, "themes"), join(HOME, "themes")] });
    const written = await writeOutputs(deck, theme, options, bench.world, bench.report);
    expect(bench.found).toEqual([]);
    return Object.fromEntries(only.map((document) => {
      const file = join(bench.dir, `${name}-${document}.pdf`);
      writeFileSync(file, written.get(`${document}.pdf`)!);
      return [document, file];
    }));
  });
}

/** Printed lines in the order of the text, without the numbers of the pages. */
const linesOf = (file: string): readonly string[] =>
  execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 }).split(/[\n\f]/).map(squeeze).filter((line) => line !== "" && !/^—\d+—$/.test(line));
const slide = (title: string, lines: readonly string[]): string => `## ${title} {layout=quote}\n\n> ${title}\n\n备注：\n${lines.join("\n")}\n\n`;

/** The report as an office divides it: a file for each part, a slide for each heading of the second level. */
function dividedReport(): Files {
  const files: Record<string, string> = {};
  let [part, title, lines]: [string, string, string[]] = ["00-opening", "开场", []];
  const close = (): void => {
    if (lines.length > 0) files[`slides/${part}.md`] = `${files[`slides/${part}.md`] ?? ""}${slide(title, lines)}`;
    lines = [];
  };
  for (const line of LINES) {
    const first = /^　　[一二三四]、(.*)$/u.exec(line)?.[1];
    const second = /^　　（[一二三四五六七]）(.*)$/u.exec(line)?.[1];
    if (first !== undefined || second !== undefined) close();
    if (first !== undefined) {
      part = `${Object.keys(files).length}0-part`.replace("part", `part-${Object.keys(files).length}`);
      files[`slides/${part}.md`] = `# ${first}\n\n`;
    }
    if (first !== undefined || second !== undefined) title = `第${Object.keys(files).length}页`;
    lines.push(line);
  }
  close();
  return files;
}

describe.each<readonly [name: string, files: Files, report: readonly string[], outline: string]>([
  ["of a province on one slide", { "slides/10-text.md": slide("全文", PROVINCE) }, PROVINCE, "province"],
  ["on one slide", { "slides/10-text.md": slide("全文", LINES) }, LINES, "county"],
  ["on one slide, with blank lines and no indents", { "slides/10-text.md": slide("全文", LINES.map((line) => `${line.trim()}\n`)) }, LINES, "county"],
  ["on one slide, a line each and no indents", { "slides/10-text.md": slide("全文", LINES.map((line) => line.trim())) }, LINES, "county"],
  ["from a web page, with hard blanks before every paragraph and in blank lines", { "slides/10-text.md": slide("全文", LINES.flatMap((line) => [line.replace(/^　　/, "\u00A0\u00A0\u00A0\u00A0"), "\u00A0"])) }, LINES, "county"],
  ["divided among files and slides", dividedReport(), LINES, "county"],
])("a report %s", (name, files, report, outline) => {
  const OUTLINE = outlineIn(outline);
  let file = "";
  beforeAll(async () => {
    file = (await print(name, files, ["booklet"])).booklet!;
  });

  test("has every character, in order, and nothing else", () => {
    const [printed, delivered] = [linesOf(file).join(""), squeeze(report.join(""))];
    const at = [...delivered].findIndex((character, index) => printed[index] !== character);
    expect([printed.slice(at, at + 40), printed.length]).toEqual([at === -1 ? "" : delivered.slice(at, at + 40), delivered.length]);
    expect(printed).toBe(delivered);
  });

  test("has every heading once, with its level and its own ordinal", () => {
    const headings = OUTLINE.map(([words, level]) => `${"  ".repeat(Number(level))}${squeeze(words)}`);
    const bookmarks = readBookmarks(file).map((line) => /^ */.exec(line)![0] + squeeze(line).replace(/。$/u, ""));
    expect(bookmarks.map(squeeze)).toEqual(["政府工作报告", ...headings.map(squeeze)]);
    expect(bookmarks.filter((line) => /^ *[一二三四]、/.test(line)).map((line) => /^ */.exec(line)![0].length)).toEqual([2, 2, 2, 2]);
  });

  test("sets the first level in black type and the second in regular script, as GB/T 9704-2012 has it", () => {
    const fonts = readPieces(file).map(({ text, font }) => [squeeze(text), font] as const);
    const fontOf = (start: string): string => fonts.find(([text]) => text.startsWith(start))?.[1] ?? "";
    for (const [words, level] of OUTLINE) {
      const font = fontOf(squeeze(words).slice(0, 6));
      expect(font, words).toMatch(level === "1" ? /NotoSansSC.*Bold$/ : level === "2" ? /LXGWWenKai-Bold$/ : /LXGWWenKai-Regular$/);
    }
  });

  test("begins every paragraph on a line of its own, two characters in", () => {
    const lines = linesOf(file);
    const missing = report.slice(3).map(squeeze).filter((paragraph) => !lines.some((line) => paragraph.startsWith(line) && line.length <= 40));
    expect(missing).toEqual([]);
  });
});

/** An English report of some 16,000 characters: parts, numbered tasks, quotations, dashes, figures, a glossary. */
function englishReport(): readonly string[] {
  const sentences = [
    "Gross domestic product grew by 5.3 percent and reached 2,764.9 billion yuan; per capita disposable income rose in step with it.",
    "We carried out the “two renewals” programme—trade-ins of old equipment and of consumer goods—and gave every county its share.",
    "The share of days with good air quality was 91.4%, up 0.6 percentage points (on a comparable basis).",
    "“Nobody is left behind,” deputies said last year; 43,600 households moved into renovated homes.",
    "Self-reliance in science and technology, high-standard opening-up and well-being moved forward side by side.",
    "Fixed-asset investment increased 4.1%, of which investment in high-tech manufacturing increased 11.4%.",
  ];
  const paragraph = (index: number): string => Array.from({ length: 4 }, (_, at) => sentences[(index * 5 + at * (1 + (index % 3))) % sentences.length]).join(" ");
  const parts = ["I. Review of Our Work in 2025", "II. Requirements and Targets for 2026", "III. Major Tasks for 2026"];
  const text = parts.flatMap((part, index) => [part, paragraph(index), ...Array.from({ length: 5 }, (_, task) => [`${task + 1}. We will ${["expand demand", "foster innovation", "deepen reform", "improve livelihoods", "protect the environment"][task]}`, paragraph(index * 5 + task), paragraph(index + task + 2)]).flat()]);
  return ["Fellow Deputies,", "On behalf of the provincial government, I now present to you the report on the work of the government.", ...text, "Notes on terms", "“Two renewals”: the renewal of equipment and the trade-in of consumer goods.", "Per capita: for each person."];
}

test("an English report has every character, in order, and its own parts and tasks as headings", async () => {
  const report = englishReport();
  expect(report.join(" ").length).toBeGreaterThan(15_000);
  const settings = "title: Report on the Work of the Government\norganisation: Canglan\nperiod: 2025\nplan: 2026\nlang: en\n";
  const { booklet } = await print("english", { "slides/deck.yaml": settings, "slides/10-text.md": `## Text {layout=quote}\n\n> Text\n\nNote:\n${report.join("\n\n")}\n` }, ["booklet"]);
  const printed = linesOf(booklet!).join("");
  const delivered = squeeze(report.join(""));
  expect(printed.slice(printed.indexOf("FellowDeputies"))).toBe(delivered);
  const headings = report.filter((line) => /^(?:[IV]+|\d)\. /.test(line)).map(squeeze);
  expect(readBookmarks(booklet!).map(squeeze).slice(1)).toEqual(headings);
});

test("notes.pdf begins every paragraph on a line of its own and breaks no line at a mark that may not stand there", async () => {
  const quotes = "全面展开“腾笼换鸟”行动。“一户一表”改造惠及2600户。（“四上”企业除外。）实施《清河规划》（2026版）。“谁执法、谁普法”，“应保尽保”。";
  const files = { ...dividedReport(), "slides/95-quotes.md": slide("引号", Array.from({ length: 40 }, (_, index) => `　　${"甲".repeat(index % 20)}${quotes}`)) };
  const { notes } = await print("podium", files, ["notes"]);
  const lines = linesOf(notes!);
  expect(lines.length).toBeGreaterThan(500);
  for (const line of lines) {
    expect(line).not.toMatch(/[“‘（《〈【「『]$/u);
    expect(line).not.toMatch(/^[，。、；：？！”’）》〉】」』…％%]/u);
  }
  for (const paragraph of LINES.map(squeeze)) expect(lines.some((line) => line.length > 1 && paragraph.startsWith(line)), paragraph).toBe(true);
});
