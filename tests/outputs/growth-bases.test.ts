/** 同比 is said of growth on the year before and of nothing else, on every surface; another base is named wherever its growth stands. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { auditFigures } from "../../src/check/audit.ts";
import { editionOf } from "../../src/diff/edition.ts";
import type { Deck } from "../../src/model/deck.ts";
import { renderAudit } from "../../src/outputs/audit-files.ts";
import type { RenderedSlide } from "../../src/render/rendered.ts";
import { figureRecords } from "../../src/web/figure-records.ts";
import { compileFolder, HOME } from "../support/project.ts";

/** Indicator, period, and the words of its base. */
const OTHER = [
  ["gdp", "2026-2030", "年均"], ["gdp", "2027", "两年平均"], ["retail", "2030", "两年平均"], ["budget", "2030", "同口径"], ["income", "2030", "扣除价格因素实际"], ["deposits", "2030", "较年初"],
] as const;
let model: Deck;
let slides: readonly RenderedSlide[];

beforeAll(async () => {
  const compiled = await compileFolder(join(HOME, "tests/decks/wordings"));
  model = compiled.model!;
  slides = compiled.deck!.slides;
});

/** The text of each `dd` or table cell, drawing included, that holds this growth. */
function places(id: string, period: string): string[] {
  const html = slides.map((slide) => slide.html).join("\n");
  const cards = [...html.matchAll(/<div class="cell[^"]*">.*?<\/div>/gs)].map(([card]) => card);
  const cells = [...html.matchAll(/<td>.*?<\/td>/gs)].map(([cell]) => cell);
  return [...cards, ...cells].filter((one) => one.includes(`data-indicator="${id}" data-field="growth" data-period="${period}"`)).map((one) => one.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, ""));
}

describe.each(OTHER)("%s in %s is %s", (id, period, base) => {
  it("on cards and in the tables of charts", () => {
    const found = places(id, period);
    expect(found.length).toBeGreaterThan(0);
    for (const text of found) expect(text).toContain(base);
    for (const text of found) expect(text).not.toContain("同比");
  });

  it("where a press on it leads, and in an edition", () => {
    const record = figureRecords(model, slides)[`${id}@${period}`]!;
    expect([record.base, record.growth?.startsWith(base)]).toEqual([base, true]);
    const figure = editionOf(model, true).figures.find(({ key }) => key === `${id}.growth@${period}`)!;
    expect([figure.base, figure.text.startsWith(base)]).toEqual([base, true]);
  });

  it("in the audit", () => {
    const uses = auditFigures(model).filter((use) => use.indicator === id && use.field === "growth");
    const rows = renderAudit(model, uses).split("<tr>").filter((row) => row.includes(uses[0]!.text) || row.includes(base));
    expect(rows.some((row) => row.includes(base))).toBe(true);
    for (const row of rows.filter((one) => one.includes(`${base}`))) expect(row).not.toContain("同比");
  });
});

it("titles and statements of charts say 同比 of nothing else", () => {
  const html = slides.map((slide) => slide.html).join("\n");
  const statements = [...html.matchAll(/<(?:title|desc)[^>]*>(.*?)<\/(?:title|desc)>/gs)].map(([, text]) => text!);
  expect(statements.some((text) => text.includes("两年平均"))).toBe(true);
  for (const [, , base] of OTHER) for (const text of statements) expect(text).not.toContain(`同比${base}`);
  expect(statements.filter((text) => /主要指标同比增长/.test(text))).toEqual([]);
});

it("a sum of five years says so on its card and in its record", () => {
  const cards = [...slides.map((slide) => slide.html).join("").matchAll(/<div class="cell[^"]*">.*?<\/div>/gs)].map(([one]) => one);
  const card = cards.find((one) => one.includes('data-indicator="jobs" data-field="figure" data-period="2026-2030"'));
  expect(card).toContain('<strong class="label">累计</strong>');
  expect(figureRecords(model, slides)["jobs@2026-2030"]).toMatchObject({ period: "2026—2030年", value: "3.2万多人（累计）", growth: null });
});
