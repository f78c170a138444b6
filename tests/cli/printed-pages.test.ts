/** The sheets that a comparison names are the ones on which poppler finds the changed words. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Change } from "../../src/diff/changes.ts";
import type { Edition } from "../../src/diff/edition.ts";
import type { PrintedPages } from "../../src/model/printed-pages.ts";
import { HOME } from "../support/project.ts";
import { pagesOf } from "../print/handouts/read-pdf.ts";
import { isWhole, luduan, makeRoom, removeRoom, writeProject } from "./luduan.ts";

// Whole builds, on a machine that may be running others.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const DOCUMENTS = ["slides", "notes", "booklet", "handout-2", "handout-3", "handout-6"] as const;
const PRINTED = ["--only", [...DOCUMENTS, "data"].join(",")];

/** More than a page of notes.pdf. */
const LONG = Array.from({ length: 24 }, (_, index) => `这是第${index + 1}段，讲一讲全镇上下同心协力、攻坚克难取得的成绩，也讲一讲存在的困难和问题，请各位代表审议。`).join("\n\n");
const slides = ({ goes = "稳中有进", opening = "先看", title = "重点建设" } = {}): string => `# 工作回顾

## 主要指标 {#figures}

- ${goes}

备注：
${opening}税收收入{{tax}}，见[重点项目](#board)。

${LONG}

- 地区生产总值{{gdp}}
- 其他从略

最后一句收尾的话。

## 产值达到{{output}} {#产值}

- 继续增长

备注：
一句话带过。

## 人均收入 {#income}

- 人均收入{{income}}

备注：
请看页面。

## ${title} {#board}

\`\`\`projects
\`\`\`

备注：
项目见页面。
`;
const FILES = (gdp: string, tax: string, output: string, income: string, status: string, taxName = "税收收入"): Readonly<Record<string, string>> => ({
  "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\nstatus: draft\n",
  "data/indicators.csv": `id,name,unit,kind\ngdp,地区生产总值,亿元,flow\ntax,${taxName},亿元,flow\noutput,工业总产值,亿元,flow\nincome,人均收入,元,flow\n`,
  "data/observations.csv": `indicator,period,value\ngdp,2021,${gdp}\ntax,2021,${tax}\noutput,2021,${output}\nincome,2021,${income}\n`,
  "data/projects.csv": `name,section,status\n东港花园,安置房,${status}\n`,
});

let room: string;
beforeAll(async () => {
  room = makeRoom();
  writeProject(join(room, "旧"), { ...FILES("1482", "61.25", "2883", "41807", "建设"), "slides/10-part.md": slides() });
  writeProject(join(room, "新"), { ...FILES("1497", "63.75", "2996", "43129", "交付", "全部税收"), "slides/10-part.md": slides({ goes: "稳中向好", opening: "首先看", title: "重大项目" }) });
  for (const name of ["旧", "新"]) expect(await luduan(["build", name, ...PRINTED], { cwd: room })).toMatchObject({ code: 0 });
});
afterAll(() => removeRoom(room));

const fileOf = (build: string, document: string): string => join(room, build, "dist", `${document}.pdf`);

/** Pages of each document on which poppler finds the words; documents without the words are left out. */
function found(build: string, words: string): Readonly<Record<string, readonly number[]>> {
  const all = DOCUMENTS.map((document) => [document, pagesOf(fileOf(build, document)).flatMap((page, index) => (page.replaceAll(/\s+/g, "").includes(words) ? [index + 1] : []))] as const);
  return Object.fromEntries(all.filter(([, pages]) => pages.length > 0));
}

async function changesOf(before: string, after: string): Promise<readonly Change[]> {
  return (JSON.parse((await luduan(["diff", before, after, "--json"], { cwd: room })).stdout) as { changes: readonly Change[] }).changes;
}

/** What a change reports, in the form of `found`. */
function told(change: Change | undefined, edition: "before" | "after" = "after"): Readonly<Record<string, readonly number[]>> {
  if (change === undefined || !("printed" in change) || change.printed === null) return {};
  expect(change.printed.edition).toBe(edition);
  return Object.fromEntries(change.printed.sheets.map(({ document, pages }) => [document, pages]));
}

const figure = (changes: readonly Change[], key: string): Change | undefined => changes.find((change) => change.type === "figure" && change.key === key);
const wording = (changes: readonly Change[], words: string): Change | undefined => changes.find((change) => change.type === "wording" && change.parts.some(({ text }) => text.includes(words)));

