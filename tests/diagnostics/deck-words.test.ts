/** What a hint gives to write into the deck is in the deck's language, in messages of both languages. */
import { expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const OBSERVATIONS = "indicator,period,value,growth\ngdp,2021,148.2,11.6%\n";

/** Hints by code, for a deck in `lang` whose notes say a figure that is not the published one, and whose table has one that is none. */
async function hintsOf(lang: string, said: string, files: Readonly<Record<string, string>> = {}): Promise<ReadonlyMap<string, readonly [zh: string, en: string]>> {
  const project = smallProject({
    "slides/deck.yaml": `title: 工作报告\norganisation: 测试镇\nperiod: 2021\nlang: ${lang}\n`,
    "slides/10-part.md": `# 回顾\n\n## 指标\n\n- 概要\n\n${lang === "en" ? "Note:" : "备注："}\n${said}\n`,
    "data/indicators.csv": "id,name,unit,kind,source\ngdp,地区生产总值,亿元,flow,公报\n",
    "data/observations.csv": OBSERVATIONS, ...files,
  });
  const { diagnostics } = await withFolder(project, compileFolder);
  return new Map(diagnostics.flatMap(({ code, hint }) => (hint === null ? [] : [[code, [hint.zh, hint.en] as const]])));
}

it("a Chinese deck is given Chinese words, also in English messages", async () => {
  const [zh, en] = (await hintsOf("zh-CN", "地区生产总值增长12%。")).get("literal-not-as-published") ?? [];
  expect(zh).toContain("请加“约”“近”“超”等词。");
  expect(en).toContain("or say that it is approximate: 约, 近 or 超");
  const [, figure] = (await hintsOf("zh-CN", "略。", { "data/observations.csv": `${OBSERVATIONS}gdp,2020,无,\n` })).get("invalid-figure") ?? [];
  expect(figure).toContain("近9%、6800多万");
});

it("an English deck is given English words, also in Chinese messages", async () => {
  const broken = await hintsOf("en", "Nothing.", { "data/observations.csv": `${OBSERVATIONS}gdp,2020,-,\n` });
  const [figure] = broken.get("invalid-figure") ?? [];
  expect(figure).toContain("148, 10.89%, nearly 9%, 5–7, -3.2%");
  expect(figure).not.toContain("6800多万");
  const exception = await hintsOf("en", "Nothing.", { "slides/10-part.md": "# Review\n\n## Figures\n\n<!-- check-ignore P03 -->\n\n- Brief\n" });
  expect(exception.get("missing-reason")).toEqual([expect.stringContaining("as published"), expect.stringContaining("as published")]);
});

it("nothing is left between the two where no deck could be read", async () => {
  const hints = await hintsOf("zh-CN", "略。", { "slides/deck.yaml": "title: [\n", "data/observations.csv": `${OBSERVATIONS}gdp,2020,无,\n` });
  for (const [zh, en] of hints.values()) expect(zh + en).not.toMatch(/[\uE000-\uE002]/u);
});
