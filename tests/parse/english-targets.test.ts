import { describe, expect, it } from "vitest";
import { showTarget } from "../../src/model/indicator.ts";
import { tablesOf } from "./bench.ts";

const INDICATORS = "id,name,unit,kind\ngdp,Gross domestic product,bn,flow\njobless,Unemployment,%,rate\nwood,Woodland,亩,stock\nrd,R&D spending,bn,flow\nzone,Qinghe Zone output,bn,flow\n";

function goalsOf(indicator: string, wording: string): { goal: unknown; shown: unknown; codes: readonly string[] } {
  const targets = `indicator,period,target\n${indicator},2022,"${wording}"\n`;
  const { indicators, diagnostics } = tablesOf({ indicators: INDICATORS, observations: "indicator,period,value\ngdp,2021,100\n", targets });
  const target = indicators.find(({ id }) => id === indicator)?.targets[0] ?? null;
  return { goal: target?.goal ?? null, shown: target === null ? null : showTarget(target), codes: diagnostics.map(({ code }) => code) };
}

describe("plans in English", () => {
  it.each([
    ["gdp", "growth of about 8%", { type: "growth", figure: { raw: "about 8%", value: "8", qualifier: "about" } }],
    ["gdp", "grow by 9% or more", { type: "growth", figure: { raw: "9% or more", value: "9", qualifier: "at-least" } }],
    ["gdp", "About 8%", { type: "growth", figure: { raw: "about 8%", value: "8", qualifier: "about" } }],
    ["gdp", "up 7.5%", { type: "growth", figure: { raw: "7.5%", value: "7.5", decimals: 1, qualifier: "exact" } }],
    ["gdp", "fall by at least 3%", { type: "growth", figure: { value: "-3", qualifier: "at-most" } }],
    ["gdp", "reach 150 bn", { type: "level", unit: "bn", figure: { raw: "150", value: "150", qualifier: "exact" } }],
    ["gdp", "at least 1,150 bn", { type: "level", unit: "bn", figure: { raw: "at least 1,150", value: "1150", qualifier: "at-least" } }],
    ["gdp", "150bn or more", { type: "level", unit: "bn", figure: { raw: "150 or more", qualifier: "at-least" } }],
    ["jobless", "no more than 5%", { type: "level", unit: "%", figure: { raw: "no more than 5%", qualifier: "at-most" } }],
    ["jobless", "within 5.5%", { type: "level", unit: "%", figure: { value: "5.5", qualifier: "at-most" } }],
    ["jobless", "keep within 5.5 percent", { type: "level", unit: "%", figure: { value: "5.5", qualifier: "at-most" } }],
    ["gdp", "remain above 150 bn", { type: "level", unit: "bn", figure: { value: "150", qualifier: "at-least" } }],
    ["gdp", "exceed 150 bn", { type: "level", unit: "bn", figure: { value: "150", qualifier: "at-least" } }],
    ["gdp", "reduce to 150", { type: "level", unit: "bn", figure: { value: "150", qualifier: "exact" } }],
    ["gdp", "grow by between 5 and 6 percent", { type: "growth", figure: { value: "5", upper: "6", qualifier: "range" } }],
    ["gdp", "increase at an average annual rate of 6%", { type: "growth", base: "average annual", figure: { value: "6" } }],
    ["gdp", "grow by 4% on a comparable basis", { type: "growth", base: "on a comparable basis", figure: { value: "4" } }],
    ["jobless", "up 0.5 points", { type: "points", figure: { value: "0.5" } }],
    ["jobless", "from 5% to 4.8%", { type: "level", unit: "%", figure: { value: "4.8" } }],
    ["wood", "reach 150 亩", { type: "level", unit: "亩", figure: { raw: "150" } }],
    ["wood", "in step with gdp", { type: "compared", relation: "in-step", indicator: "gdp", name: "Gross domestic product" }],
    ["wood", "in line with the growth of gross domestic product", { type: "compared", relation: "in-step", indicator: "gdp" }],
    ["wood", "meet the target set by the district", null],
    ["wood", "meet the target", { type: "complete", wording: "meet the target" }],
  ])("%s: %s", (indicator, wording, goal) => {
    const read = goalsOf(indicator, wording);
    if (goal === null) expect(read).toMatchObject({ goal: { type: "words", wording }, codes: ["target-as-words"] });
    else expect(read).toMatchObject({ goal, codes: [] });
  });

  it("names the indicator it is in step with", () => {
    expect(goalsOf("wood", "in step with gdp").shown).toBe("in step with gross domestic product");
    expect(goalsOf("gdp", "in step with rd").shown).toBe("in step with R&D spending");
    expect(goalsOf("gdp", "in step with zone").shown).toBe("in step with Qinghe Zone output");
  });

  it.each([
    ["gdp", "reach 150 m", "unit-mismatch"],
    ["gdp", "in step with gdq", "unknown-indicator"],
    ["gdp", "grow a lot", "target-as-words"],
    ["gdp", "fall by -3%", "target-as-words"],
    ["gdp", "about nearly 8%", "target-as-words"],
  ])("%s: %s is %s", (indicator, wording, code) => {
    expect(goalsOf(indicator, wording).codes).toEqual([code]);
  });
});
