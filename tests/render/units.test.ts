import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockOf } from "../../src/model/deck.ts";
import { planUnits, UNIT_KINDS, type UnitKind } from "../../src/model/units.ts";
import { createRenderCache } from "../../src/render/render-cache.ts";
import { renderDeckNow } from "../../src/render/render-deck.ts";
import { block, deck, figure, section, slide, THEME } from "./samples.ts";

function draw(kind: UnitKind, count: number, lit: number | null): string {
  const counted = (value: number): BlockOf<"units">["counted"] => ({ name: "项目", figure: figure(`${value}`), unit: "个", text: `${value}个`, origin: null });
  const units = block("units", { kind, counted: counted(count), lit: lit === null ? null : counted(lit), plan: planUnits(figure(`${count}`), "个") });
  return renderDeckNow(deck([section(1, "回顾", [slide("units", "项目", [units])])]), THEME, createRenderCache()).slides[0]!.html;
}

const times = (html: string, state: string): number => html.split(`class="unit unit-${state}"`).length - 1;

describe("a drawing of counted things", () => {
  it("shows as many as the figure says, whole and in part, of every kind", () => {
    fc.assert(fc.property(fc.constantFrom(...UNIT_KINDS), fc.integer({ min: 1, max: 5000 }), (kind, count) => {
      const html = draw(kind, count, null);
      const { each, rest } = planUnits(figure(`${count}`), "个");
      expect([times(html, "lit"), times(html, "part"), times(html, "dark"), times(html, "vague")]).toEqual([Math.floor(count / each), rest > 0 ? 1 : 0, 0, 0]);
      expect(html).toContain(`data-objects="${Math.ceil(count / each)}"`);
    }), { numRuns: 60 });
  });

  it("lights the part that is lit and leaves the others dark", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (count, seed) => {
      const lit = seed % (count + 1);
      const html = draw("lanterns", count, lit);
      const { each } = planUnits(figure(`${count}`), "个");
      const part = lit % each > 0 ? 1 : 0;
      expect([times(html, "lit"), times(html, "part"), times(html, "dark")]).toEqual([Math.floor(lit / each), part, Math.ceil(count / each) - Math.floor(lit / each) - part]);
    }), { numRuns: 60 });
  });

  it("is silent: a screen reader hears the figure with its caption", () => {
    const html = draw("people", 61, null);
    expect(html.replaceAll(/<(\w+)[^>]*aria-hidden="true".*?<\/\1>/gs, "").replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim()).toBe("项目 项目 61 个");
    expect(html.replaceAll("<wbr>", "")).toContain('<p class="count-key" aria-hidden="true">每个人形代表2个，最后一个人形代表1个</p>');
  });

  it("keeps all objects on its drawing, apart from one another", () => {
    for (const count of [1, 2, 3, 7, 31, 60]) {
      const places = [...draw("houses", count, null).matchAll(/translate\(([\d.]+) ([\d.]+)\)scale\(([\d.]+)\)/g)].map((match) => match.slice(1).map(Number) as [number, number, number]);
      expect(places).toHaveLength(count);
      for (const [x, y, scale] of places) expect([x - 66 * scale > 0, x + 66 * scale < 1920, y - 96 * scale > 0, y + 24 * scale < 480]).toEqual([true, true, true, true]);
      for (const [index, [x, y, scale]] of places.entries()) {
        for (const [other, down, size] of places.slice(0, index)) expect(Math.abs(y - down) > 80 * Math.min(scale, size) || Math.abs(x - other) > 110 * Math.min(scale, size)).toBe(true);
      }
    }
  });
});
