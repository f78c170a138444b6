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
