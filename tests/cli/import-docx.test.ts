/** Whole documents as Word and WPS write them: imported, built, and what is printed read back against the document, character by character. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPages } from "../print/booklet-reading.ts";
import { cell, field, item, list, num, p, picture, r, style, styled, table, textBox, WORD_STYLES, writeDocx, WPS_STYLES } from "../support/docx.ts";
import { HOME } from "../support/project.ts";
import { luduan, makeRoom, removeRoom, type Ended } from "./luduan.ts";

let room: string;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => removeRoom(room));

interface Made {
  readonly dir: string;
  readonly ended: Ended;
  /** Text of booklet.pdf without blanks and page numbers. */
  readonly printed: string;
}

async function make(name: string, bytes: Uint8Array): Promise<Made> {
  const [file, dir] = [join(room, `${name}.docx`), join(room, name)];
  writeFileSync(file, bytes);
  const ended = await luduan(["import", file, dir, "--lang", "en"]);
  expect(ended.code, ended.stderr).toBe(0);
  // The mark of a draft stands across every page.
  const settings = join(dir, "slides/deck.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("status: draft\n", ""));
  const built = await luduan(["build", dir, "--only", "booklet,notes,data"]);
  expect(built.code, built.stderr).toBe(0);
  const lines = readPages(join(dir, "dist/booklet.pdf")).flatMap((page) => page.lines.map(({ text }) => text));
  return { dir, ended, printed: lines.join("").replace(/\s/g, "") };
}

/** Every line stands in the print once, one behind the other. */
function expectInOrder(printed: string, lines: readonly string[]): void {
  let at = 0;
  for (const line of lines.map((words) => words.replace(/\s/g, ""))) {
    const found = printed.indexOf(line, at);
    expect(found, `${line} after ${printed.slice(Math.max(0, at - 20), at)}`).toBeGreaterThanOrEqual(0);
    at = found + line.length;
  }
}

const mark = (kind: "footnote" | "endnote", id: number): string => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;
const PNG = readFileSync(join(HOME, "docs/images/deck.png"));

describe("a document of Word", () => {
  const numbered = (id: string, name: string, level: number): string => style(id, name, `<w:outlineLvl w:val="${level}"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`, "<w:b/>");
  const body = [
    styled("Title", "甲河县人民政府工作报告"),
    p("——2026年1月12日在甲河县第九届人民代表大会第五次会议上", '<w:jc w:val="center"/>'),
    styled("1", "2025年工作回顾"),
    p(`${r("全年地区生产总值286.4亿元")}${mark("footnote", 2)}${r("，增长6.3%；一般公共预算收入18.7亿元，增长5.2%。")}`),
    styled("2", "产业升级"),
    p(`${r("规模以上工业增加值增长")}${field(" DOCPROPERTY 增速 ", r("7.4%"))}${r("。")}<w:ins w:id="1" w:author="甲">${r("技改投资增长12.5%。")}</w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>此句删去。</w:delText></w:r></w:del>${r("此句隐藏。", "<w:vanish/>")}${r("培育“链上甲河”")}${mark("footnote", 3)}${r("企业12家。")}`),
    p(`${r("开发区面貌一新。")}${textBox(p("文本框里的话也要念。"))}`),
    p(`${r("新桥通车。")}${picture("pic1", "甲河新桥")}`),
    p("表1　主要指标", '<w:pStyle w:val="Caption"/>'),
    table(
      [cell("指标", '<w:vMerge w:val="restart"/>'), cell("单位", '<w:vMerge w:val="restart"/>'), cell("2025年", '<w:gridSpan w:val="2"/>')],
      [cell("", "<w:vMerge/>"), cell("", "<w:vMerge/>"), "绝对数", "增长%"],
      ["地区生产总值", "亿元", "286.4", "6.3"],
      ["固定资产投资", "亿元", "152.8", "4.1"],
      [cell(`<w:p>${r("工业用电量")}${mark("footnote", 4)}</w:p>`), "亿千瓦时", "12.5", "3.9"],
    ),
    p("分工见下表。"),
    table(["片区", "任务"], [cell("东片区", '<w:vMerge w:val="restart"/>'), "完成勘察和设计并报县发展和改革局审批后开工建设"], [cell("", "<w:vMerge/>"), "招标"]),
    styled("1", "2026年工作安排"),
    p("主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%。"),
    item("抓招商，引进项目10个。", 2),
    item("抓开工，建设项目20个。", 2),
    p("各位代表，让我们为建设美丽甲河而努力奋斗！"),
  ].join("");
  const plan = {
    body,
    styles: WORD_STYLES.replace(/<w:style w:type="paragraph" w:styleId="[12]".*?<\/w:style>/g, "") + numbered("1", "heading 1", 0) + numbered("2", "heading 2", 1) + style("Caption", "caption", ""),
    numbering: list(1, [["chineseCounting", "%1、", '<w:pStyle w:val="1"/><w:suff w:val="nothing"/>'], ["chineseCounting", "（%2）", '<w:pStyle w:val="2"/><w:suff w:val="nothing"/>']]) + list(2, [["decimal", "%1.", '<w:suff w:val="nothing"/>']]) + num(1, 1) + num(2, 2),
    footnotes: { 2: "初步核算数，最终核实后另行公布。", 3: "指围绕甲河产业链开展的企业梯度培育。", 4: "含自备电厂。" },
    headers: { header1: p("内部资料 注意保存") },
    media: { pic1: { name: "image1.png", bytes: PNG } },
  };
  let made: Made;
  beforeAll(async () => {
    made = await make("Word 报告", writeDocx(plan));
  });

  test("prints every word of it, numbers, notes, boxes and tables among them, and nothing that a reader does not see", () => {
    expectInOrder(made.printed, [
      "甲河县人民政府工作报告", "——2026年1月12日在甲河县第九届人民代表大会第五次会议上",
      "一、2025年工作回顾", "全年地区生产总值286.4亿元〔注1〕，增长6.3%；一般公共预算收入18.7亿元，增长5.2%。", "〔注1〕初步核算数，最终核实后另行公布。",
      "（一）产业升级", "规模以上工业增加值增长7.4%。技改投资增长12.5%。培育“链上甲河”〔注2〕企业12家。", "〔注2〕指围绕甲河产业链开展的企业梯度培育。",
      "开发区面貌一新。", "文本框里的话也要念。", "新桥通车。", "表1主要指标", "含自备电厂。", "分工见下表。",
      "片区|任务东片区|完成勘察和设计并报县发展和改革局审批后开工建设招标",
      "二、2026年工作安排", "主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%。", "1.抓招商，引进项目10个。", "2.抓开工，建设项目20个。", "各位代表，让我们为建设美丽甲河而努力奋斗！",
    ]);
    expect(made.printed).not.toMatch(/此句|内部资料/);
  });

  test("says what was left out, and what was taken in another way", () => {
    for (const words of ["text that a tracked change deletes", "hidden text", "words of headers and footers, 1 in all, such as “内部资料 注意保存”", "fields were taken with the result that is saved", "insertions of tracked changes", "text boxes were put after", "notes in tables were put after"]) expect(made.ended.stderr).toContain(words);
    expect(readFileSync(join(made.dir, "导入核对.html"), "utf8")).toContain("没有读入：修订中已删除的内容，共 1 处，如“此句删去。”。");
  });

  test("shows the figures of its table and its picture, and keeps the term", () => {
    const observations = readFileSync(join(made.dir, "data/observations.csv"), "utf8");
    expect(observations).toMatch(/^gdp,2025,286\.4,6\.3%/m);
    expect(observations).toMatch(/,2025,12\.5,3\.9%/);
    expect(readFileSync(join(made.dir, "images/image1.png")).equals(PNG)).toBe(true);
    expect(readFileSync(join(made.dir, "data/terms.csv"), "utf8")).toContain("链上甲河,phrase");
  });
});

describe("a document of WPS", () => {
  const body = [
    p(r("乙山镇2026年工作报告", '<w:rFonts w:eastAsia="方正小标宋简体"/>'), '<w:jc w:val="center"/>'),
    p("一、过去一年的工作", '<w:pStyle w:val="2"/>'),
    p(`${r("（一）经济稳中有进。", "<w:b/>")}<w:smartTag w:element="date">${r("2025年")}</w:smartTag>${r("全镇工业总产值88.6亿元")}${mark("endnote", 2)}${r("，增长9.1%。")}`, '<w:outlineLvl w:val="1"/>'),
    `<w:sdt><w:sdtPr/><w:sdtContent>${p("　　控件里的一段话。")}</w:sdtContent></w:sdt>`,
    p(`${r("民生改善。")}<w:r><w:br w:type="page"/></w:r>${r("新增学位600个。")}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p("旧式文本框。")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`),
    p("二、今年的打算", '<w:pStyle w:val="2"/>'),
    p("今年的目标是：工业总产值增长8%以上。# 井号、{{gdp}}、---、:::、`反引号`和<b>标签</b>都是字。"),
  ].join("");
  let made: Made;
  beforeAll(async () => {
    made = await make("WPS 报告", writeDocx({ body, styles: WPS_STYLES, endnotes: { 2: "规模以上工业企业口径。" } }));
  });

  test("prints every word of it", () => {
    expectInOrder(made.printed, [
      "乙山镇2026年工作报告", "一、过去一年的工作", "（一）经济稳中有进。2025年全镇工业总产值88.6亿元〔注1〕，增长9.1%。", "〔注1〕规模以上工业企业口径。", "控件里的一段话。", "民生改善。新增学位600个。", "旧式文本框。",
      "二、今年的打算", "今年的目标是：工业总产值增长8%以上。# 井号、{{gdp}}、---、:::、`反引号`和<b>标签</b>都是字。",
    ]);
    expect(readFileSync(join(made.dir, "data/targets.csv"), "utf8")).toMatch(/,2026,增长8%以上/);
  });
});

test("two imports into one folder at once: one of them makes it whole, the other says why not", async () => {
  const file = join(room, "两次.docx");
  writeFileSync(file, writeDocx({ body: p("丙镇2026年工作报告") + p("一、2025年回顾") + p("全年地区生产总值6.4亿元，增长6.3%。") }));
  const dir = join(room, "同一个 文件夹");
  const both = await Promise.all([luduan(["import", file, dir]), luduan(["import", file, dir])]);
  expect(both.map(({ code }) => code).toSorted()).toEqual([0, 2]);
  expect(both.find(({ code }) => code === 2)?.stderr).toMatch(/folder-not-empty|not empty/);
  expect((await luduan(["check", dir])).code).toBe(0);
});

test("a folder that may not be written into stays empty, and a person is told", async () => {
  const file = join(room, "只读.docx");
  writeFileSync(file, writeDocx({ body: p("丙镇2026年工作报告") + p("一、2025年回顾") + p("全年地区生产总值6.4亿元。") }));
  const blocked = join(room, "一个文件");
  writeFileSync(blocked, "占着名字");
  mkdirSync(join(room, "上级"));
  const ended = await luduan(["import", file, join(blocked, "草稿")]);
  expect(ended.code).toBe(2);
  expect(ended.stderr).not.toContain("    at ");
  expect(readFileSync(blocked, "utf8")).toBe("占着名字");
});
