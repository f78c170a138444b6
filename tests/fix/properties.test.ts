/** For any Chinese text: the check never fails, and a repair keeps every digit, leaves the text clean and does not change it again. */
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { checkDeck } from "../../src/check/check-deck.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { digitsOf } from "../../src/fix/digits.ts";
import { planFixes } from "../../src/fix/plan-fixes.ts";
import { rewriteBytes } from "../../src/fix/rewrite-bytes.ts";
import { createParseCache } from "../../src/parse/memo.ts";
import { parseDeck } from "../../src/parse/deck.ts";
import { HEAD } from "../check/wordings.ts";

const FILE = "slides/10-part.md";
const TERMS = "wording,kind,since,source\n甪直古镇|角直古镇,place,2021,报告\n区委|区政府|镇党委,order,2021,报告\n高质量发展,phrase,2021,报告\n李明华|镇长,person,2021,报告\n";

/** Parses and checks `text` as speaker notes, in memory. */
function check(text: string): { readonly diagnostics: readonly Diagnostic[]; readonly source: string } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const source = `${HEAD}${text}\n`;
  const sources = {
    settings: { path: "slides/deck.yaml", text: "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nstatus: archived\n" },
    slides: [{ path: FILE, text: source }],
    tables: [
      { path: "data/indicators.csv", text: "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\n" },
      { path: "data/observations.csv", text: "indicator,period,value,growth\ngdp,2021,148,11.6%\n" },
      { path: "data/terms.csv", text: TERMS },
    ],
    images: new Map(),
    themes: new Map(),
  };
  const { deck } = parseDeck(sources, report, createParseCache());
  if (deck !== null) checkDeck(deck, report);
  return { diagnostics, source };
}

/** The text after one round of repairs. */
function mendOnce(source: string, diagnostics: readonly Diagnostic[]): string {
  const edits = planFixes(diagnostics, new Map([[FILE, source]]), "wording").filter(({ span }) => span.file === FILE);
  const bytes = rewriteBytes(new TextEncoder().encode(source), edits);
  expect(bytes).not.toBeNull();
  return new TextDecoder().decode(bytes!);
}

const piece = fc.constantFrom(
  ..."镇的在是甪𠮷〇零二一O年月日亿万元个倍率0123456789０８％%，。、；：？！,;:?!“”‘’《》（） ~—-*\\|<&#.`[]{}\n".split(""),
  "二零二二年", "增长到8%", "约8%左右", "5~8%", "2~5亿元", "148 亿元", "位列60位", "角直古镇", "区政府、区委", "镇党委和区委", "高度量发展", "镇长李明化", "今年", "“六稳”、“六保”", "降低1倍", "{{gdp}}", "**", "&amp;", "<!-- check-ignore P01: 因 -->", "  \n", "- ", "\n\n",
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
const RUNS = { numRuns: 150 };

describe("any Chinese text", () => {
  it("is checked without a failure, at places that are there", () => {
    fc.assert(fc.property(text, (sample) => {
      const { diagnostics, source } = check(sample);
      const lines = source.split("\n");
      for (const { span } of diagnostics) {
        if (span === null || span.file !== FILE || span.line !== span.endLine) continue;
        expect(span.endColumn).toBeGreaterThanOrEqual(span.column);
        expect((lines[span.line - 1] ?? "").length).toBeGreaterThanOrEqual(span.endColumn - 1);
      }
    }), RUNS);
  });

  it("keeps every digit when it is mended, and comes to rest", () => {
    fc.assert(fc.property(text, (sample) => {
      let { source, diagnostics } = check(sample);
      for (let round = 0; round < 50; round++) {
        const mended = mendOnce(source, diagnostics);
        expect(digitsOf(mended)).toBe(digitsOf(source));
        if (mended === source) return;
        ({ source, diagnostics } = check(mended.slice(HEAD.length, -1)));
      }
      expect.fail("still mending after 50 rounds");
    }), RUNS);
  });

  it("is clean where a repair was written", () => {
    fc.assert(fc.property(text, (sample) => {
      const { source, diagnostics } = check(sample);
      const edits = planFixes(diagnostics, new Map([[FILE, source]]), "wording").filter(({ span }) => span.file === FILE);
      const only = edits[0];
      if (only === undefined) return;
      const mended = new TextDecoder().decode(rewriteBytes(new TextEncoder().encode(source), [only])!);
      const countOf = (found: readonly Diagnostic[]): number => found.filter(({ code }) => code === only.code).length;
      expect(countOf(check(mended.slice(HEAD.length, -1)).diagnostics)).toBeLessThan(countOf(diagnostics));
    }), RUNS);
  });
});

it("digits are read by value", () => {
  expect([digitsOf("二零二二年８％"), digitsOf("2O22 l"), digitsOf("148亿元")]).toEqual(["20228", "222", "148"]);
});

it("a repair that would change a digit is not made", () => {
  const span = { file: FILE, line: 1, column: 1, endLine: 1, endColumn: 5 };
  const offered = (replacement: string): Diagnostic => ({ severity: "error", code: "x", rule: null, message: { zh: "", en: "" }, hint: null, span, fix: { span, replacement } });
  const plan = (replacement: string, kind: "wording" | "reference" = "wording"): readonly unknown[] => planFixes([offered(replacement)], new Map([[FILE, "2O22年"]]), kind);
  expect([plan("2022"), plan("2022年"), plan("2 22")].map((edits) => edits.length)).toEqual([0, 0, 1]);
  expect([plan("{{gdp}}").length, plan("{{gdp}}", "reference").length]).toEqual([0, 1]);
});
