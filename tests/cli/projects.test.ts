/** Projects as they come from real desks: odd encodings and names, errors of every room, `luduan new`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOCUMENT_NAMES } from "../../src/model/output-names.ts";
import { singleFileName } from "../../src/web/single-file.ts";
import { HOME } from "../support/project.ts";
import { codesOf, diagnosticsOf, isWhole, luduan, makeRoom, removeRoom, runCommand, writeProject } from "./luduan.ts";

let room: string;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => removeRoom(room));

const PART = "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}\n";

function utf16(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, "utf16le");
}

/** 地区生产总值 and its column names as Chinese Excel saves them. */
const GB18030 = Buffer.concat([Buffer.from("id,name,unit,kind\r\ngdp,"), Buffer.from("b5d8c7f8c9fab2fad7dcd6b5", "hex"), Buffer.from(","), Buffer.from("d2dad4aa", "hex"), Buffer.from(",flow\r\n")]);

test("encodings, line ends and names of other programs are read as they are", async () => {
  const project = writeProject(join(room, "encodings"), {
    "slides/deck.yaml": "\uFEFFtitle: 工作报告\r\norganisation: 测试镇\r\nperiod: 2021\r\nplan: 2022\r\n",
    "slides/10-part.md": utf16(PART),
    "slides/20 第二 部分（终稿）.md": PART.replaceAll("\n", "\r\n").replace("工作回顾", "工作安排"),
    "slides/~$10-part.md": "half saved",
    "slides/.10-part.md.swp.md": "half saved",
    "data/indicators.csv": GB18030,
    "data/observations.csv": "indicator\tperiod\tvalue\tgrowth\r\ngdp\t2021\t148\t11.6%\r\n",
  });
  const model = await luduan(["build", project, "--only", "data", "--print-deck"]);
  expect(model.code, model.stderr).toBe(0);
  const deck = JSON.parse(model.stdout) as { sections: unknown[]; indicators: { name: string; unit: string }[] };
  expect(deck.sections).toHaveLength(2);
  expect(deck.indicators).toMatchObject([{ name: "地区生产总值", unit: "亿元" }]);
});

test("one run tells all mistakes of all files, each at its place, and writes nothing", async () => {
  const project = writeProject(join(room, "mistakes"), {
    "slides/10-part.md": "# 回顾\n\n## 一 {#x}\n\n- {{gpd}} <script>alert(1)</script>\n\n## 二 {#x}\n\n![桥](images/none.jpg)\n\n## 三\n\n![桥](images/text.jpg)\n\n## 四\n\n![桥](../../secret.png)\n\n## 五\n\n![桥](linked.png)\n\n## 六\n\n```chart\ntype: growth\nindicators: [gdp]\nperiod: 2019\n```\n",
    "slides/images/text.jpg": "no picture",
    "data/observations.csv": "indicator,period,value,growht\ngdp,2021,约一百,11.6%\n",
  });
  symlinkSync(join(HOME, "docs/images/deck.png"), join(project, "linked.png"));
  const ended = await luduan(["build", project, "--json"]);
  expect(ended).toMatchObject({ code: 1, stderr: "" });
  const places = diagnosticsOf(ended).map(({ file, line, code }) => `${file}:${line} ${code}`);
  expect(places).toEqual([
    "data/observations.csv:1 unknown-column",
    "data/observations.csv:2 invalid-figure",
    "slides/10-part.md:5 unknown-indicator",
    "slides/10-part.md:5 raw-html",
    "slides/10-part.md:7 duplicate-id",
    "slides/10-part.md:9 image-not-found",
    "slides/10-part.md:13 image-not-an-image",
    "slides/10-part.md:17 image-outside-project",
    "slides/10-part.md:21 image-outside-project",
    "slides/10-part.md:27 no-data",
  ]);
  for (const { message, hint, severity } of diagnosticsOf(ended)) expect([message, hint, severity]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/), "error"]);
  expect(existsSync(join(project, "dist"))).toBe(false);
});

