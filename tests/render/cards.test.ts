/** Cards and tables in the words of reports: marks, minus signs and growth that is no percentage. */
import { expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const TABLES = {
  "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n",
  "data/indicators.csv": "id,name,unit,kind,source\ngdp,地区生产总值,亿元,flow,公报\nurban,城镇化率,%,rate,公报\ninvest,固定资产投资,亿元,flow,公报\n",
  "data/observations.csv": "indicator,period,value,growth\ngdp,2021,148.2,6.8%\nurban,2021,65.2,提高0.8个百分点\ninvest,2021,120.5,-2.4%\n",
  "data/targets.csv": "indicator,period,target\ngdp,2022,增长5%左右，力争更好结果\nurban,2022,提高0.5个百分点\n",
};

/** The HTML of the only slide that shows `block`, without soft breaks. */
async function htmlOf(block: string): Promise<string> {
  const files = smallProject({ ...TABLES, "slides/10-part.md": `# 回顾\n\n## 指标\n\n${block}\n` });
  const { deck } = await withFolder(files, compileFolder);
  return deck!.slides.at(-1)!.html.replaceAll(/<wbr[^>]*>/g, "");
}
const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, "");

it("a target keeps the mark before what its wording adds", async () => {
  const html = await htmlOf("```targets\nindicators: [gdp, urban]\n```");
  expect(plain(html)).toContain("增长5%左右，力争更好结果");
  expect(plain(html)).toContain("提高0.5个百分点");
  expect(html.match(/class="unit mark"/g)).toHaveLength(1);
});

it("growth in words does not make a number smaller than its neighbours", async () => {
  const html = await htmlOf("```figures\ncards: [gdp, urban, invest]\n```");
  const sizes = [...html.matchAll(/class="cell n-(\d+)/g)].map(([, size]) => size);
  expect([sizes.length, new Set(sizes).size]).toEqual([3, 1]);
  expect(plain(html)).toMatch(/提高0.8个百分点/);
});

it("a figure below zero has the same sign in tables as on cards, and its value stays", async () => {
  expect(plain(await htmlOf("```figures\ncards: [gdp, invest]\n```"))).toContain("−2.4%");
  const table = await htmlOf("```indicators\nindicators: [gdp, invest]\n```");
  expect(table).toContain('value="-2.4"');
  expect(plain(table)).toContain("−2.4%");
  const typed = plain(await htmlOf("| 项目 | 增速 |\n|---|---|\n| 投资 | -2.4% |\n| 编号 | A-2 |"));
  expect(typed).toContain("−2.4%");
  expect(typed).toContain("A-2");
});
