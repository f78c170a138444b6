/** Marks, numerals and wording: what each rule reports, exactly where, and what it leaves alone. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { brief, compileNotes, complaintsInLine, complaintsOf, FIRST, HEAD } from "./wordings.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const SETTINGS = "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n";

describe("reports", () => {
  it.each<readonly [text: string, expected: readonly string[]]>([
    ["甲镇,;乙镇", ['P01 e 3 ","', 'P01 e 4 ";"']],
    ["在党的领导下,全面完成", ['P01 e 7 ","']],
    ["完成情况:良好;力争更好!真的?", ['P01 e 5 ":"', 'P01 e 8 ";"', 'P01 e 13 "!"', 'P01 e 16 "?"']],
    ["实现GDP,同比增长11.6%,再上台阶", ['P01 e 6 ","', 'P01 e 16 ","']],
    ["抓好“清零”,做好收尾", ['P01 e 7 ","']],
    ["采用machine learning,提升效能", ['P01 e 19 ","']],
    ["完成148亿元,GDP增长11.6%; 获评national park", ['P01 e 8 ","', 'P01 e 19 ";"']],
    ["清河?水库完工，位列前5?。", ['P06 e 3 "?"', 'P06 e 13 "?"']],
    ["?河镇，清河〓，锟斤拷", ['P06 e 1 "?"', 'P06 e 7 "〓"', 'P06 e 9 "锟斤拷"']],
    ["清\uFFFD镇，“?水”工程，投资??亿元", ['P06 e 2 "\uFFFD"', 'P06 e 6 "?"', 'P06 e 14 "??"']],
    ["怎么办?我们有办法", ['P01 e 4 "?"']],
    ["群众满意吗?满意。钱从哪里来?靠改革", ['P01 e 6 "?"', 'P01 e 15 "?"']],
    ["以“清零为导向", ['P02 e 2 "“"']],
    ["以清零”为导向", ['P02 e 4 "”"']],
    ["《意见（试行》）", ['P02 e 4 "（"', 'P02 e 8 "）"']],
    ["抓好“市级“重大”项目”", ['P02 w 6 "“"']],
    ["抓好“放 管服”改革，叫响“清 水江南”", ['P03 w 5 " "', 'P03 w 16 " "']],
    ["国际慢城 “两大平台”", ['P03 w 5 " "']],
    ["各项工作  稳步推进，成效明显", ['P03 w 5 "  "']],
    ["抓好“六稳”、“六保”和《条例》、《办法》", ['P04 w 7 "、"', 'P04 w 17 "、"']],
    ["持续攀升。。再创新高，。", ['P05 e 5 "。。"', 'P05 w 11 "，"']],
    ["二零二二年和二O二一年、二00九年", ['N01 e 1 "二零二二"', 'N01 e 7 "二O二一"', 'N01 e 13 "二00九"']],
    ["2O22年投资1l.5亿元", ['N02 e 1 "2O22"', 'N02 e 8 "1l.5"']],
    ["增长８．５％，达１２个", ['N03 w 3 "８．５％"', 'N03 w 9 "１２"']],
    ["增长1２.5%，即８.５个百分点，占12％", ['N03 w 3 "1２.5%"', 'N03 w 10 "８.５"', 'N03 w 19 "12％"']],
    ["约8%左右，近300万元左右，至少8%以上，不超过5%以内", ['N04 e 1 "约8%左右"', 'N04 e 7 "近300万元左右"', 'N04 e 16 "至少8%以上"', 'N04 e 23 "不超过5%以内"']],
    ["增长5~8%，或3.5—4％", ['N05 w 3 "5~8%"', 'N05 w 9 "3.5—4％"', 'N03 w 13 "4％"']],
    ["资金2~5亿元、3-5万人", ['N06 w 3 "2~5亿"', 'N06 w 9 "3-5万"']],
    ["工业投资增长到8%", ['N07 w 5 "增长到8%"']],
    ["失业率下降了0.5%", ['N08 n 3 "率下降了0.5%"']],
    ["增长10.895%左右", ['N09 w 3 "10.895%左右"']],
    ["城镇登记失业率比上年同期大幅下降0.5%，城镇化率58.7%，提高1.2%", ['N08 n 7 "率比上年同期大幅下降0.5%"', 'N08 n 25 "率58.7%，提高1.2%"']],
    ["森林覆盖率达到60.5%，五年累计提高2.5%", ['N08 n 5 "率达到60.5%，五年累计提高2.5%"']],
    ["普及率由90%提高到95%，提高5%，研发投入强度3.2%，较上年底提高0.3%", ['N08 n 3 "率由90%提高到95%，提高5%"', 'N08 n 22 "投入强度3.2%，较上年底提高0.3%"']],
    ["自19年以来，截至20年，较20年增长5%", ['N13 w 2 "19年"', 'N13 w 10 "20年"', 'N13 w 15 "20年"']],
    ["到21年12月，自20年上半年至21年底", ['N13 w 2 "21年"', 'N13 w 10 "20年"', 'N13 w 17 "21年"']],
    ["能耗降低1倍，成本下降了近2倍", ['N10 e 3 "降低1倍"', 'N10 e 10 "下降了近2倍"']],
    ["完成148 亿元，增长8 %", ['N11 w 3 "148 亿"']],
    ["21年12月和20年上半年", ['N13 w 1 "21年"', 'N13 w 8 "20年"']],
    ["位列60位，名列前茅", ['N14 n 1 "位列60"']],
    ["建成50万伏线路、3.5万伏特变电站", ['N15 w 3 "50万伏"', 'N15 w 10 "3.5万伏特"']],
    ["投资XX亿元，TODO补充", ['T06 e 3 "XX"', 'T06 e 8 "TODO"']],
    ["请小编补充", ['T06 w 2 "小编"']],
    ["图片", ['T06 e 1 "图片"']],
  ])("%s", async (text, expected) => expect(await complaintsInLine(text)).toEqual(expected));
});

/** Correct as they are. */
const SOUND = [
  "上午8:30开会，比分3:2，共3,000人，见第1,2页。",
  "他说：“向前走！”然后——走了……真的吗？！",
  "“十四五”规划、“一号工程”；《政府工作报告》（2021年）。",
  "1）建好平台；2）用好政策。",
  "（一）强产业，（二）优环境；一是抓落实，二是促改革。",
  "北纬31°15’30”，屏幕27”，O’Brien先生。",
  "“五位一体”“四个全面”（总体布局）、“六稳”（六保）、“三农”。",
  "二〇二二年，一九九九年，二千零一年，二十年来，第二零一号文件。",
  "H2O、CO2、O2O平台、5G基站、A1级、P2P、2B项目、3D打印、4K频道。",
  "近五年来，左右两岸，约30人上下班，近年左右为难，超过一半以上群众认可的除外。",
  "增长5%~8%，2021—2022年，第3-5号，2亿~5亿元，5000—2万元，电话0512-65000000。",
  "占比增长到8%，增长到148亿元，提高到65%，增长率为8%。",
  "增长8%左右，约31亿元，近9%，降低到50%，倍增计划，降低倍率。",
  "能耗下降3.42%左右，增速8.3%，利润下降5.1%，10至21年底，15—20年初。",
  "保修期为10年，至20年期满，从15年延长至20年，20年以上教龄，比20年前强，租期截至20年期限届满。",
  "覆盖率稳定在60%，投资五年累计增长50%；就业率保持在95%以上，工资提高6%。",
  "在21年的努力中，历时20年，2021年底，2021年12月，20年来。",
  "覆盖面从60%增长到98%，服务业由2016年的35.6%增长到45.2%。",
  "经过20年底蕴积淀，历时12年末端治理。",
  "主动融入、积极对接三大国家战略，我们坚决扛起、全力打赢三大攻坚战。",
  "位列第60位，排名上升3位，位列前10位。",
  "面积5 km²，重3 kg，见图 3，GDP 增长。",
  "如今年轻人多了，说明年度任务、以前年度、今后年均、过去年代。",
  "小编制改革，小编辑器上线，图片展览，图片3张。",
  "第一章 总则，李 明",
  "装机10万千瓦，年产3万吨、产值2亿元，建筑面积5万平方米，变压器20万千伏安，电压500千伏、35万伏安。",
  "文件称“50万伏线路”，见《50万伏输变电工程管理办法》；代码`50万伏`，服务3万伏牛山群众，3万伏特加。",
  "用直播带货，三角直升机，三角直径。",
  "The town of 甪直, which we visited, has 3 lakes; see www.example.com/a,b?c=1:2 for more.",
  "GDP: 148亿元, up 11.6% year on year.",
  "The towns grew well: in 2021, 甪直 alone grew by 11%; 胜浦, by 9%.",
  "GDP reached 148亿元; 11.6% more than in 2020, a record.",
  "见 <https://example.com/路径,文件;a=1> 和 `代码,代码;` 两处。",
];