describe("two builds", () => {
  test("figures, wherever they stand: late in long notes, early in them, in a title, on a slide; a name with its figures", async () => {
    const changes = await changesOf("旧/dist", "新/dist");
    const [late, early] = [found("新", "1497亿元"), found("新", "63.75亿元")];
    expect(Object.keys(late)).toEqual(["notes", "booklet", "handout-2"]);
    expect(late.notes).not.toEqual(early.notes);
    expect(told(figure(changes, "gdp.value@2021"))).toEqual(late);
    expect(told(figure(changes, "tax.value@2021"))).toEqual(early);
    expect(told(figure(changes, "tax.name"))).toEqual(early);
    const [title, shown] = [found("新", "2996亿元"), found("新", "43129元")];
    expect(Object.keys(title)).toEqual(DOCUMENTS);
    expect(told(figure(changes, "output.value@2021"))).toEqual(title);
    expect(Object.keys(shown)).toEqual(DOCUMENTS.filter((name) => name !== "booklet"));
    expect(told(figure(changes, "income.value@2021"))).toEqual(shown);
  });

  test("projects and wording: of slides, of their titles, and of notes from their first page to their last", async () => {
    const changes = await changesOf("旧/dist", "新/dist");
    expect(told(changes.find(({ type }) => type === "project"))).toEqual(found("新", "东港花园"));
    expect(told(wording(changes, "向好"))).toEqual(found("新", "稳中向好"));
    expect(told(wording(changes, "重大"))).toEqual(found("新", "重大项目"));
    const [first, last] = [found("新", "首先看"), found("新", "最后一句收尾的话")];
    const through = Object.keys(first).map((document) => {
      const [from = 0, to = 0] = [first[document]?.[0], last[document]?.[0]];
      return [document, Array.from({ length: to - from + 1 }, (_, index) => from + index)];
    });
    expect(Math.min(...through.map(([, pages]) => pages?.length ?? 0))).toBeGreaterThan(1);
    expect(told(changes.find(({ type }) => type === "notes"))).toEqual(Object.fromEntries(through));
  });

  test("the terminal and the sheets say it", async () => {
    const { notes, booklet, "handout-2": handout } = found("新", "1497亿元");
    const zh = `印在：讲稿本第${notes}页；报告文本第${booklet}页；讲义（两张）第${handout}页`;
    for (const name of ["表.html", "表.pdf"]) {
      const ended = await luduan(["diff", "旧/dist", "新/dist", "--lang", "zh", "--out", name], { cwd: room });
      expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining(`1482亿元 → 1497亿元\n    第2页（主要指标）讲稿\n    ${zh}\n`) });
    }
    const sheet = readFileSync(join(room, "表.html"), "utf8").replaceAll(/<[^>]*>|\s+/g, "");
    expect(sheet).toContain(`第2页（主要指标）讲稿${zh}`);
    expect(execFileSync("pdftotext", [join(room, "表.pdf"), "-"], { encoding: "utf8" }).replaceAll(/\s+/g, "")).toContain(`讲稿本第${notes}页`);
    const en = await luduan(["diff", "旧/dist", "新/dist"], { cwd: room });
    expect(en.stdout).toContain(`    printed: notes p. ${notes}; booklet p. ${booklet}; handout-2 p. ${handout}\n`);
    expect(en.stdout).toMatch(/the notes changed .*\n {4}printed: notes pp\. \d+–\d+; booklet/);
  });

  test("private notes stay out of the file, and the manifest covers it", () => {
    expect(readFileSync(join(room, "新/dist/internal/pages.json"), "utf8")).not.toMatch(/首先看|税收收入|收尾/);
    expect(isWhole(join(room, "新/dist"))).toBe(true);
  });
});

