/** What the booklet says and under which headings, before it is laid out on pages. */
import { describe, expect, test } from "vitest";
import { renderBooklet } from "../../src/render/booklet/render-booklet.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

/** The booklet's HTML; the default project has a cover with title and organisation. */
function booklet(files: Readonly<Record<string, string | null>>): Promise<string> {
  return withFolder(smallProject(files), async (dir) => {
    const { model, diagnostics } = await compileFolder(dir);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    return renderBooklet(model!);
  });
}

/** Each heading and paragraph on a line, after the name of its element. */
async function outline(files: Readonly<Record<string, string | null>>): Promise<readonly string[]> {
  const html = await booklet(files);
  const parts = html.replaceAll(/<span role="paragraph">(.*?)<\/span><\/div>/g, "<sp>$1</sp>").matchAll(/<(h[1-5]|p|sp)(?: [^>]*)?>(.*?)<\/\1>/g);
  return [...parts].map(([, name, content]) => `${name} ${content!.replaceAll(/<[^>]*>/g, "")}`);
}

const slide = (title: string, notes: string): string => `## ${title}\n\n- 页面\n\n备注：\n${notes}\n\n`;

test("sections and slides become levels one and two; slides without notes are left out", async () => {
  const files = { "slides/10-part.md": `# 工作<br>回顾\n\n备注：\n先说这一句。\n\n${slide("主要指标", "全年{{gdp}}。")}## 没有讲稿\n\n- 页面\n\n${slide("重点项目", "都在推进。")}`, "slides/20-plan.md": `# 下一步\n\n${slide("目标", "更好。")}` };
  expect(await outline(files)).toEqual([
    "h1 工作报告", "p 测试镇", "h2 一、工作回顾", "p 先说这一句。", "h3 （一）主要指标", "p 全年148亿元。", "h3 （二）重点项目", "p 都在推进。",
    "h2 二、下一步", "h3 （一）目标", "p 更好。",
  ]);
});

test("slides with a numeral open groups: what follows them is level three, what comes before them has no heading", async () => {
  const group = (title: string, number: string): string => `## ${title} {layout=cards number=${number}}\n\n### 卡片\n\n文字\n\n`;
  const files = { "slides/10-part.md": `# 任务\n\n${slide("引言", "即两点。")}${group("甲", "01")}备注：\n第一。\n\n${slide("小事", "做好。")}${group("乙", "02")}${slide("又一件", "再做。")}${group("丙", "03")}` };
  expect((await outline(files)).slice(2)).toEqual(["h2 一、任务", "p 即两点。", "h3 （一）甲", "p 第一。", "h4 1.小事", "p 做好。", "h3 （二）乙", "h4 1.又一件", "p 再做。"]);
});

test("a title that the notes begin with is said once, and the text goes on behind it", async () => {
  const part = slide("重点项目", "重点项目。都在推进。\n\n没有例外。") + slide("单独一句", "单独一句。") + slide("不是一句", "不是一句，而是两句。");
  const files = { "slides/10-part.md": `# 回顾\n\n${part}` };
  expect((await outline(files)).slice(3)).toEqual(["h3 （一）重点项目。", "sp 都在推进。", "p 没有例外。", "h3 （二）单独一句。", "h3 （三）不是一句", "p 不是一句，而是两句。"]);
  expect(await booklet(files)).toContain('<h3 class="run-in"><span class="face">（一）重点项目。</span></h3><span role="paragraph">都在推进。</span>');
});

test("a title that brings its own ordinal keeps it", async () => {
  const titles = ["一、开头", "（二）中间", "3.后来", "第四，最后"];
  const files = { "slides/10-part.md": `# 回顾\n\n${titles.map((title) => slide(title, "如此。")).join("")}` };
  expect((await outline(files)).filter((line) => line.startsWith("h3"))).toEqual(titles.map((title) => `h3 ${title}`));
});

