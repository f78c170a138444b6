/** Neighbouring slides look different wherever their layouts have several forms. */
import { describe, expect, it } from "vitest";
import type { Layout, Slide } from "../../src/model/deck.ts";
import { chooseLooks, variantNames } from "../../src/model/looks.ts";
import { card, list, paragraph, section, slide, text } from "../render/samples.ts";

function slides(...layouts: readonly Layout[]): Slide[] {
  return layouts.map((layout, index) => slide(layout, "标题", layout === "bullets" ? [list([[text("一条写得比较长的要点内容")]])] : [], { id: `s${index}` }));
}

function looksOf(all: readonly Slide[]): readonly { readonly variant: string | null; readonly ground: string; readonly skeleton: string }[] {
  const looks = chooseLooks([section(1, "回顾", all)]);
  return all.map(({ id }) => looks.get(id)!);
}

describe("looks", () => {
  it("differ between neighbours", () => {
    const looks = looksOf(slides("section", "bullets", "bullets", "cards", "columns", "quote", "columns", "quote"));
    for (const [index, look] of looks.entries()) expect(look.skeleton, String(index)).not.toBe(looks[index - 1]?.skeleton);
  });

  it("leave no ground standing for more than four pages where layouts have a choice", () => {
    const looks = looksOf(slides("section", ...Array.from({ length: 12 }, (_, index): Layout => (["columns", "quote", "bullets"] as const)[index % 3]!)));
    for (let index = 4; index < looks.length; index += 1) expect(new Set(looks.slice(index - 4, index + 1).map(({ ground }) => ground)).size).toBeGreaterThan(1);
  });

  it("are the author's where one is named", () => {
    const all = slides("columns", "columns");
    expect(looksOf(all.map((one) => ({ ...one, variant: "deep" as const }))).map(({ variant }) => variant)).toEqual(["deep", "deep"]);
    expect(variantNames({ layout: "table", number: "", blocks: [] })).toEqual([]);
  });

  it("open each task on the dark ground, and alternate openers that follow one another", () => {
    const opener = (id: string): Slide => slide("cards", "任务", [card("甲", [paragraph("乙")])], { id, number: "01" });
    expect(looksOf([...slides("section"), opener("a")]).map(({ variant }) => variant)).toEqual([null, "deep"]);
    expect(looksOf([opener("a"), opener("b"), opener("c")]).map(({ variant }) => variant)).toEqual(["deep", "plain", "deep"]);
  });

  it("put few short items on tiles, and others on a panel or on the dark ground", () => {
    const short = slide("bullets", "目标", [list(["门户枢纽", "产业高地", "宜居新城", "文旅胜地"].map((word) => [text(word)]))]);
    expect(looksOf([short])[0]!.variant).toBe("tiles");
    expect(looksOf(slides("bullets"))[0]!.variant).toBe("panel");
  });

  it("begin anew in each section, so that a change stays in its section", () => {
    const second = section(2, "展望", slides("quote", "columns"));
    const of = (before: readonly Slide[]) => chooseLooks([section(1, "回顾", before.map((one, index) => ({ ...one, id: `a${index}` }))), second]);
    expect(of(slides("quote")).get("s0")).toEqual(of(slides("quote", "quote", "columns")).get("s0"));
  });
});