describe("leaves alone", () => {
  it.each(SOUND)("%s", async (text) => expect((await complaintsInLine(text)).filter((complaint) => !complaint.includes(" n "))).toEqual([]));

  it("headings and slogans divided by spaces, and the title of a list item", async () => {
    const slides = "# 凝心聚力 再创辉煌\n\n## 产业强区 创新引领\n\n- **强产业、促转型** 经济实力持续攀升，成效明显\n- 全年{{gdp}}\n";
    expect(await complaintsOf("", { "slides/10-part.md": slides })).toEqual([]);
  });

  it("a quotation of several paragraphs", async () => {
    expect(await complaintsOf("“新的形势。\n\n“新的任务。\n\n“新的使命。”")).toEqual([]);
    expect(await complaintsOf("“新的形势。\n\n新的任务。")).toEqual([`P02 e slides/10-part.md:${FIRST}:1 "“"`]);
  });

  it("other scripts", async () => {
    const english = { "slides/deck.yaml": `${SETTINGS}lang: en\n` };
    expect(await complaintsOf("Growth of 5-8%, “about 2O22, 148 bn: more; better!", english)).toEqual([]);
    expect(await complaintsOf("東京で 会議,報告を する", {})).toEqual([]);
  });
});

it("finds nothing but its slips in a published report", async () => {
  const report = readFileSync(new URL("report.txt", import.meta.url), "utf8");
  const paragraphs = report.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const found = await complaintsOf(paragraphs.join("\n\n"));
  const count = (start: string): number => found.filter((complaint) => complaint.startsWith(start)).length;
  // Every half-width mark of the report is in Chinese text; 15 lines are placeholders for a picture.
  const marks = report.match(/[,;:?!]/g)?.length ?? 0;
  expect([count("P01 e"), count("T06 e")]).toEqual([marks, 15]);
  expect(found.filter((complaint) => !/^(?:P01|T06) e/.test(complaint)).map((complaint) => complaint.replace(/slides\S* /, ""))).toEqual([
    'P03 w " "', 'T06 w "小编"', 'N15 w "50万伏"', 'P04 w "、"',
  ]);
  const mended = paragraphs.filter((line) => line !== "图片" && !line.includes("小编")).join("\n\n").replaceAll(",", "，").replaceAll(";", "；").replaceAll(":", "：").replaceAll("?", "？");
  expect((await complaintsOf(mended)).filter((complaint) => complaint.includes(" e "))).toEqual([]);
});