test("a section without any notes keeps its number and its heading", async () => {
  const files = { "slides/10-part.md": `# 回顾\n\n备注：\n一句。\n`, "slides/20-empty.md": "# 没有讲稿\n\n## 页面\n\n- 一\n", "slides/30-end.md": "# 结尾\n\n备注：\n又一句。\n" };
  expect((await outline(files)).slice(2)).toEqual(["h2 一、回顾", "p 一句。", "h2 二、没有讲稿", "h2 三、结尾", "p 又一句。"]);
});

test("a deck without notes has its title and its sections", async () => {
  expect(await outline({})).toEqual(["h1 工作报告", "p 测试镇", "h2 一、工作回顾"]);
  expect(await outline({ "slides/10-part.md": "## 页面\n\n- 一\n" })).toEqual(["h1 工作报告", "p 测试镇"]);
});

test("what is said outside the numbered sections has no heading and stands apart after them", async () => {
  const files = { "slides/00-cover.md": "## 封面 {layout=cover}\n\n备注：\n各位代表：\n", "slides/10-part.md": "# 回顾\n\n备注：\n一句。\n", "slides/90-end.md": slide("结语", "谢谢大家。") + slide("再见", "再见。") };
  expect((await outline(files)).slice(2)).toEqual(["p 各位代表：", "h2 一、回顾", "p 一句。", "p 谢谢大家。", "p 再见。"]);
  expect((await booklet(files)).match(/class="passage apart"/g)).toHaveLength(1);
});

test("in a deck without numbered sections the slides are level one", async () => {
  const files = { "slides/10-part.md": slide("甲", "一句。") + slide("乙", "两句。") };
  expect((await outline(files)).slice(2)).toEqual(["h2 一、甲", "p 一句。", "h2 二、乙", "p 两句。"]);
});

test("lists are paragraphs with ordinals one level below their heading, or with dashes", async () => {
  const list = "1. 甲\n2. 乙\n   1. 丙\n- 丁";
  const files = { "slides/10-part.md": `# 回顾\n\n${slide("指标", `如下：\n\n${list}`)}` };
  expect((await outline(files)).slice(4)).toEqual(["p 如下：", "p 1.甲", "p 2.乙", "p （1）丙", "p ——丁"]);
});

test("links lead to slides that are in the booklet; others are left as words", async () => {
  const files = { "slides/10-part.md": `# 回顾\n\n## 甲 {#a}\n\n- 页面\n\n备注：\n见[乙](#b)，见[丙](#c)，见[**网站**](https://example.org)。\n\n## 乙 {#b}\n\n- 页面\n\n备注：\n一句。\n\n## 丙 {#c}\n\n- 页面\n` };
  const html = await booklet(files);
  expect(html).toContain('见<a href="#b">乙</a>，见丙，见<a href="https://example.org"><strong>网站</strong></a>。');
  expect(html).toContain('<div id="b" class="passage" data-slide="b">');
});

test("short names stay whole, long ones and those between marks may be broken", async () => {
  const settings = "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nprotect: [甪直, 甪直实验小学, 六稳]\n";
  const html = await booklet({ "slides/deck.yaml": settings, "slides/10-part.md": "# 回顾\n\n备注：\n甪直实验小学做好“六稳”，增长11.6%。\n" });
  expect(html).toContain('<p><span class="whole">甪直</span>实验小学做好“六稳<span class="half">”</span>，增长<span class="whole">11.6%</span>。</p>');
});

test("what is not known does not stand below the title, and the organisation not twice", async () => {
  const part = { "slides/10-part.md": "# 回顾\n\n备注：\n一句。\n" };
  const known = "title: 测试镇工作报告\norganisation: 测试镇\nperiod: 2021\n";
  expect((await outline({ ...part, "slides/deck.yaml": known })).slice(0, 2)).toEqual(["h1 测试镇工作报告", "h2 一、回顾"]);
  expect((await outline({ ...part, "slides/deck.yaml": `${known}speaker: 张三\nmeeting: 第一次会议\n` })).slice(0, 3)).toEqual(["h1 测试镇工作报告", "p 第一次会议", "p 张三"]);
});

