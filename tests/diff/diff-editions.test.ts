/** What a comparison finds, and what it leaves alone. */
import { describe, expect, it } from "vitest";
import type { Change } from "../../src/diff/changes.ts";
import { diffEditions } from "../../src/diff/diff-editions.ts";
import { diffWords } from "../../src/diff/diff-wording.ts";
import { formatChanges } from "../../src/diff/format-changes.ts";
import { parseEdition } from "../../src/diff/read-edition.ts";
import { edition } from "./editions.ts";

type Files = Readonly<Record<string, string | null>>;

async function changes(before: Files, after: Files): Promise<readonly Change[]> {
  const [old, now] = await Promise.all([edition(before), edition(after)]);
  return diffEditions(old, now);
}

const TABLES: Files = {
  "data/indicators.csv": "id,name,unit,kind,part_of\ngdp,地区生产总值,亿元,flow,\noutput,工业总产值,亿元,flow,\nscale,规上工业产值,亿元,flow,output\n",
  "data/observations.csv": "indicator,period,value,growth\ngdp,2021,148,11.6%\noutput,2021,288,10.89%\nscale,2021,187,近9%\n",
  "data/targets.csv": "indicator,period,target\ngdp,2022,增长8%左右\n",
  "data/projects.csv": "name,section,status\n东港花园,安置房,交付\n国技聚能,制造业,建设\n国技聚能,制造业,开工\n",
  "slides/10-part.md": `# 工作回顾

## 主要指标 {#figures}

\`\`\`figures
cards: [gdp, output]
\`\`\`

备注：
完成{{gdp.name}}{{gdp}}，增长{{gdp.growth}}。

## 增速 {#growth}

\`\`\`chart
type: growth
indicators: [gdp, output, scale]
\`\`\`

## 目标与项目 {#plan}

\`\`\`projects
\`\`\`

备注：
目标是{{gdp.target}}。
`,
};
const swap = (file: string, replacements: Readonly<Record<string, string>>): Files => {
  let text = TABLES[file] ?? "";
  for (const [old, now] of Object.entries(replacements)) {
    if (!text.includes(old)) throw new Error(`${file} does not say ${old}`);
    text = text.replace(old, now);
  }
  return { ...TABLES, [file]: text };
};

describe("figures", () => {
  it("a new value is told once, with every place that shows it, and is no new wording", async () => {
    const found = await changes(TABLES, swap("data/observations.csv", { "148": "149" }));
    expect(found).toEqual([
      {
        type: "figure", key: "gdp.value@2021", indicator: "gdp", name: "地区生产总值", field: "value", period: "2021", area: null,
        before: "148亿元", after: "149亿元",
        places: [
          { id: "figures", page: 2, title: "主要指标", surface: "slide", part: "card" },
          { id: "figures", page: 2, title: "主要指标", surface: "notes", part: "text" },
        ],
        printed: null,
      },
    ]);
  });

  it("a growth that changes the order of the bars is still no new wording", async () => {
    const found = await changes(TABLES, swap("data/observations.csv", { "近9%": "近12%" }));
    expect(found.map(({ type }) => type)).toEqual(["figure"]);
    expect(found[0]).toMatchObject({ before: "近9%", after: "近12%", places: [{ id: "growth", part: "chart" }] });
  });

  it("the line that a chart is drawn at is told: it stands in no table", async () => {
    const lined = (at: string): Files => swap("slides/10-part.md", { "indicators: [gdp, output, scale]": `indicators: [gdp, output, scale]\nreference: ${at}` });
    expect(await changes(lined("10%"), lined("20%"))).toMatchObject([{ type: "wording", slide: { id: "growth" }, surface: "slide", parts: [{ type: "same", text: "参考线：" }, { type: "removed", text: "10" }, { type: "added", text: "20" }, { type: "same", text: "%" }] }]);
  });

  it("a target, a qualifier, a figure that came and one that went", async () => {
    const target = await changes(TABLES, swap("data/targets.csv", { "左右": "以上" }));
    expect(target).toMatchObject([{ type: "figure", field: "target", before: "增长8%左右", after: "增长8%以上", places: [{ id: "plan", surface: "notes" }] }]);
    const more = swap("data/observations.csv", { "scale,2021": "gdp,2020,132,5%\nscale,2021" });
    expect(await changes(TABLES, more)).toMatchObject([{ key: "gdp.value@2020", before: null, after: "132亿元", places: [] }, { key: "gdp.growth@2020", before: null, after: "5%" }]);
    expect(await changes(more, TABLES)).toMatchObject([{ key: "gdp.value@2020", before: "132亿元", after: null }, { key: "gdp.growth@2020", before: "5%", after: null }]);
  });

  it("another name stands wherever the indicator does", async () => {
    const found = await changes(TABLES, swap("data/indicators.csv", { "output,工业总产值": "output,工业产值" }));
    expect(found).toMatchObject([{ type: "figure", field: "name", before: "工业总产值", after: "工业产值", places: [{ id: "figures", part: "card" }, { id: "growth", part: "chart" }] }, { type: "wording", slide: { id: "growth" } }]);
  });

  it("a card that is gone is told by its slide", async () => {
    const found = await changes(TABLES, swap("slides/10-part.md", { "cards: [gdp, output]": "cards: [gdp]" }));
    expect(found).toMatchObject([
      { type: "shown", slide: { id: "figures" }, figure: { key: "output.value@2021" }, part: "card", before: true, after: false },
      { type: "shown", figure: { key: "output.growth@2021" }, before: true, after: false },
    ]);
  });
});

