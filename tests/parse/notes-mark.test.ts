/** The mark of the notes: in every way people write it, its words are spoken or an error points at it. They are never shown in silence. */
import { describe, expect, it } from "vitest";
import { outline, readMarkdown, readSlide } from "./markdown-reading.ts";

const SECRET = "内部口径勿外传";
const WORDS = ["备忘", "批注", "口述", "脚本", "配音", "注释", "备注①", "备注1", "讲解词", "解说词", "主持词", "发言提纲", "朗读稿", "内部掌握", "Notes for the speaker", "Note to self", "Talking points", "Speaker", "Presenter notes", "备注", "备 注", "备　注", "備註", "讲稿", "发言稿", "演讲稿", "讲话稿", "汇报稿", "演讲者备注", "内部备注", "旁白", "Notes", "note", "ＮＯＴＥ", "Speaker notes", "Speaker’s Notes", "备\u200b注", "备注内容", "以下为讲稿", "备注如下", "播音稿", "发言要点", "备住", "Voice-over", "稿子"];
const COLONS = ["：", ":", " ：", "　：", "∶", "︓", "︰", "﹕", "；", ""];
const DRESSES: readonly ((word: string, colon: string) => string)[] = [
  (word, colon) => word + colon,
  (word, colon) => `**${word}${colon}**`,
  (word, colon) => `**${word}**${colon}`,
  (word, colon) => `__${word}${colon}__`,
  (word, colon) => `*${word}*${colon}`,
  (word, colon) => `~~${word}${colon}~~`,
  (word, colon) => `【${word}】${colon}`,
  (word, colon) => `[${word}]${colon}`,
  (word, colon) => `（${word}）${colon}`,
  (word, colon) => `「${word}${colon}」`,
  (word, colon) => `${word}（内部）${colon}`,
  (word, colon) => `**${word}**（内部）${colon}`,
  (word, colon) => `**${word}（仅口头）${colon}**`,
  (word, colon) => `${word}${colon}${colon === "" ? "" : " "}`,
  (word, colon) => `（${word}${colon}`,
  (word, colon) => `${word}，${colon}`,
  (word, colon) => `${word}——${colon}`,
  (word, colon) => `※${word}${colon}`,
  (word, colon) => `—— ${word}${colon}`,
  (word, colon) => `==${word}${colon}==`,
  (word, colon) => `//${word}${colon}`,
  (word, colon) => `📝 ${word}${colon}`,
  (word, colon) => `| ${word}${colon} |`,
];
/** What stands before the mark on the slide, with its last line end. */
const BEFORE: readonly string[] = [
  "", "- 民生实事\n\n", "- 民生实事\n", "- 民生实事\n  - 小事\n\n", "1. 民生实事\n\n", "文字。\n\n", "文字。\n", "> 引用\n\n", "> 引用\n", "| 甲 |\n|---|\n| 乙 |\n\n", "| 甲 |\n|---|\n| 乙 |\n", "### 卡片\n\n文字\n\n",
  "<!-- 说明 -->\n", "![桥](images/bridge.jpg)\n\n",
];
/** What stands before the mark on its line. */
const INDENTS = ["", "　　", "  ", "    ", "\t", "\u00a0\u00a0", "\ufeff", " 　 "];
/** Marks of a part that is shown. */
const SHOWN = ["- ", "* ", "1. ", "2、", "• ", "> ", "## ", "### ", "#### ", "-", "①", "| ", "文字。", "文字 ", "> - ", "- **甲** "];

function shownOf(text: string): { readonly shown: string; readonly spoken: string; readonly errors: number } {
  const { slides, diagnostics } = readMarkdown(text);
  const shown = slides.map(({ title, blocks, kicker }) => [kicker, ...outline([{ type: "paragraph", inlines: title, step: null, span: slides[0]!.span }, ...blocks])].join("\n")).join("\n");
  return { shown, spoken: slides.flatMap(({ notes }) => outline(notes)).join("\n"), errors: diagnostics.filter(({ severity }) => severity === "error").length };
}

/** Whether the secret is spoken or reported, and not shown without a report. */
function isSafe(text: string): boolean {
  const { shown, spoken, errors } = shownOf(text);
  return errors > 0 || (!shown.includes(SECRET) && spoken.includes(SECRET));
}

describe("the words behind a mark never reach the slide in silence", () => {
  it.each(WORDS)("%s", (word) => {
    const texts = COLONS.flatMap((colon) => DRESSES.flatMap((dress) => BEFORE.flatMap((before) => INDENTS.flatMap((indent) => {
      const mark = indent + dress(word, colon);
      return [`## 甲\n\n${before}${mark}\n${indent}${SECRET}\n`, `## 甲\n\n${before}${mark}\n\n${indent}${SECRET}\n`, ...(colon === "" ? [] : [`## 甲\n\n${before}${mark}${SECRET}\n`])];
    }))));
    // Another sample for each word: together they pair everything with everything else.
    const leaks = texts.filter((text, index) => index % 307 === (WORDS.indexOf(word) * 13) % 307 && !isSafe(text));
    expect(leaks.slice(0, 5)).toEqual([]);
  });

  it.each(SHOWN)("behind %j", (mark) => {
    const leaks = ["备注：", "**备注**：", "备 注:", "讲稿：", "【备注】："].map((word) => `## 甲\n\n文字\n\n${mark}${word}${SECRET}\n`).filter((text) => !isSafe(text));
    expect(leaks).toEqual([]);
  });
});

