/** Each diagnostic by itself: a minimal deck triggers it, it reads as expected, and following its hint fixes it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { expectGolden } from "../support/golden.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import { fillPage, PAGE, pageCodes } from "./page.ts";
import { compileSample, declaredCodes, declaredRules, endSamples, HERE, SAMPLES } from "./samples.ts";

afterAll(endSamples);

/** Codes that cannot occur alone: a missing folder has no settings either, pale words have a pale colour, and a level needs an error. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = { "missing-folder": ["missing-settings"], "low-contrast": ["pale-colour"], "level-of-error": ["half-width-mark"] };

/** Notes are asides: a sample of one thing may cause notes about another. */
function about(code: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.severity !== "note" || diagnostic.code === code);
}

describe("each diagnostic has its smallest sample", () => {
  it.each(SAMPLES)("%s", async (code) => {
    const { diagnostics: all, sources } = await compileSample(code, "bad");
    const diagnostics = about(code, all);
    for (const lang of ["zh", "en"] as const) {
      expectGolden(join(HERE, code, `expected.${lang}.txt`), formatDiagnostics(diagnostics, sources, { lang, colour: false }));
    }
    const codes = new Set(diagnostics.map((diagnostic) => diagnostic.code));
    expect(codes).toEqual(new Set([code, ...(COMPANIONS[code] ?? [])]));
  });

  it.each(SAMPLES)("%s: the good example has none", async (code) => {
    const { diagnostics } = await compileSample(code, "good");
    expect(about(code, diagnostics)).toEqual([]);
  });

  it("and no code is without one", () => {
    const shown = new Set([...SAMPLES, ...ELSEWHERE.map((diagnostic) => diagnostic.code)]);
    expect(shown).toEqual(new Set(declaredCodes()));
  });

  it("and what no sample can bring about, another test does", () => {
    const tests = join(HERE, "..");
    const files = readdirSync(tests, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".test.ts") && !name.endsWith("diagnostics.test.ts"));
    const text = files.map((name) => readFileSync(join(tests, name), "utf8")).join("\n");
    expect(ELSEWHERE.map((diagnostic) => diagnostic.code).filter((code) => !new RegExp(`\\b${code}\\b`).test(text))).toEqual([]);
  });
});

it("exceptions may name every code and rule", () => {
  const rows = [...declaredRules()].map(([code, rule]) => `  [${JSON.stringify(code)}, ${JSON.stringify(rule)}],\n`).join("");
  const head = '/** Every code of a diagnostic with its short code, so that exceptions can be checked; `UPDATE=1` writes it from messages/. */\n';
  expectGolden(join(HERE, "../../src/diagnostics/codes.ts"), `${head}export const CODES: readonly (readonly [code: string, rule: string | null])[] = [\n${rows}];\n`);
});

describe("docs/diagnostics.md", () => {
  const page = readFileSync(PAGE, "utf8");

  it("has an entry for each code, by the room that reports it", () => {
    expect(pageCodes(page)).toEqual(declaredCodes());
    expect([...page.matchAll(/^<!-- sample: (.*) -->$/gm)].map((match) => match[1])).toEqual(pageCodes(page));
  });

  it("shows the messages of today", async () => {
    expectGolden(PAGE, await fillPage(page));
  });
});
