/** Drafts as an audience meets them: no page of a draft has words cut off, whatever the report's words are like. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument } from "../../src/import.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";
import { compileFolderPages, HOME, THEMES, withFolder } from "../support/project.ts";
import { documentFrom } from "./documents.ts";

let world: World;
beforeAll(() => {
  world = createWorld({ home: HOME });
});
afterAll(() => world.close());

const LONG = "坚持以供给侧结构性改革为主线统筹推进新型工业化信息化城镇化农业现代化协同发展";
const NAMES = ["规模以上高技术制造业增加值", "战略性新兴产业工业总产值", "社会消费品网上零售总额", "农村居民人均可支配收入", "全社会研究与试验发展经费投入", "空气质量优良天数比率", "城镇调查失业率", "常住人口城镇化率"];

/** Long headings, long names, ranges, many targets, many projects, long terms. */
const EXTREME = [
  `${LONG}的工作报告`,
  "——2026年1月15日在沧澜省澄岚市漪川县第十八届人民代表大会第五次会议上",
  "各位代表：",
  `一、2025年和“十四五”时期${LONG}`,
  `初步核算，全县地区生产总值12486.35亿元，同比增长5.6%；${NAMES.map((name, index) => `${name}${index > 4 ? `${90 + index}.5%` : `${1000 + index}.75亿元，增长${index + 1}.25%`}`).join("；")}。`,
  `（一）${LONG}。${LONG}，取得明显成效。`,
  `（二）抓项目。漪川河流域水环境综合治理一期工程、云屏新材料产业园标准厂房建设工程、禾汀镇至松坞镇一级公路改造工程等3个项目建成投产。甲桥改造、乙路改造、丙校扩建等3个项目开工建设。`,
  `（三）${"重视".repeat(20)}，${"持续推进".repeat(6)}。一是推进新型工业化补链强链延链建链。二是${LONG}。三是${LONG}。`,
  "二、2026年主要预期目标",
  `主要预期目标是：地区生产总值增长5%—5.5%，${NAMES.slice(0, 5).map((name) => `${name}增长6.5%以上`).join("，")}，空气质量优良天数比率稳定在90%以上，城镇调查失业率控制在5.5%左右，居民人均可支配收入增速快于全省平均水平，主要污染物排放总量完成国家和省市下达的任务目标。`,
  `三、${LONG}`,
  `${LONG}。`.repeat(6),
  "各位代表！让我们为全面建设社会主义现代化新漪川而团结奋斗！",
  "名词解释",
  `1.“${LONG}”：指${LONG}。`,
  "2.“四新”：指新技术、新产业、新业态、新模式。",
  "3.链主企业：指处于核心地位的企业。",
];

test("long headings, long names, ranges and many targets: nothing is cut off on the stage, on a phone or in the loop", async () => {
  const imported = await importDocument({ document: documentFrom(EXTREME), dir: "/nowhere/draft", themes: [THEMES] }, world);
  expect(imported.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { diagnostics } = await withFolder(imported.files, (dir) => compileFolderPages(dir, world));
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message.en}`)).toEqual([]);
});
