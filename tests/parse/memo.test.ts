/** A second compilation with the same cache gives the same result as a fresh one, after any change. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile, createCompileCache } from "../../src/build.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { drawn, HOME, smallProject, THEMES, withFolder } from "../support/project.ts";

const CHANGES: readonly (readonly [string, string])[] = [
  ["data/observations.csv", "indicator,period,value,growth\ngdp,2021,149,11.6%\n"],
  ["slides/10-part.md", "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}\n- {{gpd}}\n"],
  ["slides/10-part.md", "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp.growth}}\n"],
  ["slides/deck.yaml", "title: 工作报告\norganisation: 另一镇\nperiod: 2021\ntheme: hongqi\n"],
  ["slides/deck.yaml", "title: 工作报告\norganisation: 另一镇\nperiod: 2021\ncolour: red\n"],
  ["slides/deck.yaml", "title: 工作报告\norganisation: 另一镇\nperiod: 2020\n"],
  ["data/indicators.csv", "id,name,unit,kind\ngdp,生产总值,万元,flow\n"],
  ["slides/10-part.md", "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}},推动高度量发展\n"],
  ["data/terms.csv", "wording,kind,since,source\n推动高质量发展,phrase,2021,报告\n"],
  ["data/terms.csv", "wording,kind,since,source\n推动高度量发展,phrase,2021,报告\n"],
  ["slides/20-more.md", "# 更多\n\n## 又一页\n\n- 内容\n"],
];

it("remembers nothing that has changed", async () => {
  await withFolder(smallProject({}), async (dir) => {
    const world = createWorld({ home: HOME });
    const cache = createCompileCache();
    for (const [path, text] of CHANGES) {
      writeFileSync(join(dir, path), text);
      const again = await compile(dir, [THEMES], world, cache);
      const fresh = await compile(dir, [THEMES], world, createCompileCache());
      expect(again.diagnostics, path).toEqual(fresh.diagnostics);
      expect(await drawn(again), path).toEqual(await drawn(fresh));
      expect(again.model, path).toEqual(fresh.model);
    }
    await world.close();
  });
});
