/** luduan check --pptx as an office uses it: a presentation that was built, edited elsewhere, and held against its source. */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unzipSync, zipSync, type Zippable } from "fflate";
import { replaceWords, resave, type PackageFiles } from "../office/resave.ts";
import { diagnosticsOf, luduan, makeRoom, removeRoom, writeProject, type Ended } from "./luduan.ts";

const FILES = {
  "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\nretail,社会消费品零售总额,亿元,flow\n",
  "data/observations.csv": "indicator,period,value,growth\ngdp,2021,148,11.6%\nretail,2021,31.2,近9%\n",
  "data/targets.csv": "indicator,period,target\ngdp,2022,增长8%左右\n",
  "slides/10-part.md":
    "# 工作回顾\n\n## 主要指标 {layout=figures}\n\n```figures\ncards: [gdp, retail]\n```\n\n备注：\n全年完成{{gdp.name}}{{gdp}}。\n\n## 增速\n\n```chart\ntype: growth\nindicators: [gdp, retail]\n```\n\n" +
    "## 重点工作\n\n- 修桥 {.step}\n- 种树 {.step}\n\n## 支出\n\n| 项目 | 万元 |\n|---|---|\n| 道路 | 120 |\n| 学校 | 85 |\n",
  "slides/20-plan.md": "# 工作安排\n\n## 主要目标 {layout=figures}\n\n```targets\nindicators: [gdp]\n```\n",
};

let room: string;
let project: string;
let built: PackageFiles;
beforeAll(async () => {
  room = makeRoom();
  project = writeProject(join(room, "镇"), FILES);
  const ended = await luduan(["build", project, "--out", join(room, "out"), "--only", "pptx"]);
  expect(ended.code, ended.stderr).toBe(0);
  built = unzipSync(readFileSync(join(room, "out", readdirSync(join(room, "out")).find((name) => name.endsWith(".pptx"))!)));
}, 60_000);
afterAll(() => removeRoom(room));

function check(path: string, ...more: readonly string[]): Promise<Ended> {
  return luduan(["check", project, "--pptx", path, ...more], { cwd: room });
}

function write(name: string, bytes: PackageFiles | Uint8Array): string {
  const path = join(room, name);
  writeFileSync(path, bytes instanceof Uint8Array ? bytes : zipSync(bytes as Zippable));
  return path;
}

test("a file that was only saved again has no difference", async () => {
  const ended = await check(write("另存.pptx", resave(built)), "--json");
  expect(ended.code, ended.stderr).toBe(0);
  expect(diagnosticsOf(ended).filter(({ code }) => code.startsWith("pptx-"))).toEqual([]);
});

test("each edit is told with its slide, its shape and its place in the source, in both languages", async () => {
  const edits = [["148 亿元", "149 亿元"], ["地区生产总值148亿元", "地区生产总值149亿元"], ["增长 8% 左右", "增长 9% 左右"], ["修桥", "修两座桥"], ["学校", "学校和医院"], ["社会消费品零售总额", "零售总额"]] as const;
  const path = write("改过的.pptx", resave(edits.reduce((files, [before, after]) => replaceWords(files, before, after), built)));
  const json = await check(path, "--json", "--lang", "en");
  expect(json.code, json.stderr).toBe(0);
  const told = diagnosticsOf(json).filter(({ code }) => code === "pptx-differs");
  expect(told.map(({ file, line, message }) => `${file}:${line} ${message.replace("of the presentation ", "").replace(/ where the source has (".*")\.$/, " for $1")}`)).toEqual([
    'data/observations.csv:2 Slide 2 (地区生产总值) has "149 亿元" for "148 亿元"',
    'data/observations.csv:2 Slide 2 (notes) has "全年完成地区生产总值149亿元。" for "全年完成地区生产总值148亿元。"',
    'data/targets.csv:2 Slide 7 (地区生产总值) has "增长 9% 左右" for "增长 8% 左右"',
    'slides/10-part.md:3 Slide 2 (社会消费品零售总额) has "零售总额" for "社会消费品零售总额"',
    'slides/10-part.md:12 Slide 3 (2021年主要指标同比增长) has "零售总额：近9%" for "社会消费品零售总额：近9%"',
    'slides/10-part.md:19 Slide 4 (修桥) has "修两座桥" for "修桥"',
    'slides/10-part.md:24 Slide 5 (支出) has "学校和医院" for "学校"',
  ]);
  const text = await check(path, "--lang", "zh");
  expect(text.code).toBe(0);
  expect(text.stderr).toContain("data/observations.csv:2:1 警告 pptx-differs\n  演示第 2 页（地区生产总值）是“149 亿元”，原文是“148 亿元”。\n");
  expect(text.stderr).toContain("演示第 2 页（备注）是“全年完成地区生产总值149亿元。”");
  expect(text.stderr).toContain("7 个警告");
});

test("a file that is absent, protected or enormous is told in a sentence", async () => {
  const large = write("大.pptx", new Uint8Array(0));
  truncateSync(large, 600 * 2 ** 20);
  const container = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.alloc(508), ...Buffer.from("EncryptedPackage", "utf16le")]);
  const [absent, locked, enormous] = [await check(join(room, "无.pptx"), "--lang", "zh"), await check(write("密.pptx", container), "--lang", "zh"), await check(large, "--lang", "en")];
  expect(absent).toMatchObject({ code: 2, stderr: expect.stringContaining("没有“无.pptx”这个文件。") as string });
  expect(locked).toMatchObject({ code: 2, stderr: expect.stringContaining("“密.pptx”读不了：设了打开密码。") as string });
  expect(enormous).toMatchObject({ code: 1, stderr: expect.stringContaining("This file has more than 512 MB") as string });
});
