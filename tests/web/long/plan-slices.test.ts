/** The long picture is cut between slides; no picture is too high, and together they are the whole page. */
import { expect, it } from "vitest";
import type { LongMeasure, LongPart } from "../../../src/model/long-page.ts";
import { planSlices } from "../../../src/web/long/plan-slices.ts";

function pageOf(heights: readonly number[], gapsEvery = 0): LongMeasure {
  let top = 0;
  const parts = heights.map((height): LongPart => {
    const own = top;
    top += height;
    const gaps = gapsEvery === 0 ? [] : Array.from({ length: Math.floor((height - 1) / gapsEvery) }, (_, index) => own + (index + 1) * gapsEvery);
    return { top: own, bottom: top, gaps, text: "" };
  });
  return { height: top, parts };
}

it("takes as many whole slides as fit", () => {
  expect(planSlices(pageOf([400, 500, 600, 800]), 1333)).toEqual([{ top: 0, bottom: 900 }, { top: 900, bottom: 1500 }, { top: 1500, bottom: 2300 }]);
});

it("cuts a slide that alone is too high where nothing stands, and one without such a place at the limit", () => {
  expect(planSlices(pageOf([500, 3000], 250), 1333).map(({ bottom }) => bottom)).toEqual([500, 1750, 3000, 3500]);
  expect(planSlices(pageOf([3000]), 1333).map(({ bottom }) => bottom)).toEqual([1333, 2666, 3000]);
});

it("a thousand slides of any height: no picture is too high, none is empty, none overlaps and nothing is missing", () => {
  let seed = 7;
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const page = pageOf(Array.from({ length: 1000 }, () => 1 + Math.floor(random() * 2600)), 170);
  const slices = planSlices(page, 1333);
  expect(slices[0]?.top).toBe(0);
  expect(slices.at(-1)?.bottom).toBe(page.height);
  for (const [index, { top, bottom }] of slices.entries()) {
    expect(bottom - top).toBeGreaterThan(0);
    expect(bottom - top).toBeLessThanOrEqual(1333);
    if (index > 0) expect(top).toBe(slices[index - 1]?.bottom);
  }
});
