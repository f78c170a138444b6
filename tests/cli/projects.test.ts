/** Projects as they come from real desks: odd encodings and names, errors of every room, `luduan new`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseRequest } from "../../src/cli/arguments.ts";
import { BEGINNINGS } from "../../src/model/beginnings.ts";
import { DOCUMENT_NAMES } from "../../src/model/output-names.ts";
import { titleFileName } from "../../src/model/title-file-name.ts";
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
    "slides/10-part.md": "# 回顾\n\n## 一 {#x}\n\n- {{gpd}} <script>alert(1)</script>\n\n## 二 {#x}\n\n![桥](images/none.jpg)\n\n## 三\n\n![桥](images/text.jpg)\n\n## 四\n\n![桥](../../secret.png)\n\n## 五\n\n![桥](linked.png)\n\n## 六\n\n```chart\ntype: growth\nindicators: [jobs]\nperiod: 2019\n```\n",
    "slides/images/text.jpg": "no picture",
    "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\njobs,城镇新增就业,人,flow\n",
    "data/observations.csv": "indicator,period,value,growht\ngdp,2021,约1OO,11.6%\n",
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
  expect(titleFileName(title, "html")).toBe(name);
  expect(Buffer.byteLength(name)).toBeLessThan(256);
});

test("a title that no file could be named after is built all the same", async () => {
  const title = `2021/2022: "总结"? <一> ${"长".repeat(200)}`;
  const project = writeProject(join(room, "title"), { "slides/deck.yaml": `title: ${JSON.stringify(title)}\norganisation: 镇\nperiod: 2021\n` });
  expect((await luduan(["build", project, "--only", "single"])).code).toBe(0);
  expect(readdirSync(join(project, "dist"))).toContain(titleFileName(title, "html"));
  expect(isWhole(join(project, "dist"))).toBe(true);
});

describe("luduan new", () => {
  const HAN = /\p{Script=Han}/u;

  test.each([
    ["zh", "我的 小镇", "政府工作报告.html", 14, "示例数据"],
    ["en", "my town", "Report on the Work of the Government.html", 12, "Sample data"],
  ] as const)("%s: makes a project that builds as it is, all outputs, in its language, marked on every page", async (lang, name, single, slides, mark) => {
    const made = await luduan(["new", name, "--lang", lang], { cwd: room });
    expect(made).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining(join(room, name)) });
    const built = await luduan(["build", name], { cwd: room });
    expect(built).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining(`Done: ${slides} slides`) });
    const dist = join(room, name, "dist");
    expect(readdirSync(dist).sort()).toEqual(["LICENSES.txt", single, "assets", "audit.html", "audit.json", "data", "index.html", "internal", "kiosk", "kiosk.html", "manifest.json", ...DOCUMENT_NAMES.map((document) => `${document}.pdf`)].sort());
    expect(isWhole(dist)).toBe(true);
    for (const document of DOCUMENT_NAMES) {
      const file = join(dist, `${document}.pdf`);
      const pages = (await runCommand("pdftotext", [file, "-"])).stdout.split("\f").slice(0, -1);
      expect(pages.filter((page) => !page.replaceAll(/\s+/g, " ").includes(mark)), document).toEqual([]);
      expect(HAN.test(pages.join("")), document).toBe(lang === "zh");
      expect((await runCommand("pdfinfo", [file])).stdout).toMatch(new RegExp(`^Subject: +${mark}$`, "m"));
    }
    for (const page of [single, "index.html", "kiosk.html"]) expect(/<meta name="description" content="([^"]*)"/.exec(readFileSync(join(dist, page), "utf8"))?.[1], page).toContain(mark);
    expect(["manifest.json", "data/metadata.json"].map((file) => (JSON.parse(readFileSync(join(dist, file), "utf8")) as { demo: unknown }).demo)).toEqual([true, true]);
    const sources = readdirSync(join(room, name), { recursive: true, encoding: "utf8" }).filter((path) => /^(slides|data)\b.*\.\w+$/.test(path));
    expect(sources.some((path) => HAN.test(readFileSync(join(room, name, path), "utf8")))).toBe(lang === "zh");
  });

  test("makes it ready for a repository of its own", async () => {
    expect(await luduan(["new", "kept"], { cwd: room })).toMatchObject({ code: 0 });
    const { scripts } = JSON.parse(readFileSync(join(room, "kept/package.json"), "utf8")) as { scripts: Record<string, string> };
    for (const [tool, ...words] of Object.values(scripts).map((script) => script.split(" "))) expect([tool, parseRequest(words, {})]).toMatchObject(["luduan", { command: { name: words[0] } }]);
    expect(readFileSync(join(room, "kept/.gitignore"), "utf8").split("\n")).toEqual(expect.arrayContaining(["dist/", "node_modules/"]));
  });

  test.each(BEGINNINGS)("--like %s: the check has nothing to say of it, not even a note", async (like) => {
    const [made, spoken] = await Promise.all([luduan(["new", like, "--like", like], { cwd: room }), luduan(["new", `${like}-zh`, "--like", like, "--lang", "zh"], { cwd: room })]);
    expect(made).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^Created .*demo: true/s) });
    expect(spoken).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^已建立.*demo: true/s) });
    const copies = [like, `${like}-zh`].map((name) => readFileSync(join(room, name, "slides/deck.yaml"), "utf8"));
    expect(copies[0]).toBe(copies[1]);
    expect(HAN.test(copies[0] ?? "")).toBe(like !== "english");
    expect(await luduan(["check", like, "--json"], { cwd: room })).toMatchObject({ code: 0, stdout: `{\n  "diagnostics": []\n}\n` });
  });

  test("a beginning that there is not: the choices, in both languages, and nothing is made", async () => {
    const [en, zh] = await Promise.all([luduan(["new", "x", "--like", "provinces"], { cwd: room }), luduan(["new", "x", "--like", "town", "--lang", "zh"], { cwd: room })]);
    expect(en).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining('did you mean "province"? Names: township, county, city, province, communique, english') });
    expect(zh).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("--like 不认识“town”。") });
    expect(zh.stderr).toContain("可用的名称：township、county、city、province、communique、english。");
    expect(existsSync(join(room, "x"))).toBe(false);
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