describe("the mark begins the notes", () => {
  it.each(["　　备注：", "**备注：**", "备注", "【备注】", "备 注：", "备注（内部）：", "讲稿：", "备注∶", "备注︰", "逐字稿：", "演示备注：", "PPT备注：", "本页讲稿：", "    备注：", "发言稿：", "**备注**：", "Speaker notes:", "Notes", "【备注】："])("%s", (mark) => {
    const { slides, complaints } = readMarkdown(`## 甲\n\n- 一\n\n${mark}\n    二。\n`);
    expect([complaints, outline(slides[0]!.blocks), outline(slides[0]!.notes)]).toEqual([[], ["ul", "  - 一"], ["p 二。"]]);
  });

  it.each<readonly [text: string, notes: readonly string[]]>([
    ["**备注：二。**", ["p ⟦二。⟧"]],
    ["备注：　二。", ["p 二。"]],
    ["<b>备注</b>：二。", ["p 二。"]],
    ["文字\n备注：二。", ["p 二。"]],
    ["- 一\nNote: 二。", ["p 二。"]],
    ["> 一\n备注：二。", ["p 二。"]],
    ["    备注：\n    - 二\n      - 三", ["ul", "  - 二", "    ul", "      - 三"]],
  ])("in %j", (text, notes) => expect(outline(readMarkdown(`## 甲\n\n${text}\n`).slides[0]!.notes)).toEqual(notes));

  it.each<readonly [text: string, complaint: string]>([
    ["- 备注：二", "3:3-6 notes-not-apart"],
    ["> 备注", "3:3-5 notes-not-apart"],
    ["| 备注：二 |\n|---|", "3:3-6 notes-not-apart"],
    ["文字。备注：二", "3:4-7 notes-not-apart"],
    ["### 备注", "3:5-7 notes-not-apart"],
    ["备注 话", "3:1-4 notes-not-apart"],
    ["（备注：二）", "3:1-5 notes-not-apart"],
    ["Note 1: two", "3:1-9 notes-not-apart"],
    ["备住：二", "3:1-4 notes-not-apart"],
    ["发言要点", "3:1-5 notes-not-apart"],
    ["注释：二", "3:1-4 notes-not-apart"],
    ["脚本：二", "3:1-4 notes-not-apart"],
    ["发言提纲：二", "3:1-6 notes-not-apart"],
    ["不上屏：二", "3:1-5 notes-not-apart"],
    ["Speaker: two", "3:1-10 notes-not-apart"],
    ["Speaker: Li Ming will explain the figures.", "3:1-10 notes-not-apart"],
    ["Speaker: pause here", "3:1-10 notes-not-apart"],
    ["解说：先停一下", "3:1-4 notes-not-apart"],
    ["致辞：", "3:1-4 notes-not-apart"],
    ["致辞：各位代表", "3:1-4 notes-not-apart"],
    ["**致辞**：现在，我代表镇政府作报告", "3:3-8 notes-not-apart"],
    ["- 领导讲话：今年形势不易。", "3:3-8 notes-not-apart"],
    ["Speech: Good morning", "3:1-9 notes-not-apart"],
    ["稿子：二", "3:1-4 notes-not-apart"],
    ["备考：二", "3:1-4 notes-not-apart"],
    ["文字稿：二", "3:1-5 notes-not-apart"],
    ["讲话要点：二", "3:1-6 notes-not-apart"],
    ["发言材料：二", "3:1-6 notes-not-apart"],
    ["What to say: two", "3:1-14 notes-not-apart"],
    ["Notes. Two", "3:1-6 notes-not-apart"],
  ])("but not in %j, which is an error", (text, complaint) => expect(readMarkdown(`## 甲\n\n${text}\n`).complaints).toContain(complaint));
});

it.each(["备注栏要填写。", "注：数据为初步统计数。", "说明：下同。", "主持人：某某", "注释见附件。", "脚本已经印发。", "Speakers: three", "Remark: figures are preliminary.", "Talking about exports", "“备注”一栏要填写。", "讲稿写在最后。", "备注内容以附件为准。", "发言要点已印发。", "※ 数据为快报数", "—— 以下同", "| 备注 | 项目 |\n|---|---|\n| 无 | 桥 |", "Notes on the economy.", "Note that figures are preliminary.", "各级备注、附件一并提交。", "[备注](https://a.cn)", "`备注：`", "注：数据为初步核算数。", "说明：见附表。", "初稿：已完成。", "Speaker: Li Ming", "**Speaker:** Li Ming, Mayor of Qinghe", "Speaker: Dr. Anna van Berg (Director)", "- Speaker — Li Ming", "Voice-over: Zhou Hua", "Speaker: 李明", "解说：李明、王小华", "配音：张华（播音员）", "致辞：市长李明", "- 致辞", "致辞：\n\n- 李明 镇长\n- 王芳（代表）", "致辞：\n镇长李明", "致辞：李明", "领导讲话：王海 区长", "汇报：2025年工作情况", "讲话稿件已印发", "稿件3篇", "Speech: Building a Greener Town", "备考服务更加周到", "| 项目 | 备注 |\n|---|---|\n| 桥 | 已完成 |"])(
  "%s is shown",
  (text) => {
    const slide = readSlide(`## 甲\n\n${text}\n`);
    expect([slide.notes, outline(slide.blocks).length > 0]).toEqual([[], true]);
  },
);

it("marks in code and in comments are left alone", () => {
  expect(outline(readSlide("## 甲\n\n文字\n\n<!--\n备注：一\n-->\n").notes)).toEqual([]);
  expect(readMarkdown("## 甲\n\n```text\n备注：一\n```\n").slides[0]!.notes).toEqual([]);
});