describe("stands exactly", () => {
  it.each<readonly [name: string, text: string, expected: string]>([
    ["behind rare characters", "𠮷𠮷镇,上", '8:6 ","'],
    ["behind an escape", "\\*甲\\*镇,上", '8:7 ","'],
    ["behind a character reference", "甲&amp;镇,上", '8:8 ","'],
    ["as a character reference", "甲&#44;乙", '8:2 "&#44;"'],
    ["inside emphasis", "甲**镇,上**", '8:5 ","'],
    ["at the border of emphasis", "国际慢城 **“两大平台”**", '8:5 " "'],
    ["behind a soft line end", "第一行，\n第二行,上", '9:4 ","'],
    ["behind a figure", "完成{{gdp}},同比", '8:10 ","'],
    ["in a list", "- 甲\n  - 乙,丙", '9:6 ","'],
    ["in a quote", "> 甲,乙", '8:4 ","'],
  ])("%s", async (_name, text, expected) => {
    expect((await complaintsOf(text)).map((complaint) => complaint.replace(/^P0[13] [ew] slides\/10-part.md:/, ""))).toEqual([expected]);
  });

  it("with CR LF", async () => {
    const text = `${HEAD}第一段。\n\n第二段,上\n`.replaceAll("\n", "\r\n");
    expect(await complaintsOf("", { "slides/10-part.md": text })).toEqual(['P01 e slides/10-part.md:10:4 ","']);
  });

  it("in titles, cards, tables, kickers, blocks and descriptions", async () => {
    const slides = `# 工作,回顾

## 指标,一览 {layout=table kicker="全年,回顾"}

| 甲,乙 | 丙 |
| --- | --- |
| 丁 | 戊,己 |

## 全镇,功能区

\`\`\`zones
note: "示意,非边界"
zones:
  - name: 田园,乡村
    phrases: [农业,园区, '慢,城']
  - name: 新区
\`\`\`

## 历程

\`\`\`timeline
entries:
  - when: 2021年
    title: 开工,建设
    text: 全年{{gdp}},创新高
\`\`\`

## 增速

\`\`\`chart
type: growth
indicators: [gdp]
title: 增速,一览
statement: 稳步,增长
\`\`\`
`;
    const places = (await complaintsOf("", { "slides/10-part.md": slides })).map((complaint) => complaint.replace("P01 e slides/10-part.md:", ""));
    expect(places).toEqual(["1:5", "3:6", "3:34", "5:4", "7:8", "9:6", "12:10", "14:13", "15:24", "24:14", "25:20", "33:10", "34:14"].map((place) => `${place} ","`));
  });

  it("in deck.yaml and in tables", async () => {
    const compiled = await compileNotes("甲。", {
      "slides/deck.yaml": "title: 工作,报告\norganisation: '测试,镇'\nperiod: 2021\nspeaker: 张,三\n",
      "data/indicators.csv": "id,name,unit,kind,source\ngdp,地区生产总值,亿元,flow,\"公报,初稿\"\n",
      "data/observations.csv": "indicator;period;value;growth;note\ngdp;2021;148;11.6%; 快报,待核\n",
    });
    expect(brief(compiled)).toEqual(['P01 e data/indicators.csv:2:23 ","', 'P01 e data/observations.csv:2:23 ","', 'P01 e slides/deck.yaml:1:10 ","', 'P01 e slides/deck.yaml:2:18 ","', 'P01 e slides/deck.yaml:4:11 ","']);
  });

  it("in the description of an image", async () => {
    const files = smallProject({ "slides/10-part.md": "# 回顾\n\n## 古镇\n\n![石桥,夕照](images/a.svg)\n", "images/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>' });
    expect(brief(await withFolder(files, compileFolder))).toEqual(['P01 e slides/10-part.md:5:5 ","']);
  });
});

it("an archive keeps no relative years", async () => {
  const archived = { "slides/deck.yaml": `${SETTINGS}status: archived\n` };
  expect(await complaintsInLine("今年比去年好，截至今年，明年更好。", archived)).toEqual(['T06 e 1 "今年"', 'T06 e 4 "去年"', 'T06 e 10 "今年"', 'T06 e 13 "明年"']);
  expect(await complaintsInLine("如今年轻人多，说明年度任务，以前年度。", archived)).toEqual([]);
  expect(await complaintsInLine("今年比去年好。")).toEqual([]);
});
