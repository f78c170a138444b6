/** Every rule takes time in proportion to the text: at these sizes a quadratic rule would exceed the test's time limit. */
import { expect, it } from "vitest";
import { compileNotes } from "./wordings.ts";

const TERMS = {
  "data/terms.csv":
    "wording,kind,since,source\n甪直|角直,place,2021,报告\n区委|区政府,order,2021,报告\n李明|镇长,person,2021,报告\n高质量发展,phrase,2021,报告\n独墅湖开放创新协同发展示范区|独墅湖示范区,short,2021,报告\n",
};
const REPEATED = [
  "角直", "镇角直古镇", "地区生产总值", "增长到5%", "1", "2O", "0O", "148亿元", "2021年", "5~8%", "约5", "近9%", "8 亿", "甲 乙", "国际 “", "甲,", "（”", "“", "镇长", "李明", "区政府、", "高质量发", "甲、三大乙", "甲、乙等3个", "二", "一是", "{{gdp}}",
  "全年累计", "突破140亿元大关，达到148亿元，", "2021年末", "比2020年", "1480000万元", "一年来", "占比5%，", "占乙的5%，", "总数达5家，", "其中甲增长5%，", "分别", "甲[1]乙", "1∶2", "年均增长5%，", "甲乙、",
];
const ENGLISH = ["GDP reached CNY 149 billion, ", "GDP rose by 12% to ", "from a year ", "in 2021 ", "1,", "U.S. "];

/** At most as much as a line may have (`line-too-long`), with room for what stands around it. */
const repeated = (unit: string): string => unit.repeat(Math.min(20_000, Math.floor(99_000 / unit.length)));

it.each(REPEATED)("%s up to 20,000 times in one paragraph", async (unit) => {
  const { diagnostics } = await compileNotes(`甲${repeated(unit)}，角直古镇`, TERMS);
  expect(diagnostics.filter(({ rule }) => rule === "T04").length).toBeGreaterThan(0);
}, 60_000);

it.each(ENGLISH)("%s up to 20,000 times in one paragraph of a deck in English", async (unit) => {
  const files = { "slides/deck.yaml": "title: Report\norganisation: Sampleton\nlang: en\nperiod: 2021\n", "data/indicators.csv": "id,name,unit,kind\ngdp,GDP,bn yuan,flow\n" };
  const { diagnostics } = await compileNotes(`GDP reached CNY 149 billion. ${repeated(unit)}. GDP reached CNY 149 billion.`, files);
  expect(diagnostics.filter(({ code }) => code === "literal-differs").length).toBeGreaterThan(1);
}, 60_000);