describe("a report with headings of its own", () => {
  const delivered = ["各位代表：", "一、2025年工作回顾", "（一）经济运行稳中有进。全年很好。", "（二）民生持续改善", "办了实事。", "1.商贸活力增强。新开门店46家。", "1. 文旅兴旺。来了客人。", "一是抓项目。开工不少。", "（1）疏浚河道", "又一句。", "2.扩大投资。", "又两句。", "——坚持为民。"];

  test("has them with their own ordinals, and no titles of slides", async () => {
    expect((await outline({ "slides/10-part.md": `# 回顾\n\n${slide("页面一", delivered.join("\n\n"))}` })).slice(2)).toEqual([
      "p 各位代表：", "h2 一、2025年工作回顾", "h3 （一）经济运行稳中有进。", "sp 全年很好。", "h3 （二）民生持续改善", "p 办了实事。", "h4 1.商贸活力增强。", "sp 新开门店46家。", "h4 1.文旅兴旺。", "sp 来了客人。",
      "h5 一是抓项目。", "sp 开工不少。", "h5 （1）疏浚河道", "p 又一句。", "h4 2.扩大投资。", "p 又两句。", "p ——坚持为民。",
    ]);
  });

  test("has wide numbers like any other, and a list of its parts in front is text", async () => {
    const text = ["目　录", "一、回顾", "二、安排", "一、回顾", "很好。", "二、安排", "１．抓项目", "开工。", "（１）疏浚河道", "完工。", "１２．５亿元到位"];
    expect((await outline({ "slides/10-part.md": `# 回顾\n\n${slide("页面", text.join("\n\n"))}` })).slice(2)).toEqual([
      "p 目　录", "p 一、回顾", "p 二、安排", "h2 一、回顾", "p 很好。", "h2 二、安排", "h4 １．抓项目", "p 开工。", "h5 （１）疏浚河道", "p 完工。", "p １２．５亿元到位",
    ]);
  });

  test("in one section leaves the titles of another that has none", async () => {
    const files = { "slides/10-part.md": `# 回顾\n\n${slide("页面", "一、回顾\n\n（一）经济\n\n很好。")}`, "slides/20-plan.md": `# 安排\n\n${slide("目标", "更好。")}` };
    expect((await outline(files)).slice(2)).toEqual(["h2 一、回顾", "h3 （一）经济", "p 很好。", "h2 二、安排", "h3 （一）目标", "p 更好。"]);
  });

  test("that begin on the second level stand below the section's title; those that go on from another section do not", async () => {
    const files = { "slides/10-part.md": `# 回顾\n\n${slide("页面", "（一）经济\n\n很好。")}`, "slides/20-more.md": `# 续\n\n${slide("页面", "（二）民生\n\n更好。")}` };
    expect((await outline(files)).slice(2)).toEqual(["h2 一、回顾", "h3 （一）经济", "p 很好。", "h3 （二）民生", "p 更好。"]);
  });

  test("follows what deck.yaml or the file says", async () => {
    const settings = (mode: string): string => `title: 工作报告\norganisation: 测试镇\nperiod: 2021\nbooklet: ${mode}\n`;
    const plain = { "slides/10-part.md": `# 回顾\n\n${slide("页面", "很好。")}` };
    expect((await outline({ ...plain, "slides/deck.yaml": settings("text") })).slice(2)).toEqual(["p 很好。"]);
    const own = { "slides/10-part.md": `# 回顾\n\n${slide("页面", "一、回顾\n\n很好。")}` };
    expect((await outline({ ...own, "slides/deck.yaml": settings("titles") })).slice(2)).toEqual(["h2 一、回顾", "h3 （一）页面", "p 一、回顾", "p 很好。"]);
    const file = { "slides/10-part.md": `---\nbooklet: text\n---\n${plain["slides/10-part.md"]}` };
    expect((await outline(file)).slice(2)).toEqual(["p 很好。"]);
  });

  test("is printed with its title once, and with the lines below the title as they are", async () => {
    const lines = ["政　府　工　作　报　告", "——2026年1月8日在清河镇第十次会议上", "清河镇镇长　某某", "各位代表：", "一、回顾", "很好。"];
    const files = { "slides/deck.yaml": "title: 政府工作报告\norganisation: 清河镇\nperiod: 2025\n", "slides/10-part.md": slide("全文", lines.join("\n\n")) };
    expect(await outline(files)).toEqual(["h1 政府工作报告", "p ——2026年1月8日在清河镇第十次会议上", "p 清河镇镇长　某某", "p 各位代表：", "h2 一、回顾", "p 很好。"]);
  });

  test.each(["一、抓项目；", "（一）全年地区生产总值增长百分之五以上，城镇新增就业一万二千人以上，居民收入增长与经济增长同步，粮食产量保持稳定。", "1.“一网通办”：在一个网上办成事。", "3.5亿元投资到位", "一是一，二是二；", "1.疏浚河道\n\n2.修缮渡口", "一是就业；\n\n二是社保；\n\n三是教育。", "1.疏浚河道。\n\n2.修缮渡口。"])("%j is text", async (text) => {
    const files = { "slides/10-part.md": `# 回顾\n\n${slide("页面", `一、回顾\n\n${text}`)}` };
    expect((await outline(files)).slice(3).map((line) => line.slice(0, 2))).toEqual(text.split("\n\n").map(() => "p "));
  });

  test("in English has its parts and no titles", async () => {
    const settings = "title: Report\norganisation: Jilan\nperiod: 2025\nlang: en\n";
    const files = { "slides/deck.yaml": settings, "slides/10-part.md": "# Review\n\n## Page\n\n- one\n\nNote:\nI. Review of Work in 2025\n\nIt was a good year.\n\nA. Smith spoke first.\n\n1. We expanded demand\n\nTrade grew.\n\n1. one\n2. two\n" };
    expect((await outline(files)).slice(2)).toEqual(["h2 I. Review of Work in 2025", "p It was a good year.", "p A. Smith spoke first.", "h3 1. We expanded demand", "p Trade grew.", "p 1. one", "p 2. two"]);
  });

  test("in English has its short lines without ordinals as headings, and neither its opening nor its end", async () => {
    const settings = "title: Report on the Work of the Government\norganisation: Jilan\nperiod: 2025\nlang: en\n";
    const long = "In the past year we widened the ferry road, mended the dykes along the Clear River and opened two new clinics.";
    const lines = ["Report on the Work of the Government", "Delivered at the Fifth Session of the Jilan Congress", "on January 8, 2026", "Lin Yuan", "Mayor of Jilan", "Fellow Deputies,", `I now report on our work. ${long}`, "I. Review of Our Work in 2025", long, "Roads and Waterways", long, "(1) Clinics in every village", long, "Fellow deputies:", long, "Thank you"];
    const files = { "slides/deck.yaml": settings, "slides/10-part.md": `# Report\n\n## Page\n\n- one\n\nNote:\n${lines.join("\n\n")}\n` };
    expect((await outline(files)).filter((line) => !line.endsWith(long))).toEqual([
      "h1 Report on the Work of the Government", "p Delivered at the Fifth Session of the Jilan Congress", "p on January 8, 2026", "p Lin Yuan", "p Mayor of Jilan", "p Fellow Deputies,",
      "h2 I. Review of Our Work in 2025", "h3 Roads and Waterways", "h4 (1) Clinics in every village", "p Fellow deputies:", "p Thank you",
    ]);
  });
});
