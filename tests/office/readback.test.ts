/** What is read back before a presentation is written: a file with a fault is never given out silently. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unzipSync, zipSync, type Zippable } from "fflate";
import { checkPptx } from "../../src/office/pptx/check-pptx.ts";
import { writePptx } from "../../src/office/pptx/write-pptx.ts";
import { ooxmlFaults } from "../support/ooxml.ts";
import { smallProject, withFolder } from "../support/project.ts";
import { compileStaged } from "./decks.ts";

const SLIDES = "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}\n\n备注：\n全年完成{{gdp.name}}{{gdp}}。\n";

/** Codes after one part has been edited. */
async function codesAfter(part: string, edit: (text: string) => string): Promise<readonly string[]> {
  return withFolder(smallProject({ "slides/10-part.md": SLIDES }), async (dir) => {
    const { model, deck, theme, staged } = await compileStaged(dir);
    const files = unzipSync(writePptx({ deck: model!, rendered: deck!, theme: theme!, notes: true, pictureOf: () => null }, "a.pptx", () => undefined));
    const text = new TextDecoder().decode(files[part]);
    expect(edit(text)).not.toBe(text);
    files[part] = new TextEncoder().encode(edit(text));
    const codes: string[] = [];
    checkPptx("a.pptx", zipSync(files as Zippable), staged, true, ({ code }) => void codes.push(code));
    return codes;
  });
}

const SLIDE = "ppt/slides/slide2.xml";

it.each([
  ["words that are lost on a slide", SLIDE, (text: string) => text.replace("148亿元", ""), "pptx-text-lost"],
  ["words that are lost in the notes", "ppt/notesSlides/notesSlide2.xml", (text: string) => text.replace("148亿元", ""), "pptx-text-lost"],
  ["an id that two shapes have", SLIDE, (text: string) => text.replace(/<p:cNvPr id="3"/, '<p:cNvPr id="2"'), "pptx-not-whole"],
  ["a slide without a title", SLIDE, (text: string) => text.replace('type="title"', 'type="body" idx="1"'), "pptx-not-whole"],
  ["a relation that leads nowhere", "ppt/slides/_rels/slide2.xml.rels", (text: string) => text.replace("slideLayouts/slideLayout", "slideLayouts/none"), "pptx-not-whole"],
  ["a part without a content type", "[Content_Types].xml", (text: string) => text.replace('Extension="xml"', 'Extension="xmx"').replace(/<Override PartName="\/ppt\/slides\/slide2.xml"[^>]*>/, ""), "pptx-not-whole"],
  ["a number that is none", SLIDE, (text: string) => text.replace(/<a:off x="\d+"/, '<a:off x="NaN"'), "pptx-not-whole"],
  ["a length with a fraction", SLIDE, (text: string) => text.replace(/<a:off x="(\d+)"/, '<a:off x="$1.5"'), "pptx-not-whole"],
  ["an empty list of builds", SLIDE, (text: string) => text.replace("</p:clrMapOvr>", "</p:clrMapOvr><p:timing><p:bldLst/></p:timing>"), "pptx-not-whole"],
])("finds %s", async (_fault, part, edit, code) => {
  expect(await codesAfter(part, edit)).toContain(code);
});

const ODD =
  "# 回顾 & <展望>\n\n## 空表\n\n| | |\n|---|---|\n| | |\n\n## 符号 & < > \" ' ]]> &amp; {layout=bullets}\n\n- null、undefined、NaN 与 Infinity，\"null\" 和 \"NaN\"\n- 😀👨‍👩‍👧🇨🇳 与 𠮷野家\n- عربى שלום\n- `a<b && c>d`\n- x^=\"1.5\" cx=\"1.5\" prst=\"oval\"\n\n" +
  `备注：\n x="1.5" 与 "NaN"、a<b & 😀\n\n## ${"很长的标题".repeat(60)}\n\n- 一\n\n## {layout=quote}\n\n> “话 & 1<2”\n\n## 图 {layout=figures}\n\n\`\`\`figures\ncards: [gdp]\n\`\`\`\n\n## 增速\n\n\`\`\`chart\ntype: growth\nindicators: [gdp]\n\`\`\`\n`;

it("writes odd words, empty cells and titles without end as a whole file", async () => {
  await withFolder(smallProject({
    "slides/deck.yaml": "title: 报告 A&B <x> \"q\" 's'\norganisation: 测试&镇\nperiod: 2021\nplan: 2022\n", "slides/10-part.md": ODD, "data/indicators.csv": 'id,name,unit,kind\ngdp,"产值 <A&B> ""C""",亿元,flow\n',
  }), async (dir) => {
    const { model, deck, theme, diagnostics } = await compileStaged(dir);
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message.en}`)).toEqual([]);
    const faults: unknown[] = [];
    const bytes = writePptx({ deck: model!, rendered: deck!, theme: theme!, notes: true, pictureOf: () => null }, "a.pptx", (fault) => void faults.push(fault));
    expect(faults).toEqual([]);
    writeFileSync(join(dir, "odd.pptx"), bytes);
    expect(await ooxmlFaults(join(dir, "odd.pptx"), "Microsoft365")).toEqual([]);
  });
});