describe("where only one side was printed, or none", () => {
  test("a build with a folder: the sheets of the old one", async () => {
    const changes = await changesOf("旧/dist", "新");
    expect(told(figure(changes, "gdp.value@2021"), "before")).toEqual(found("旧", "1482亿元"));
    expect(told(figure(changes, "output.value@2021"), "before")).toEqual(found("旧", "2883亿元"));
    expect(told(changes.find(({ type }) => type === "notes"), "before")).toHaveProperty("notes");
    expect((await luduan(["diff", "旧/dist", "新"], { cwd: room })).stdout).toContain("printed before: notes p. ");
  });

  test("a figure that is gone stood on sheets of the old one", async () => {
    const observations = "indicator,period,value\ntax,2021,63.75\noutput,2021,2996\nincome,2021,43129\n";
    writeProject(join(room, "去"), { ...FILES("", "", "", "", "交付"), "data/observations.csv": observations, "slides/10-part.md": slides().replace("- 地区生产总值{{gdp}}\n", "") });
    expect(await luduan(["build", "去", ...PRINTED], { cwd: room })).toMatchObject({ code: 0 });
    expect(told(figure(await changesOf("旧/dist", "去/dist"), "gdp.value@2021"), "before")).toEqual(found("旧", "1482亿元"));
  });

  test("documents of this build alone are told; without any, and where the file is damaged, none", async () => {
    const build = async (out: string, ...only: readonly string[]): Promise<void> => expect(await luduan(["build", "新", "--out", out, "--only", only.join(",")], { cwd: room })).toMatchObject({ code: 0 });
    await build("只讲稿", "notes", "data");
    expect(Object.keys(told(figure(await changesOf("旧", "只讲稿"), "gdp.value@2021")))).toEqual(["notes"]);
    await build("只讲稿", "data");
    expect(existsSync(join(room, "只讲稿/internal/pages.json"))).toBe(false);
    cpSync(join(room, "新/dist"), join(room, "坏"), { recursive: true });
    const whole = readFileSync(join(room, "坏/internal/pages.json"), "utf8");
    for (const text of ["{", "{}", whole.replace('"form":1', '"form":2'), '{"form":1,"documents":[{"name":"notes","slides":[{"id":"figures"}]}]}']) {
      writeFileSync(join(room, "坏/internal/pages.json"), text);
      expect(figure(await changesOf("旧", "坏"), "gdp.value@2021")).toMatchObject({ after: "1497亿元", printed: null });
    }
    expect(figure(await changesOf("旧", "只讲稿"), "gdp.value@2021")).toMatchObject({ after: "1497亿元", printed: null });
    expect((await luduan(["diff", "旧", "新"], { cwd: room })).stdout).not.toContain("printed");
  });
});

test("with --steps the pages of slides.pdf are those of the slide's steps", async () => {
  const words = "# 回顾\n\n## 第一张 {#one}\n\n- 甲 {.step}\n- 乙 {.step}\n\n## 第二张 {#two}\n\n- 人均收入{{income}}\n";
  writeProject(join(room, "步"), { ...FILES("1497", "63.75", "2996", "43129", "交付"), "slides/10-part.md": words });
  expect(await luduan(["build", "步", "--steps", "--only", "slides,data"], { cwd: room })).toMatchObject({ code: 0 });
  const printed = pagesOf(join(room, "步/dist/slides.pdf"));
  const [one, two] = ["第一张", "第二张"].map((title) => printed.flatMap((page, index) => (page.includes(title) ? [index + 1] : [])));
  expect([one?.length, two?.length]).toEqual([3, 1]);
  expect(JSON.parse(readFileSync(join(room, "步/dist/internal/pages.json"), "utf8"))).toMatchObject({ documents: [{ name: "slides", slides: [{ slide: [1] }, { id: "one", slide: one }, { id: "two", slide: two }] }] });
});

test("the sample: every slide, its notes and every bound figure in them, on pages where poppler finds them", async () => {
  const out = join(room, "甪直");
  expect(await luduan(["build", HOME, "--out", out, ...PRINTED], { cwd: room })).toMatchObject({ code: 0 });
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(out, name), "utf8")) as T;
  const [edition, { documents }] = [read<Edition>("data/edition.json"), read<PrintedPages>("internal/pages.json")];
  const texts = new Map(edition.figures.map(({ key, text }) => [key, text]));
  expect(documents.map(({ name }) => name).toSorted()).toEqual(DOCUMENTS.toSorted());
  for (const { name, slides: printed } of documents) {
    const pages = pagesOf(join(out, `${name}.pdf`), "drawing").map((page) => page.replaceAll(/\s+/g, ""));
    const isOn = (numbers: readonly number[], words: string): boolean => numbers.some((page) => pages[page - 1]?.includes(words.replaceAll(/\s+/g, "")) === true);
    for (const { id, slide, notes, figures } of printed) {
      const about = edition.slides.find((one) => one.id === id);
      if (name !== "booklet") expect([name, id, isOn(slide, about?.title ?? "")]).toEqual([name, id, true]);
      if (name === "notes" || name === "booklet" || name === "handout-2") expect([name, id, notes.length > 0]).toEqual([name, id, true]);
      for (const { key, pages: own } of figures) expect([name, key, isOn(own, texts.get(key) ?? key)]).toEqual([name, key, true]);
    }
    expect(printed.map(({ id }) => id)).toEqual(edition.slides.map(({ id }) => id));
  }
});
