/** audit.html and audit.json: every figure with its row, the same bytes each time, and nothing private except that it exists. */
import { expect, it } from "vitest";
import { compile, createCompileCache } from "../../src/build.ts";
import { writeAudit } from "../../src/outputs/audit-files.ts";
import { createFontCutter } from "../../src/fonts/cut-fonts.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";

const FILES = {
  "slides/10-part.md": "# 回顾\n\n## 主要<b>指标</b> {#kpi}\n\n```figures\ncards: [gdp, town]\n```\n\n备注：\n悄悄话：{{gdp}}，位列{{town}}。\n\n## 没有数字\n\n- 一句话\n",
  "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\ncheck: { raw-html: off }\n",
  "data/indicators.csv": "id,name,unit,kind,part_of\ngdp,地区生产总值,亿元,flow,\nfarm,第一产业,亿元,flow,gdp\ntown,百强镇,,rank,\n",
  "data/observations.csv": "indicator,period,value,growth,rank\ngdp,2021,148,11.6%,\nfarm,2021,12,,\ntown,2021,,,60\n",
};

async function audit(files: Readonly<Record<string, string>>): Promise<{ readonly html: string; readonly json: { readonly figures: readonly object[] } }> {
  return withFolder(smallProject(files), async (dir) => {
    const world = createWorld({ home: HOME });
    const cutter = createFontCutter(world);
    try {
      const { model, theme, diagnostics } = await compile(dir, [THEMES], world, createCompileCache());
      if (model === null || theme === null) throw new Error(JSON.stringify(diagnostics));
      const written = await writeAudit(model, theme, [THEMES], cutter, world);
      const text = (name: string): string => new TextDecoder().decode(written.get(name));
      return { html: text("audit.html"), json: JSON.parse(text("audit.json")) as { figures: object[] } };
    } finally {
      await cutter.close();
      await world.close();
    }
  });
}

it("lists every figure once a surface, with slide, source line, row and what it was checked against", async () => {
  const { json } = await audit(FILES);
  const value = { text: "148亿元", origin: "bound", page: 2, slide: "kpi", indicator: "gdp", name: "地区生产总值", period: "2021", area: null, row: { file: "data/observations.csv", line: 2 }, checks: [{ rule: "A01", file: "data/observations.csv", line: 3 }] };
  expect(json.figures).toMatchObject([
    { ...value, surface: "notes", file: "slides/10-part.md", line: 10, column: 5 },
    { text: "第60位", surface: "notes", row: { line: 4 }, checks: [] },
    { ...value, surface: "figures", line: 5 },
    { text: "11.6%", surface: "figures", field: "growth", row: { line: 2 }, checks: [] },
    { text: "第60位", surface: "figures", row: { line: 4 }, checks: [] },
  ]);
});

it("is one file that runs nothing and asks for nothing; titles are text, notes stay unsaid, slides without figures out", async () => {
  const { html } = await audit(FILES);
  expect(html).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; font-src data:/);
  expect(html).not.toMatch(/<script|https?:|悄悄话|没有数字/);
  expect(html).toContain("主要&lt;b&gt;指标&lt;/b&gt;");
  expect(html).toContain('<th scope="row">148亿元</th><td data-head="指标">地区生产总值 2021年</td><td class="where" data-head="出现在">讲稿、数字卡</td><td class="where" data-head="出处">observations.csv:2</td><td class="where" data-head="已核对">A01 observations.csv:3</td>');
  expect(html).toContain("共5处数字：引自数据表5处。");
  expect((await audit(FILES)).html).toBe(html);
});

it("speaks the deck's language, and says when there is no figure", async () => {
  const { html } = await audit({ ...FILES, "slides/deck.yaml": `${FILES["slides/deck.yaml"]}lang: en\n`, "slides/10-part.md": "## A slide\n\n- no figure\n" });
  expect(html).toContain('<html lang="en" translate="no">');
  expect(html).toContain("<p>No figures.</p>");
});
