/** luduan import as a user runs it: a document in, a project out that builds, and a folder that is whole whatever happens. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { p, picture, r, writeDocx } from "../support/docx.ts";
import { importDocument } from "../../src/import.ts";
import { readDocument } from "../../src/read/documents/read-document.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, THEMES } from "../support/project.ts";
import { writeWorkbook } from "../support/workbook.ts";
import { isWhole, luduan, makeRoom, removeRoom } from "./luduan.ts";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const COUNTY = join(HOME, "tests/import/texts/county.txt");
let room: string;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => removeRoom(room));

test("a report becomes a project that builds without an error, with ten lines on what was understood", async () => {
  const dir = join(room, "我的 报告");
  const ended = await luduan(["import", COUNTY, dir, "--lang", "zh"]);
  expect(ended, ended.stderr).toMatchObject({ code: 0, stderr: "" });
  const lines = ended.stdout.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(10);
  expect(lines[0]).toBe(`已建立草稿：${dir}`);
  expect(ended.stdout).toContain("一字不差");
  const built = await luduan(["build", dir, "--only", "deck,data"]);
  expect(built.code, built.stderr).toBe(0);
  expect(isWhole(join(dir, "dist"))).toBe(true);
  expect(readFileSync(join(dir, "slides/10-part-1.md"), "utf8")).toContain("{{gdp.growth}}");
});

test.each(["county", "late-town", "fresh-city", "fresh-english"])("the program that users run makes what its sources make: %s", async (name) => {
  const dir = join(room, name);
  const path = join(HOME, `tests/import/texts/${name}.txt`);
  expect((await luduan(["import", path, dir])).code).toBe(0);
  const document = await readDocument(path, readFileSync(path), () => undefined);
  const { files } = await importDocument({ document: document!, dir, themes: [THEMES] }, createWorld({ home: HOME }));
  for (const [file, bytes] of files) expect(readFileSync(join(dir, file), "utf8"), file).toBe(new TextDecoder().decode(bytes));
});

test("without a folder it takes the document's name, in English as well", async () => {
  const document = join(room, "report.txt");
  writeFileSync(document, "一、回顾\n全年地区生产总值148亿元，增长5.6%。\n");
  const ended = await luduan(["import", document, "--lang", "en"], { cwd: room });
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stdout).toContain(`Made a draft: ${join(room, "report")}`);
  expect(existsSync(join(room, "report/slides/deck.yaml"))).toBe(true);
});

test("a folder that holds anything is left as it is", async () => {
  const dir = join(room, "taken");
  mkdirSync(dir);
  writeFileSync(join(dir, "own.txt"), "mine");
  const ended = await luduan(["import", COUNTY, dir]);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("folder-not-empty");
  expect(readdirSync(dir)).toEqual(["own.txt"]);
});

test("what cannot be imported is told, and nothing is written", async () => {
  const empty = join(room, "empty.txt");
  writeFileSync(empty, " \n");
  const target = join(room, "never");
  expect(await luduan(["import"])).toMatchObject({ code: 2, stderr: expect.stringContaining("missing-document") as string });
  expect(await luduan(["import", join(room, "none.docx"), target])).toMatchObject({ code: 2, stderr: expect.stringContaining("missing-document") as string });
  expect(await luduan(["import", empty, target])).toMatchObject({ code: 1, stderr: expect.stringContaining("unreadable-document") as string });
  expect(await luduan(["import", COUNTY, target, join(room, "too-many")])).toMatchObject({ code: 2, stderr: expect.stringContaining("too-many-folders") as string });
  expect(existsSync(target)).toBe(false);
});

test("--into brings a project up to date, says what it changed, and leaves the rest of the folder alone", async () => {
  const dir = join(room, "into");
  expect((await luduan(["import", COUNTY, dir])).code).toBe(0);
  const mine = "## 自己的页面 {layout=picture}\n\n手写的话\n\n备注：\n自己写的讲稿。\n";
  writeFileSync(join(dir, "slides/50-own.md"), mine);
  writeFileSync(join(dir, "slides/note.txt"), "kept");
  const next = join(room, "新稿.txt");
  writeFileSync(next, readFileSync(COUNTY, "utf8").replaceAll("486.3", "490.1").replace("一是推进强链延链。", "一是推进强链补链。"));
  const ended = await luduan(["import", next, "--into", dir, "--lang", "zh"]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stdout).toContain("改写 1 段，新增 0 段，删去 0 段；自己写的 1 段保留");
  expect(ended.stdout).toMatch(/observations\.csv gdp 2025: gdp,2025,486\.3.* → gdp,2025,490\.1/);
  expect(readFileSync(join(dir, "slides/50-own.md"), "utf8")).toBe(mine);
  expect(readFileSync(join(dir, "slides/note.txt"), "utf8")).toBe("kept");
  expect(readFileSync(join(dir, "slides/20-part-3.md"), "utf8")).toContain("一是推进强链补链。");
  expect(readFileSync(join(dir, "导入核对.json"), "utf8")).toContain("490.1");
  expect((await luduan(["check", dir])).code).toBe(0);
  expect((await luduan(["import", next, dir, "--into", dir])).code).toBe(2);
});

test("--data fills the tables with a bureau's figures, and tells where they contradict the text", async () => {
  const document = join(room, "云溪.docx");
  writeFileSync(document, writeDocx({ body: p("云溪县2026年政府工作报告") + p("一、2025年工作回顾") + p("<w:r/>") + p(`${r("全年地区生产总值286.4亿元，增长6.3%。")}${picture("p1", "新桥")}`) + p("乙县地区生产总值312亿元，增长5.8%。"), media: { p1: { name: "a.png", bytes: PNG } } }));
  const workbook = join(room, "指标.xlsx");
  const rows = [["指标", "单位", "2025年", null], [null, null, "绝对数", "增长%"], ["地区生产总值", "亿元", 286.4, 6.1], ["工业用电量", "亿千瓦时", 12.5, 4], ["其中：规上", "亿千瓦时", 9, 5]];
  writeFileSync(workbook, writeWorkbook({ sheets: { 综合: { rows, merges: ["A1:A2", "B1:B2", "C1:D1"] } } }));
  const dir = join(room, "with-data");
  const ended = await luduan(["import", document, dir, "--data", workbook, "--lang", "zh"]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stderr).toMatch(/data-contradicts-text[\s\S]*综合!D3[\s\S]*6\.1%[\s\S]*6\.3%/);
  const observations = readFileSync(join(dir, "data/observations.csv"), "utf8");
  expect(observations).toMatch(/^gdp,2025,286\.4,6\.1%/m);
  expect(observations).toMatch(/^i\d+,2025,12\.5,4%/m);
  expect(observations).not.toContain(",9,");
  expect(readdirSync(join(dir, "images"))).toEqual(["image1.png"]);
  expect(readFileSync(join(dir, "导入核对.html"), "utf8")).toContain("随附的指标表");
  expect((await luduan(["check", dir])).code).toBe(0);
  const ours = join(room, "观测.xlsx");
  writeFileSync(ours, writeWorkbook({ sheets: { indicators: { rows: [["id", "name", "unit", "kind"], ["gdp", "地区生产总值", "亿元", "flow"]] }, observations: { rows: [["indicator", "period", "area", "value", "growth", "rank"], ["gdp", "2025", null, "286.4", "6.3%", "2"], ["gdp", "2025", "乙县", "301.2", "5.8%", "1"]] } } }));
  const ranked = await luduan(["import", document, join(room, "ranked"), "--data", ours, "--lang", "zh"]);
  expect(ranked.code, ranked.stderr).toBe(0);
  expect(ranked.stderr).toMatch(/观测\.xlsx[\s\S]*data-contradicts-text[\s\S]*“乙县地区生产总值”在表里是 301\.2亿元[\s\S]*第 4 段[\s\S]*“312亿元”/);
  expect(readFileSync(join(room, "ranked/data/observations.csv"), "utf8")).toMatch(/^gdp,2025,,286\.4,6\.3%,,2,.*\ngdp,2025,乙县,301\.2,5\.8%,,1,/m);
  expect((await luduan(["check", join(room, "ranked")])).code).toBe(0);
  expect(await luduan(["import", document, join(room, "never"), "--data", join(room, "none.xlsx")])).toMatchObject({ code: 2, stderr: expect.stringContaining("missing-document") as string });
  expect(await luduan(["import", document, join(room, "never"), "--data", document])).toMatchObject({ code: 1, stderr: expect.stringContaining("unreadable-workbook") as string });
  const other = join(room, "通讯录.xlsx");
  writeFileSync(other, writeWorkbook({ sheets: { 人员: { rows: [["姓名", "电话"], ["甲", "1"]] } } }));
  expect(await luduan(["import", document, join(room, "other-data"), "--data", other])).toMatchObject({ code: 0, stderr: expect.stringContaining("data-without-figures") as string });
  expect(existsSync(join(room, "never"))).toBe(false);
});
