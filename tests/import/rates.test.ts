/** How much of a report is understood: counted on invented reports of a province, a county, a town and a statistical office. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { understand } from "../../src/import/understand.ts";
import { compileFolder, HOME } from "../support/project.ts";
import { documentOf, UNTAUGHT } from "./documents.ts";
import { measureFolder, total, type Measured } from "./measure.ts";

const TEXTS = fileURLToPath(new URL("texts/", import.meta.url));
const measured: Promise<Measured[]> = measureFolder(TEXTS);

test("every text has its expectations", async () => {
  expect((await measured).length).toBe(readdirSync(TEXTS).filter((name) => name.endsWith(".expected.csv")).length);
});

/** Least precision and recall of figures and targets in one text. */
const LEAST = { precision: 0.95, figures: 0.85, targets: 0.95 } as const;
/** A sixth of its figures stand among words about five years and name no year: they stay text. */
const OPEN_YEARS = 0.8;
/** A table has no “exceeded”: such levels stay text. */
const ENGLISH_WORDS = 0.8;

describe.each(readdirSync(TEXTS).filter((name) => name.endsWith(".txt")))("%s", (name) => {
  const own = async (): Promise<Measured[]> => (await measured).filter((one) => one.name.endsWith(`/${name}`));

  test("every heading is found, with its level and its words, and nothing else is one", async () => {
    const { precision, recall, told } = total(await own(), "headings");
    expect([precision, recall], told).toEqual([1, 1]);
  });

  test("of the figures that are written, 95 % are right in name, value, unit, measure and period, and 85 % of all are written", async () => {
    const { precision, recall, told } = total(await own(), "figures");
    expect(precision, told).toBeGreaterThanOrEqual(LEAST.precision);
    expect(recall, told).toBeGreaterThanOrEqual(name === "city.txt" ? OPEN_YEARS : name.includes("english") ? ENGLISH_WORDS : LEAST.figures);
  });

  test("95 % of the targets are written, to the letter, and none is made up", async () => {
    const { precision, recall, told } = total(await own(), "targets");
    expect(precision, told).toBeGreaterThanOrEqual(LEAST.precision);
    expect(recall, told).toBeGreaterThanOrEqual(LEAST.targets);
  });
});

test("of all texts together, 95 % of what is written is right, and 95 % of the figures are written", async () => {
  const { precision, recall, told } = total(await measured, "figures");
  expect(precision, told).toBeGreaterThanOrEqual(0.95);
  expect(recall, told).toBeGreaterThanOrEqual(0.95);
});

test("the sample's own text comes back with the indicators and targets that its tables have", async () => {
  const { model } = await compileFolder(HOME);
  const { rows, targets, indicators, references } = understand(documentOf(model!), UNTAUGHT);
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  expect(rows.map(({ indicator, value, growth, rank }) => [names.get(indicator), value, growth, rank])).toEqual([
    ["地区生产总值", "148", "11.6%", ""],
    ["全口径财政收入", "32.64", "12.1%", ""],
    ["一般公共预算收入", "20.47", "10.5%", ""],
    ["工业总产值", "288", "10.89%", ""],
    ["规上工业产值", "187", "近9%", ""],
    ["全社会固定资产投资", "52.3", "", ""],
    ["全国百强镇", "", "", "60"],
  ]);
  expect(targets.map(({ indicator, wording }) => [names.get(indicator), wording])).toEqual([
    ["地区生产总值", "增长8%左右"],
    ["一般公共预算收入", "增长8%左右"],
    ["全社会固定资产投资", "增长10%左右"],
    ["工业投资", "增长25%左右"],
    ["规上工业产值", "增长12%左右"],
    ["社会消费品零售总额", "增长8%以上"],
    ["城乡居民人均可支配收入", "增幅与地区生产总值增幅保持同步"],
    ["环境保护和节能减排", "完成目标任务"],
  ]);
  expect([...references.values()].flat().length).toBeGreaterThanOrEqual(18);
});
