/** The audit lists each figure that is shown, with its row and the rows it is compared with. */
import { expect, it } from "vitest";
import { auditFigures, type FigureUse } from "../../src/check/audit.ts";
import { periodKey } from "../../src/model/period.ts";
import type { Span } from "../../src/model/span.ts";
import { compileFolder, HOME, smallProject, withFolder } from "../support/project.ts";

const FILES = {
  "data/indicators.csv": "id,name,unit,kind,part_of\nrevenue,财政收入,亿元,flow,\ntax,税收收入,亿元,flow,revenue\nplace,百强镇,,rank,\n",
  "data/observations.csv": "indicator,period,area,value,growth,rank\nrevenue,2020,,18,,\nrevenue,2021,,20,11.1%,\ntax,2021,,12.5,近9%,\nplace,2021,,,,60\nrevenue,2021,吴中区,188,9%,\n",
  "data/targets.csv": "indicator,period,target\nrevenue,2022,增长8%左右\n",
  "slides/10-part.md": [
    "# 财政", "",
    "## {{revenue.name}}达{{revenue}}", "", "```chart", "type: share", "whole: revenue", "derived: true", "```", "",
    "备注：", "{{tax.name}}增长{{tax.growth}}，居{{place}}，全区{{revenue@2021/吴中区}}；明年{{revenue.target}}。{{revenue.name}}增长11.1%，31个项目开工，2021年12月31日第3次会议。",
  ].join("\n"),
};

const at = (span: Span | null): string => (span === null ? "-" : `${span.file.replace(/^.*\//, "")}:${span.line}`);

function lineOf(use: FigureUse): string {
  const { surface, section, slide, page, indicator, period, area, field, text, origin, checks } = use;
  const what = `${indicator ?? "-"}.${field}@${period === null ? "-" : periodKey(period)}${area === null ? "" : `/${area}`}`;
  return [`${section}/${slide}/${page}`, surface, `${at(use.span)}:${use.span.column}`, what, text, origin, at(use.row), checks.map((check) => `${check.rule} ${at(check.against)}`).join(" ")].join(" | ");
}

it("lists figures of text and blocks with their rows and comparisons", async () => {
  const { model } = await withFolder(smallProject(FILES), compileFolder);
  expect(auditFigures(model!).map(lineOf)).toEqual([
    "part/part-2/2 | title | 10-part.md:3:21 | revenue.figure@2021 | 20亿元 | bound | observations.csv:3 | A01 observations.csv:4 A12 observations.csv:2 A13 observations.csv:2",
    "part/part-2/2 | notes | 10-part.md:12:15 | tax.growth@2021 | 近9% | bound | observations.csv:4 | ",
    "part/part-2/2 | notes | 10-part.md:12:31 | place.figure@2021 | 第60位 | bound | observations.csv:5 | ",
    "part/part-2/2 | notes | 10-part.md:12:43 | revenue.figure@2021/吴中区 | 188亿元 | bound | observations.csv:6 | ",
    "part/part-2/2 | notes | 10-part.md:12:66 | revenue.target@2022 | 增长8%左右 | bound | targets.csv:2 | ",
    "part/part-2/2 | notes | 10-part.md:12:103 | revenue.growth@2021 | 11.1% | literal | observations.csv:3 | A11 observations.csv:3",
    "part/part-2/2 | notes | 10-part.md:12:109 | -.figure@- | 31个 | literal | - | ",
    "part/part-2/2 | chart | 10-part.md:5:1 | revenue.figure@2021 | 20亿元 | bound | observations.csv:3 | A01 observations.csv:4 A12 observations.csv:2 A13 observations.csv:2",
    "part/part-2/2 | chart | 10-part.md:5:1 | tax.figure@2021 | 12.5亿元 | bound | observations.csv:4 | A01 observations.csv:3",
    "part/part-2/2 | chart | 10-part.md:5:1 | -.value@- | 7.5亿元 | derived | - | ",
  ]);
});

it("misses no figure of the sample: every card, target and chart datum has its row", async () => {
  const { model } = await compileFolder(HOME);
  const uses = auditFigures(model!);
  expect(uses.filter(({ row, origin }) => row === null && origin === "bound")).toEqual([]);
  expect(uses.filter(({ origin }) => origin === "literal").map(({ text, surface }) => `${surface} ${text}`)).toEqual([
    "title 10%", "notes 10%", "chart 10%", "slide 3个", "notes 3个", "slide 50万伏", "notes 50万伏", "slide 5个", "notes 5个", "slide 4个", "notes 4个",
  ]);
  expect(uses.filter(({ surface }) => surface === "figures").map(({ text }) => text)).toEqual([
    "148亿元", "11.6%", "32.64亿元", "12.1%", "20.47亿元", "10.5%", "288亿元", "10.89%", "187亿元", "近9%", "52.3亿元", "60", "31个",
  ]);
});