describe("what keeps a deck from being one", () => {
  test.each([
    ["an empty folder", null, ["missing-folder", "missing-settings"], null],
    ["no slides", { "slides/10-part.md": null }, ["no-slides"], 1],
    ["no slide in any file", { "slides/10-part.md": "" }, ["no-slides", "empty-section"], 1],
    ["broken YAML", { "slides/deck.yaml": "title: 报告\norganisation: 镇\nperiod: 2021\n plan: 2022\n" }, ["invalid-yaml"], 3],
    ["bytes that are no text", { "slides/10-part.md": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255) }, ["unreadable-text"], 1],
  ])("%s", async (name, files, codes, line) => {
    const project = join(room, name);
    if (files === null) mkdirSync(project);
    else writeProject(project, files);
    const ended = await luduan(["check", project, "--json"]);
    expect(ended.code).toBe(1);
    expect(codesOf(ended)).toEqual(codes);
    expect(diagnosticsOf(ended)[0]!.line).toBe(line);
  });
});

test.each([
  ['a/b: c*? "d"<e>|\\f', "a b c d e f.html"],
  ["../../etc", "etc.html"],
  ["con.x", "deck-con.x.html"],
  ["\u202Egpj.exe", "gpj.exe.html"],
  ["\u{20000}".repeat(300), `${"\u{20000}".repeat(60)}.html`],
  ["\uD800", "deck-.html"],
])("the title %j gives the file %s", (title, name) => {
  expect(singleFileName(title)).toBe(name);
  expect(Buffer.byteLength(name)).toBeLessThan(256);
});

test("a title that no file could be named after is built all the same", async () => {
  const title = `2021/2022: "总结"? <一> ${"长".repeat(200)}`;
  const project = writeProject(join(room, "title"), { "slides/deck.yaml": `title: ${JSON.stringify(title)}\norganisation: 镇\nperiod: 2021\n` });
  expect((await luduan(["build", project, "--only", "single"])).code).toBe(0);
  expect(readdirSync(join(project, "dist"))).toContain(singleFileName(title));
  expect(isWhole(join(project, "dist"))).toBe(true);
});

describe("luduan new", () => {
  const HAN = /\p{Script=Han}/u;

  test.each([
    ["zh", "我的 小镇", "政府工作报告.html"],
    ["en", "my town", "Work Report.html"],
  ] as const)("%s: makes a project that builds as it is, all outputs, in its language", async (lang, name, single) => {
    const made = await luduan(["new", name, "--lang", lang], { cwd: room });
    expect(made).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining(join(room, name)) });
    const checked = await luduan(["check", name, "--json"], { cwd: room });
    expect(checked).toMatchObject({ code: 0, stdout: `{\n  "diagnostics": []\n}\n` });
    const built = await luduan(["build", name], { cwd: room });
    expect(built).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("Done: 9 slides") });
    const dist = join(room, name, "dist");
    expect(readdirSync(dist).sort()).toEqual(["LICENSES.txt", single, "assets", "audit.html", "audit.json", "data", "index.html", "kiosk.html", "manifest.json", ...DOCUMENT_NAMES.map((document) => `${document}.pdf`)].sort());
    expect(isWhole(dist)).toBe(true);
    const slides = await runCommand("pdftotext", [join(dist, "slides.pdf"), "-"]);
    const stamp = lang === "zh" ? /示例数据/g : /Sample\s+data/g;
    expect(slides.stdout.match(stamp)).toHaveLength(3);
    expect(HAN.test(slides.stdout)).toBe(lang === "zh");
    const sources = readdirSync(join(room, name), { recursive: true, encoding: "utf8" }).filter((path) => /^(slides|data)\b.*\.\w+$/.test(path));
    expect(sources.some((path) => HAN.test(readFileSync(join(room, name, path), "utf8")))).toBe(lang === "zh");
  });

  test("leaves what is there alone", async () => {
    mkdirSync(join(room, "full"));
    writeFileSync(join(room, "full/letter.txt"), "mine");
    const [full, file, below, none] = await Promise.all([
      luduan(["new", "full"], { cwd: room }),
      luduan(["new", "full/letter.txt"], { cwd: room }),
      luduan(["new", "full/letter.txt/x"], { cwd: room }),
      luduan(["new"], { cwd: room }),
    ]);
    expect(full).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("folder-not-empty") });
    expect(file).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("unwritable-output") });
    expect(below).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("unwritable-output") });
    expect(none).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("missing-name") });
    expect(readFileSync(join(room, "full/letter.txt"), "utf8")).toBe("mine");
    expect(readdirSync(join(room, "full"))).toEqual(["letter.txt"]);
  });
});
