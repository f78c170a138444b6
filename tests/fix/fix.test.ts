/** luduan check --fix: what it writes, what it leaves, and that it loses no file. */
import { chmodSync, linkSync, lstatSync, readdirSync, renameSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { HEAD } from "../check/wordings.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { WorldError, type World } from "../../src/world/world.ts";
import { HOME, smallProject, withFolder } from "../support/project.ts";
import { editsOf, mend } from "./fixing.ts";

const SLIDES = "slides/10-part.md";
const part = (text: string): Readonly<Record<string, string>> => ({ [SLIDES]: `${HEAD}${text}\n` });

describe("mends", () => {
  it.each<readonly [before: string, after: string]>([
    ["指导, 全面完成,同比", "指导，全面完成，同比"],
    ["国际慢城 **“两大平台”**", "国际慢城**“两大平台”**"],
    ["抓好“六稳”、“六保”", "抓好“六稳”“六保”"],
    ["持续攀升。。再创新高", "持续攀升。再创新高"],
    ["甲,,乙", "甲，乙"],
    ["二零二二年", "二〇二二年"],
    ["增长８．５％、５~８%", "增长8.5%、5%~8%"],
    ["资金2~5亿元，148 亿元，8 %", "资金2亿~5亿元，148亿元，8%"],
    ["在全国百强镇中位列60位", "在全国百强镇中位列第60位"],
    ["对标二○三五年，回顾二◯二五年", "对标二〇三五年，回顾二〇二五年"],
    ["全年完成总产值 41.26 亿元，增长 7%，见表 3，建成 3 个片区", "全年完成总产值41.26亿元，增长7%，见表 3，建成3个片区"],
    ["甲&comma;乙", "甲，乙"],
    ["完成{{gdp}},同比", "完成{{gdp}}，同比"],
  ])("%s", async (before, after) => {
    await mend(part(before), async ({ result, text }, again) => {
      expect(text(SLIDES)).toBe(`${HEAD}${after}\n`);
      expect(result.diagnostics).toEqual([]);
      expect((await again()).edits).toEqual([]);
      expect(text(SLIDES)).toBe(`${HEAD}${after}\n`);
    });
  });
});

describe("leaves to the author", () => {
  it.each([
    ["2O22年", "N02"], ["二O二二年", "N01"], ["甲&#44;乙", "P01"], ["21年12月", "N13"], ["约8%左右", "N04"], ["降低1倍", "N10"], ["以“清零为导向", "P02"], ["持续攀升。。。再创", "P05"], ["增长到8%", "N07"],
  ])("%s", async (text, rule) => {
    await mend(part(text), ({ result, text: read }) => {
      expect(result.edits).toEqual([]);
      expect(result.diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
      expect(read(SLIDES)).toBe(`${HEAD}${text}\n`);
    });
  });

  it("what is excepted", async () => {
    await mend(part("<!-- check-ignore P01: 原文如此 -->\n甲,乙"), ({ result, text }) => {
      expect(result.edits).toEqual([]);
      expect(text(SLIDES)).toContain("甲,乙");
    });
  });
});

it("mends all files, each in its own words", async () => {
  const files = {
    ...part("甲,乙"),
    "slides/deck.yaml": 'title: "工作,报告"\norganisation: 测试镇\nperiod: 2021\n',
    "data/projects.csv": "name,section,status\n\"甲,乙\",生态,启动\n",
    "data/terms.csv": "wording,kind,since,source\n甪直古镇|角直古镇,place,2021,报告\n区委|区政府,order,2021,报告\n",
    "slides/20-more.md": "## 区政府、区委\n\n- 角直古镇 {.step}\n",
  };
  await mend(files, ({ result, text }) => {
    expect(editsOf(result)).toEqual(["P01 , → ，", "P01 , → ，", "T02 区政府、区委 → 区委、区政府", "T04 角直古镇 → 甪直古镇", "P01 , → ，"]);
    expect(text("slides/deck.yaml")).toContain('title: "工作，报告"\n');
    expect(text("data/projects.csv")).toContain('"甲，乙",生态');
    expect(text("slides/20-more.md")).toBe("## 区委、区政府\n\n- 甪直古镇 {.step}\n");
    expect(result.edits.map(({ span }) => `${span.file}:${span.line}:${span.column}`)).toEqual(["data/projects.csv:2:3", "slides/10-part.md:8:2", "slides/20-more.md:1:4", "slides/20-more.md:3:3", "slides/deck.yaml:1:11"]);
  });
});

describe("never changes what is meant", () => {
  const ORDER = { "data/terms.csv": "wording,kind,since,source\n区委|区政府|镇党委,order,2021,报告\n" };
  it.each([
    "区政府、区委组织部联合发文", "区政府、区委办公室印发", "区政府、区委宣传部和镇党委", "区政府和区委书记出席",
    "附件 1 项目清单", "表 3 人口情况", "图 2 户籍分布", "2 项目建设", "第 3 人民医院、2 名城建设", "完成 3 个人信息采集",
    "联系人：张明 电话：0512—65000000，地址：甪直镇 晓市路", "单位：亿元 数据来源：统计公报", "撸起袖子 加油干！", "“山水相依 田园相伴”名声更响，叫响“春来看花 秋来品果 冬来泡汤”品牌。", "《水乡之歌 第二乐章》，“绿水青山 金山银山”。", "凝心聚力，真抓实干 奋力谱写新篇章！",
  ])("%s", async (text) => {
    await mend({ ...part(text), ...ORDER }, ({ result, text: read }) => {
      expect(result.edits).toEqual([]);
      expect(result.diagnostics).toEqual([]);
      expect(read(SLIDES)).toBe(`${HEAD}${text}\n`);
    });
  });

  it("nor the number of a heading", async () => {
    await mend({ ...part("甲。"), "slides/20-more.md": "## 2 项目建设\n\n- 甲\n\n## 1 名城建设\n\n- 乙\n" }, ({ result }) => expect([result.edits, result.diagnostics]).toEqual([[], []]));
  });

  it("where more than the members would change places, the order is told and left", async () => {
    await mend({ ...part("自治区政府、区委部署，区政府、区委书面答复"), ...ORDER }, ({ result }) => {
      expect(result.edits).toEqual([]);
      expect(result.diagnostics.map(({ rule }) => rule)).toEqual(["T02", "T02"]);
    });
    await mend({ ...part("在区政府、区委和镇党委的领导下，由区政府、区委统一部署"), ...ORDER }, ({ text }) => {
      expect(text(SLIDES)).toBe(`${HEAD}在区委、区政府和镇党委的领导下，由区委、区政府统一部署\n`);
    });
  });

  it("but still closes up units", async () => {
    await mend(part("完成 12 个项目、3 项任务，培训 30 人次，3 月份投资 148 亿元，到 2021 年度末"), ({ text }) => {
      expect(text(SLIDES)).toBe(`${HEAD}完成12个项目、3项任务，培训30人次，3月份投资148亿元，到2021年度末\n`);
    });
  });
});

describe("keeps encoding, byte order mark and line ends", () => {
  const before = `\uFEFF${HEAD}甲,乙 𠮷,丙\n`.replaceAll("\n", "\r\n");
  const after = before.replaceAll(",", "，");
  it("UTF-8 with a mark", () => mend({ [SLIDES]: before }, ({ text }) => expect(text(SLIDES)).toBe(after)));
  it("without CR LF and mark", () => mend({ [SLIDES]: before.slice(1).replaceAll("\r\n", "\r") }, ({ text }) => expect(text(SLIDES)).toBe(after.slice(1).replaceAll("\r\n", "\r"))));
  it.each(["le", "be"])("UTF-16 %s", async (order) => {
    const encode = (text: string): Buffer => (order === "le" ? Buffer.from(text, "utf16le") : Buffer.from(text, "utf16le").swap16());
    await mend({ [SLIDES]: encode(before) }, ({ bytes }) => expect(bytes(SLIDES)).toEqual(encode(after)));
  });

  /** Codes of two and of four bytes; an astral character has four. */
  const CODES: Readonly<Record<string, string>> = { 甲: "bcd7", 乙: "d2d2", 丙: "b1fb", 生: "c9fa", 态: "ccac", 启: "c6f4", 动: "b6af", "，": "a3ac", 㙍: "8230ab33", 𠮷: "9534b235" };
  const gb = (name: string): Buffer =>
    Buffer.concat([...`name,section,status\r\n"${name}",生态,启动\r\n`].map((character) => (character < "\x80" ? Buffer.from(character) : Buffer.from(CODES[character]!, "hex"))));
  it("GB 18030", async () => {
    await mend({ "data/projects.csv": gb("㙍甲𠮷,乙,丙") }, ({ bytes, result }) => {
      expect(editsOf(result)).toEqual(["P01 , → ，", "P01 , → ，"]);
      expect(bytes("data/projects.csv")).toEqual(gb("㙍甲𠮷，乙，丙"));
    });
  });

  test("GB 18030 that has no short code for a character is left alone: unwritable-character", async () => {
    const files = { "data/projects.csv": gb("甲乙丙生"), "data/terms.csv": "wording,kind,since,source\n甲㙍丙生|甲乙丙生,place,2021,报告\n" };
    await mend(files, ({ bytes, result }) => {
      expect(result.edits).toEqual([]);
      expect(result.diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([["unwritable-character", "data/projects.csv"], ["near-place", "data/projects.csv"]]);
      expect(bytes("data/projects.csv")).toEqual(gb("甲乙丙生"));
    });
  });
});

describe("never loses a file", () => {
  it("keeps permissions and links, and leaves nothing beside", async () => {
    const prepare = (dir: string): void => {
      renameSync(join(dir, SLIDES), join(dir, "part.md"));
      chmodSync(join(dir, "part.md"), 0o640);
      symlinkSync("../part.md", join(dir, SLIDES));
    };
    await mend(part("甲,乙"), ({ text, dir }) => {
      expect(text("part.md")).toBe(`${HEAD}甲，乙\n`);
      expect(lstatSync(join(dir, SLIDES)).isSymbolicLink()).toBe(true);
      expect(statSync(join(dir, "part.md")).mode & 0o777).toBe(0o640);
    }, { prepare });
  });

  it("a disk that is full leaves every file as it was", async () => {
    const full = (world: World): World => ({ ...world, replaceFile: (path) => Promise.reject(new WorldError("disk-full", path, "ENOSPC")) });
    await mend(part("甲,乙"), ({ result, text }) => {
      expect(result.edits).toEqual([]);
      expect(result.diagnostics.map(({ code }) => code)).toEqual(["disk-full", "half-width-mark"]);
      expect(text(SLIDES)).toBe(`${HEAD}甲,乙\n`);
    }, { world: full });
  });

  it.each<readonly [name: string, prepare: (path: string) => void]>([
    ["read-only", (path) => chmodSync(path, 0o444)],
    ["under two names", (path) => linkSync(path, `${path}.other`)],
  ])("a file that is %s is left as it is, and others are mended", async (_name, change) => {
    const files = { ...part("甲,乙"), "data/projects.csv": "name,section,status\n\"甲,乙\",生态,启动\n" };
    await mend(files, ({ result, text }) => {
      expect(result.diagnostics.map(({ code }) => code)).toEqual(["unwritable-output", "half-width-mark"]);
      expect(text(SLIDES)).toBe(`${HEAD}甲,乙\n`);
      expect(editsOf(result)).toEqual(["P01 , → ，"]);
      expect(text("data/projects.csv")).toContain("甲，乙");
    }, { prepare: (dir) => change(join(dir, SLIDES)) });
  });

  it("what cannot be renamed over leaves nothing beside it", async () => {
    await withFolder(smallProject({}), async (dir) => {
      const world = createWorld({ home: HOME });
      await expect(world.replaceFile(join(dir, "slides"), Buffer.from("甲"), dir)).rejects.toMatchObject({ kind: "unwritable-output" });
      expect(readdirSync(dir).toSorted()).toEqual(["data", "slides"]);
      await world.replaceFile(join(dir, "slides/new.md"), Buffer.from("甲"), dir);
      expect(readdirSync(join(dir, "slides")).toSorted()).toEqual(["10-part.md", "deck.yaml", "new.md"]);
    });
  });
});