describe("projects", () => {
  it("a project in another state is one change; rows of one name are told apart", async () => {
    const found = await changes(TABLES, swap("data/projects.csv", { "制造业,开工": "制造业,投产", "安置房,交付": "安置房,建设" }));
    expect(found).toMatchObject([
      { type: "project", name: "东港花园", before: { status: "交付" }, after: { status: "建设" }, places: [{ id: "plan", part: "board" }] },
      { type: "project", name: "国技聚能", before: { status: "开工" }, after: { status: "投产" } },
    ]);
  });

  it("came and went", async () => {
    const found = await changes(TABLES, swap("data/projects.csv", { "东港花园,安置房,交付": "长虹路公寓,配套,建设" }));
    expect(found).toMatchObject([{ type: "project", name: "长虹路公寓", before: null, after: { status: "建设" } }, { type: "project", name: "东港花园", before: { status: "交付" }, after: null }]);
  });
});

describe("slides", () => {
  const deck = (...slides: string[]): Files => ({ "slides/10-part.md": `# 回顾\n\n${slides.join("\n\n")}\n` });
  const [one, two, three] = ["## 一 {#one}\n\n- 强产业", "## 二\n\n- 优规划、腾空间", "## 三\n\n- 抓环境、提品质"];

  it("one more slide before counted ones changes nothing but that", async () => {
    expect(await changes(deck(one, two, three), deck(one, "## 新\n\n- 新写一句", two, three))).toEqual([{ type: "slide", before: null, after: { id: "part-3", page: 3, title: "新" } }]);
    expect(await changes(deck(one, two, three), deck(one, three))).toEqual([{ type: "slide", before: { id: "part-3", page: 3, title: "二" }, after: null }]);
  });

  it("a slide that moved is no slide that came and went, and its new words are told", async () => {
    const found = await changes(deck(one, two, three), deck(two, three, "## 一 {#one}\n\n- 强产业、促转型"));
    expect(found).toEqual([
      { type: "slide", before: { id: "one", page: 2, title: "一" }, after: { id: "one", page: 4, title: "一" } },
      { type: "wording", slide: { id: "one", page: 4, title: "一" }, surface: "slide", parts: [{ type: "same", text: "强产业" }, { type: "added", text: "、促转型" }], printed: null },
    ]);
  });

  it("another title of a slide with an id is wording", async () => {
    expect(await changes(deck(one), deck("## 甲 {#one}\n\n- 强产业"))).toMatchObject([{ type: "wording", slide: { id: "one", title: "甲" } }, { type: "wording" }]);
  });
});

