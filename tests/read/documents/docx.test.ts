/** Word documents: what a reader of the document sees is what is read. */
import { describe, expect, it } from "vitest";
import { cell, docxParts, field, item, list, num, p, picture, r, style, styled, table, textBox, writeDocx, WORD_STYLES, WPS_STYLES, type DocxPlan } from "../../support/docx.ts";
import { writeArchive } from "../../support/workbook.ts";
import { read, type Read } from "./read.ts";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

async function docx(plan: DocxPlan | string): Promise<Read> {
  return read("报告.docx", writeDocx(typeof plan === "string" ? { body: plan } : plan));
}

describe("paragraphs", () => {
  it("are counted as shown, without indents and empty ones", async () => {
    const { blocks, text, told } = await docx(p("\u3000\u3000各位代表：") + p("<w:r/>") + p("  现在，我报告工作。 "));
    expect(text).toEqual(["各位代表：", "现在，我报告工作。"]);
    expect(blocks.map(({ place }) => place)).toEqual([{ paragraph: 1, line: null }, { paragraph: 2, line: null }]);
    expect(told).toEqual([]);
  });

  it("keep breaks and tabs inside, and leave out page breaks", async () => {
    expect((await docx(p('<w:r><w:t>一行</w:t><w:br/><w:t>二行</w:t><w:tab/><w:t>后</w:t><w:br w:type="page"/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/></w:r>'))).text).toEqual(["一行\n二行\t后A-B"]);
  });

  it("lose blanks at the ends of a piece unless the file keeps them", async () => {
    expect((await docx(p("<w:r><w:t> a </w:t></w:r><w:r><w:t>b</w:t></w:r>"))).text).toEqual(["ab"]);
    expect((await docx(p(r("a ") + r("b")))).text).toEqual(["a b"]);
  });

  it("go through links, controls and marks of languages", async () => {
    expect((await docx(p(`<w:hyperlink r:id="x">${r("甲")}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>${r("乙")}</w:sdtContent></w:sdt><w:smartTag>${r("丙")}</w:smartTag><w:r><w:ruby><w:rt>${r("dīng")}</w:rt><w:rubyBase>${r("丁")}</w:rubyBase></w:ruby></w:r>`))).text).toEqual(["甲乙丙丁"]);
  });

  it("have their notes in place, behind the label too", async () => {
    const { blocks, text } = await docx({
      body: item(`${r(" 完成投资")}<w:r><w:footnoteReference w:id="2"/></w:r>${r("148亿元")}<w:r><w:endnoteReference w:id="3"/></w:r>`, 1),
      numbering: list(0, [["decimal", "%1."]]) + num(1, 0),
      footnotes: { 2: "含土地。" },
      endnotes: { 3: "快报数。" },
    });
    expect(text).toEqual(["1.完成投资{含土地。}148亿元{快报数。}"]);
    expect(blocks[0]?.type === "paragraph" && blocks[0].notes).toEqual([{ after: 6, text: "含土地。" }, { after: 11, text: "快报数。" }]);
  });
});

