/** One run shows the errors of all files, even if deck.yaml is one of them. */
import { expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

it("a mistake in deck.yaml does not hide the others", async () => {
  const files = smallProject({
    "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\ncolour: red\n",
    "slides/10-part.md": "# 工作回顾\n\n## 主要指标\n\n- 全年{{gpd}}\n",
    "data/observations.csv": "indicator,period,value,growth\ngdp,2021,14O,11.6%\n",
  });
  const compiled = await withFolder(files, compileFolder);
  expect(compiled.diagnostics.map(({ code, span }) => `${span?.file}:${span?.line} ${code}`)).toEqual([
    "data/observations.csv:2 invalid-figure",
    "slides/10-part.md:5 unknown-indicator",
    "slides/deck.yaml:4 unknown-key",
  ]);
  expect(compiled.deck).toBeNull();
});

it.each<readonly [row: string, code: string]>([
  ["gdp,2021,14O,11.6%", "invalid-figure"],
  ["gdp,2021,148,11.6", "missing-percent-sign"],
  ["gdp,2021年,148,11.6%", "invalid-period"],
  ["gdp,2021,1,480,11.6%", "ragged-row"],
  ["gdp，2021，148，11.6%", "ragged-row"],
])("a row that cannot be read is one mistake, not one for each of its references: %s", async (row, code) => {
  const slide = "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}，增长{{gdp.growth}}\n\n```figures\ncards: [gdp]\n```\n";
  const compiled = await withFolder(smallProject({ "slides/10-part.md": slide, "data/observations.csv": `indicator,period,value,growth\n${row}\n` }), compileFolder);
  expect(compiled.diagnostics.map(({ code: told }) => told)).toEqual([code]);
});

it("a head in other words is one mistake", async () => {
  const compiled = await withFolder(smallProject({ "data/observations.csv": "指标,年份,数值,增速\ngdp,2021,148,11.6%\n" }), compileFolder);
  expect(compiled.diagnostics.map(({ code }) => code)).toEqual(["missing-column"]);
});
