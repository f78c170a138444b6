/** The layout of a chart slide: the drawing makes room for a long lead and for notes, and a phone shows the figures as a table. */
import { expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";
import { sharedBrowser } from "./shared-browser.ts";

const LEAD = "面对复杂严峻的宏观环境和疫情反复的考验，全镇上下坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，统筹疫情防控和经济社会发展，主要指标全部好于年初预期，经济总量再上新台阶，发展质量和效益持续提升。";
const FILES = {
  "slides/10-part.md": `## 从2021年到2022年 {kicker="增速与目标"}\n\n${LEAD}\n\n\`\`\`chart\ntype: target\n\`\`\`\n`,
  "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\noutput,规模以上工业总产值,亿元,flow\nretail,社会消费品零售总额,亿元,flow\nincome,城乡居民人均可支配收入,元,flow\n",
  "data/observations.csv": "indicator,period,value,growth\ngdp,2021,148,11.6%\noutput,2021,187,近9%\n",
  "data/targets.csv": "indicator,period,target\ngdp,2022,增长8%左右\noutput,2022,增长12%\nretail,2022,增长8%以上\nincome,2022,与gdp同步\n",
};

const shared = sharedBrowser();

async function pageOf(files: Readonly<Record<string, string>>): Promise<string> {
  const { deck, diagnostics } = await withFolder(smallProject(files), compileFolder);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return `<!doctype html><meta name="viewport" content="width=device-width"><style>body { margin: 0 }\n${deck!.css}</style><body>${deck!.slides.map((slide) => slide.html).join("")}`;
}

it("keeps lead, drawing, notes and foot apart, over the whole width", async () => {
  const { page } = await shared.open({ width: 1920, height: 1080 });
  await page.setContent(await pageOf({ ...FILES, "data/targets.csv": FILES["data/targets.csv"].replace("增长12%", "增长12%，力争13%") }));
  const [title, lead, drawing, notes] = await Promise.all([".title", ".lead", ".chart > svg", ".chart-notes"].map((selector) => page.$eval(selector, (part) => part.getBoundingClientRect().toJSON() as DOMRect)));
  expect(title!.bottom).toBeLessThanOrEqual(lead!.top);
  expect(lead!.bottom + 16).toBeLessThanOrEqual(drawing!.top);
  expect(drawing!.bottom).toBeLessThanOrEqual(notes!.top);
  expect(notes!.bottom).toBeLessThanOrEqual(1012);
  expect(drawing!.width).toBe(1696);
});

it("shows the figures as published below the drawing on a phone", async () => {
  const { page } = await shared.open({ width: 390, height: 844 });
  await page.setContent((await pageOf(FILES)).replace("<!doctype html>", `<!doctype html><html class="reading">`));
  const table = await page.$eval(".chart-data", (part) => ({
    top: part.getBoundingClientRect().top,
    text: (part as HTMLElement).innerText.split(/\s+/),
    sizes: [...part.querySelectorAll("tbody *")].map((cell) => Number.parseFloat(getComputedStyle(cell).fontSize)),
    right: Math.max(...[...part.querySelectorAll("th, td")].map((cell) => cell.getBoundingClientRect().right)),
  }));
  expect(table.text).toEqual(expect.arrayContaining(["11.6%", "8%左右", "近9%", "未载", "8%以上"]));
  expect(Math.min(...table.sizes)).toBeGreaterThanOrEqual(16);
  expect(table.right).toBeLessThanOrEqual(370);
  expect(table.top).toBeGreaterThan(await page.$eval(".chart > svg", (drawing) => drawing.getBoundingClientRect().bottom));
});