describe("headings", () => {
  it("have the level of their style, of its base or of their own", async () => {
    const { text } = await docx(styled("Title", "工作报告") + styled("1", r("甲")) + styled("2", r("乙")) + p("丙", '<w:outlineLvl w:val="2"/>') + p("丁", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'));
    expect(text).toEqual(["= 工作报告", "# **甲**", "## **乙**", "### 丙", "**丁**"]);
  });

  it("of WPS are known by name and through a style that is based on one", async () => {
    expect((await docx({ styles: WPS_STYLES, body: styled("2", "甲") + styled("3", "乙") + styled("10", "丙") + styled("nowhere", "丁") })).text).toEqual(["# 甲", "## 乙", "## 丙", "丁"]);
  });

  it("a circle of styles ends", async () => {
    expect((await docx({ styles: style("a", "A", "", "", "", "b") + style("b", "B", '<w:outlineLvl w:val="0"/>', "", "", "a"), body: styled("a", "甲") })).text).toEqual(["# 甲"]);
  });
});

describe("bold", () => {
  const bold = style("b", "粗", "", "<w:b/>");
  const strong = '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';

  it("comes from the run, a character's style and a paragraph's style, and two styles undo each other", async () => {
    const { text } = await docx({
      styles: WORD_STYLES + bold + strong,
      body: p(r("领", "<w:b/>") + r("先", '<w:b w:val="0"/>') + r("后", '<w:rStyle w:val="s"/>')) + styled("b", r("粗") + r("细", '<w:b w:val="false"/>') + r("消", '<w:rStyle w:val="s"/>')),
    });
    expect(text).toEqual(["**领**先**后**", "**粗**细消"]);
  });

  it("is what 黑体 means in a text set in another typeface, and nothing in a text of 黑体", async () => {
    const lead = r("一、总体要求", '<w:rFonts w:eastAsia="黑体"/>');
    expect((await docx(p(lead) + p("各项工作稳步推进，成效明显。"))).text[0]).toBe("**一、总体要求**");
    expect((await docx(p(lead) + p(r("各项", '<w:rFonts w:eastAsia="黑体"/>')))).text[0]).toBe("一、总体要求");
  });
});

describe("tables", () => {
  it("have cells where they start, with what they cover", async () => {
    const { blocks } = await docx(p("前") + table(
      [cell("指标", '<w:vMerge w:val="restart"/>'), cell("2025年", '<w:gridSpan w:val="2"/>')],
      [cell("", "<w:vMerge/>"), "绝对数", "增长%"],
      ["生产总值", "148", "6.2"],
    ) + p("后"));
    const [, shown, after] = blocks;
    expect(shown?.type === "table" && shown.rows).toEqual([
      [{ text: "指标", columns: 1, rows: 2, column: 0 }, { text: "2025年", columns: 2, rows: 1, column: 1 }],
      [{ text: "绝对数", columns: 1, rows: 1, column: 1 }, { text: "增长%", columns: 1, rows: 1, column: 2 }],
      [{ text: "生产总值", columns: 1, rows: 1, column: 0 }, { text: "148", columns: 1, rows: 1, column: 1 }, { text: "6.2", columns: 1, rows: 1, column: 2 }],
    ]);
    expect(shown?.place.paragraph).toBe(2);
    expect(after?.place.paragraph).toBe(9);
  });

  it("of old files merge sideways too, and leave out columns before and deleted rows", async () => {
    const body = `<w:tbl><w:tr>${cell("甲", '<w:hMerge w:val="restart"/>')}${cell("", "<w:hMerge/>")}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("乙")}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell("丙")}</w:tr></w:tbl>`;
    const { blocks, told } = await docx(body);
    expect(blocks[0]?.type === "table" && blocks[0].rows).toEqual([[{ text: "甲", columns: 2, rows: 1, column: 0 }], [{ text: "乙", columns: 1, rows: 1, column: 1 }]]);
    expect(told).toEqual(["note document-left-out 3"]);
  });

  it("hold paragraphs in lines, tables in lines with tabs, and numbers of a list without a text", async () => {
    const inner = table(["a", "b"], ["c", "d"]);
    const { text } = await docx({ body: table([`${p("一")}${p("二")}`, cell(`<w:p/>${inner}<w:p/>`)], [cell(item("<w:r/>", 1)), "x"]), numbering: list(0, [["decimal", "%1"]]) + num(1, 0) });
    expect(text).toEqual(["一\n二 | a\tb\nc\td / 1 | x"]);
  });

  it("give their notes and pictures to what follows", async () => {
    const { text, told } = await docx({
      body: table([cell(p(`${r("甲")}<w:r><w:footnoteReference w:id="2"/></w:r>${picture("p1", "图")}`))]), footnotes: { 2: "注" }, media: { p1: { name: "a.png", bytes: PNG } },
    });
    expect(text).toEqual(["甲", "注", `!image1.png(图) ${PNG.length}`]);
    expect(told).toEqual(["note document-taken-as 1"]);
  });
});

describe("changes and hidden text: document-left-out, document-taken-as", () => {
  const change = (name: string, content: string): string => `<w:${name} w:id="1" w:author="甲">${content}</w:${name}>`;
  const gone = (text: string): string => change("del", `<w:r><w:delText>${text}</w:delText></w:r>`);

  it("are read as accepted, and told", async () => {
    const { text, told, diagnostics } = await docx(p(r("增长") + gone("8%") + change("ins", r("8.5%")) + r("以上")));
    expect(text).toEqual(["增长8.5%以上"]);
    expect(told).toEqual(["note document-left-out 1", "note document-taken-as 1"]);
    expect(diagnostics[0]?.message.zh).toBe("没有读入：修订中已删除的内容，共 1 处，如“8%”。");
  });

  it("a deleted end of a paragraph joins it to the next, which keeps its level", async () => {
    const { text } = await docx(p(`${r("前半")}`, "<w:rPr><w:del/></w:rPr>") + styled("Title", r("后半")));
    expect(text).toEqual(["= 前半后半"]);
    expect((await docx(p(gone("都删了"), "<w:rPr><w:del/></w:rPr>") + p("留下"))).text).toEqual(["留下"]);
    expect((await docx(p("末段", "<w:rPr><w:del/></w:rPr>"))).text).toEqual(["末段"]);
  });

  it("what was moved stands where it is now", async () => {
    expect((await docx(p(change("moveFrom", r("甲")) + r("乙")) + p(change("moveTo", r("甲"))))).text).toEqual(["乙", "甲"]);
  });

  it("earlier looks of a change do not count", async () => {
    expect((await docx(p(r("甲", "<w:rPrChange><w:rPr><w:vanish/><w:b/></w:rPr></w:rPrChange>"), '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'))).text).toEqual(["甲"]);
  });

  it("hidden text is left out, by run, by style or by default, and told", async () => {
    const { text, told } = await docx({ styles: style("h", "藏", "", "<w:vanish/>"), body: p(r("看") + r("不见", "<w:vanish/>")) + styled("h", r("不见") + r("见", '<w:vanish w:val="0"/>')) });
    expect(text).toEqual(["看", "见"]);
    expect(told).toEqual(["note document-left-out 1"]);
  });

  it("a heading that runs into its text by a hidden mark is one paragraph", async () => {
    expect((await docx(p(r("一是抓投资。", "<w:b/>"), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("全年完成。"))).text).toEqual(["**一是抓投资。**全年完成。"]);
  });

  it("comments are left out, and told", async () => {
    expect((await docx(p(`${r("甲")}<w:r><w:commentReference w:id="0"/></w:r>`))).told).toEqual(["note document-left-out 1"]);
  });
});

describe("fields", () => {
  it("show their saved result, and are told", async () => {
    const { text, told } = await docx(p(r("共") + field(" =SUM(ABOVE) ", r("12")) + r("项") + `<w:fldSimple w:instr="REF a">${r("甲")}</w:fldSimple>` + field(' HYPERLINK "https://example.org" ', r("网址"))));
    expect(text).toEqual(["共12项甲网址"]);
    expect(told).toEqual(["note document-taken-as 1"]);
  });

  it("without a result, or with an error, are told: document-not-taken", async () => {
    const { text, told, diagnostics } = await docx(p(field(" REF x ", r("错误！未找到引用源。")) + r("甲") + field(" REF y ", "")));
    expect(text).toEqual(["错误！未找到引用源。甲"]);
    expect(told).toEqual(["warning document-not-taken 1"]);
    expect(diagnostics[0]?.message.en).toContain("There are 2");
  });

  it("a table of contents is left out, as a field over paragraphs, as a control and by its style", async () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const start = p(`${mark("begin")}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${mark("separate")}${r("一、回顾\t1")}`);
    expect(await docx(start + p(r("二、安排\t5")) + p(mark("end") + r("各位代表")))).toMatchObject({ text: ["各位代表"], told: ["note document-left-out 1"] });
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("目录")}</w:sdtContent></w:sdt>`;
    expect((await docx(control + styled("TOC1", "一、回顾\t1") + p("正文"))).text).toEqual(["正文"]);
  });

  it("draw numbers in circles and signs of symbol fonts", async () => {
    const { text, told } = await docx(p(field(" eq \\o\\ac(○,3) ", "") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="My Signs" w:char="F041"/></w:r>'));
    expect(text).toEqual(["③√≥□"]);
    expect(told).toEqual(["warning document-not-taken 1"]);
  });
});

describe("drawings", () => {
  it("a text box is read once, after its paragraph, and told", async () => {
    const { text, told } = await docx(p(r("正文") + textBox(p("框里的话") + p("第二段"))) + p("后"));
    expect(text).toEqual(["正文", "框里的话", "第二段", "后"]);
    expect(told).toEqual(["note document-taken-as 3"]);
  });

  it("pictures are taken with their words, whatever their names say", async () => {
    const { blocks, text } = await docx({ body: p(r("如图") + picture("p1", "新桥") + picture("p1")), media: { p1: { name: "x.jpeg", bytes: PNG } } });
    expect(text).toEqual(["如图", `!image1.png(新桥) ${PNG.length}`, `!image2.png() ${PNG.length}`]);
    expect(blocks[1]?.type === "picture" && Buffer.from(blocks[1].bytes).equals(PNG)).toBe(true);
  });

  it("what no slide shows is told", async () => {
    const graphic = (uri: string): string => `<w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/${uri}"/></a:graphic></w:drawing></w:r>`;
    const { told, diagnostics } = await docx({
      body: p(r("甲") + graphic("chart") + graphic("diagram") + picture("emf") + picture("out") + picture("lost") + "<w:r><w:object/></w:r><m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"),
      media: { emf: { name: "a.emf", bytes: Buffer.from([1, 0, 0, 0]) } },
      external: { out: "https://example.org/a.png" },
    });
    expect(told).toEqual(Array(7).fill("warning document-not-taken 1"));
    expect(new Set(diagnostics.map(({ message }) => message.zh)).size).toBe(7);
  });
});

it("a document in the strict class, with other prefixes and parts elsewhere, reads the same", async () => {
  const parts = docxParts({ body: styled("1", "甲") + item("乙", 1), numbering: list(0, [["chineseCounting", "%1、"]]) + num(1, 0) });
  const strict = Object.fromEntries(Object.entries(parts).map(([name, text]) => [
    name.replace(/^word\//, "Word/"),
    String(text).replaceAll("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main").replaceAll(/(<\/?)w:/g, "$1x:").replaceAll(/ w:(?=\w+=)/g, " x:").replaceAll("xmlns:w=", "xmlns:x=").replaceAll("word/document", "/word/document"),
  ]));
  expect((await read("a.docx", writeArchive(strict))).text).toEqual(["# **甲**", "一、乙"]);
});
