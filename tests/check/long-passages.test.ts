/** Every rule takes time in proportion to the text: what is quadratic does not end within the test's limit at these sizes. */
import { expect, it } from "vitest";
import { compileNotes } from "./wordings.ts";

const TERMS = {
  "data/terms.csv":
    "wording,kind,since,source\n甪直|角直,place,2021,报告\n区委|区政府,order,2021,报告\n李明|镇长,person,2021,报告\n高质量发展,phrase,2021,报告\n独墅湖开放创新协同发展示范区|独墅湖示范区,short,2021,报告\n",
};
const REPEATED = [
  "角直", "镇角直古镇", "地区生产总值", "增长到5%", "1", "2O", "0O", "148亿元", "2021年", "5~8%", "约5", "近9%", "8 亿", "甲 乙", "国际 “", "甲,", "（”", "“", "镇长", "李明", "区政府、", "高质量发", "甲、三大乙", "甲、乙等3个", "二", "一是", "{{gdp}}",
];

it.each(REPEATED)("20,000 times %s in one paragraph", async (unit) => {
  const { diagnostics } = await compileNotes(`甲${unit.repeat(20_000)}，角直古镇`, TERMS);
  expect(diagnostics.filter(({ rule }) => rule === "T04").length).toBeGreaterThan(0);
}, 60_000);