describe("wording", () => {
  it("marks words, in Han text too, and takes what is not alike for two passages", async () => {
    expect(diffWords("顺利完成目标任务", "圆满完成目标任务")).toEqual([{ type: "removed", text: "顺利" }, { type: "added", text: "圆满" }, { type: "same", text: "完成目标任务" }]);
    const found = await changes({ "slides/10-part.md": "# 回顾\n\n## 一\n\n- 强产业、促转型\n" }, { "slides/10-part.md": "# 回顾\n\n## 一\n\n- 文化旅游蓬勃\n" });
    expect(found).toMatchObject([{ parts: [{ type: "removed", text: "强产业、促转型" }] }, { parts: [{ type: "added", text: "文化旅游蓬勃" }] }]);
  });

  it("a figure typed over a reference is wording", async () => {
    const found = await changes({}, { "slides/10-part.md": "# 工作回顾\n\n## 主要指标\n\n- 全年149亿元\n" });
    expect(found).toMatchObject([{ type: "wording", parts: [{ type: "same" }, { type: "removed" }, { type: "added" }, { type: "same" }] }]);
  });

  it("notes that are not published are told without their words, of a new figure not at all", async () => {
    const [old, now, figure] = await Promise.all([
      edition(TABLES, false),
      edition(swap("slides/10-part.md", { "目标是": "争取" }), false),
      edition(swap("data/targets.csv", { "8%": "9%" }), false),
    ]);
    expect(JSON.stringify(old)).not.toContain("目标是");
    expect(diffEditions(old, now)).toEqual([{ type: "notes", slide: { id: "plan", page: 4, title: "目标与项目" }, printed: null }]);
    expect(diffEditions(old, figure).map(({ type }) => type)).toEqual(["figure"]);
  });
});

it("says every kind of change in both languages, and none in one line", async () => {
  const old = await edition(TABLES);
  const files = { ...swap("slides/10-part.md", { "cards: [gdp, output]": "cards: [gdp]", "完成{{gdp.name}}": "实现{{gdp.name}}" }), "slides/deck.yaml": "title: 政府工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n" };
  const now = await edition({ ...files, "data/observations.csv": TABLES["data/observations.csv"]!.replace("148", "149") });
  const found = diffEditions(old, now);
  expect(formatChanges(found, { before: "v1", after: "v2" }, "zh")).toBe(`v1 → v2

报告
  标题  工作报告 → 政府工作报告

数字
  地区生产总值 2021年  148亿元 → 149亿元
    第2页（主要指标）卡片、讲稿

图表和卡片
  第2页（主要指标）  工业总产值 2021年 288亿元：卡片不再显示
  第2页（主要指标）  工业总产值 2021年 同比 10.89%：卡片不再显示

文字
  第2页（主要指标）  讲稿
    - 完成地区生产总值148亿元，增长11.6%。
    + 实现地区生产总值149亿元，增长11.6%。

共5处不同。
`);
  expect(formatChanges(found, { before: "v1", after: "v2" }, "en")).toContain("  地区生产总值 2021  148亿元 → 149亿元\n    slide 2 (主要指标): card, notes\n");
  expect(formatChanges([], { before: "v1", after: "v2" }, "en")).toBe("v1 → v2\nNo difference.\n");
});

it("an edition is the same after it was written and read; anything else is none", async () => {
  const made = await edition(TABLES);
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  expect(parseEdition(bytes)).toEqual(made);
  for (const wrong of ["", "[]", "null", "{}", JSON.stringify({ ...made, form: 99 }), JSON.stringify({ ...made, slides: [{}] }), JSON.stringify({ ...made, figures: 3 })]) expect(parseEdition(new TextEncoder().encode(wrong))).toBeNull();
  expect(parseEdition(null)).toBeNull();
});
