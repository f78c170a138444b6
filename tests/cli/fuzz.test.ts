/** Damaged copies of the sample report: whatever a file holds, the compiler answers in time and in words. `MUTANTS=300` looks further. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile, createCompileCache, type Compiled } from "../../src/build.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { drawn, HOME, THEMES } from "../support/project.ts";
import { drawFrom, mutate } from "./mutate.ts";

const MUTANTS = Number(process.env["MUTANTS"] ?? 40);
const FIRST = Number(process.env["SEED"] ?? 1);
/** Milliseconds; the sample takes a twentieth of this. */
const PATIENCE = 2000;

let dir: string;
const world = createWorld({ home: HOME });

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "luduan-fuzz-"));
  for (const folder of ["slides", "data"]) cpSync(join(HOME, folder), join(dir, folder), { recursive: true });
  cpSync(join(THEMES, "shuixiang"), join(dir, "themes/shuixiang"), { recursive: true });
});
afterAll(async () => {
  rmSync(dir, { recursive: true, force: true });
  await world.close();
});

function check({ diagnostics, sources, deck, model, read }: Compiled): void {
  for (const { message, hint, span } of diagnostics) {
    expect(message.zh).not.toMatch(/undefined|\[object|^$/);
    expect(message.en).not.toMatch(/undefined|\[object|^$/);
    expect(hint?.zh).not.toBe("");
    if (span !== null) expect(span.line >= 1 && span.column >= 1 && (span.endLine > span.line || span.endColumn >= span.column), JSON.stringify(span)).toBe(true);
  }
  for (const lang of ["zh", "en"] as const) expect(formatDiagnostics(diagnostics, sources, { lang, colour: true })).not.toContain("undefined");
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  expect(read).not.toBeNull();
  expect(deck === null || model === null).toBe(failed);
  for (const slide of deck?.slides ?? []) expect(slide.html).not.toMatch(/undefined|NaN|\[object/);
}

async function timeOf(themes: readonly string[]): Promise<number> {
  const started = performance.now();
  await compile(dir, themes, world, createCompileCache());
  return performance.now() - started;
}

test("spoilt files are complained about, never fallen over; what is remembered of other files changes nothing", async () => {
  const paths = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((path) => /\.(md|yaml|csv|css)$/.test(path)).sort();
  const originals = new Map(paths.map((path) => [path, readFileSync(join(dir, path))]));
  const themes = [join(dir, "themes"), THEMES];
  const remembered = createCompileCache();
  for (let seed = FIRST; seed < FIRST + MUTANTS; seed += 1) {
    const draw = drawFrom(seed);
    const path = paths[draw(paths.length)]!;
    const original = originals.get(path)!;
    writeFileSync(join(dir, path), mutate(original, originals.get(paths[draw(paths.length)]!)!, draw));
    try {
      const started = performance.now();
      const fresh = await compile(dir, themes, world, createCompileCache());
      const time = performance.now() - started;
      check(fresh);
      const again = await compile(dir, themes, world, remembered);
      expect(again.diagnostics).toEqual(fresh.diagnostics);
      expect(await drawn(again)).toEqual(await drawn(fresh));
      // A busy machine is slow once; a hang is slow every time.
      if (time > PATIENCE) expect(await timeOf(themes), "milliseconds").toBeLessThan(PATIENCE);
    } catch (failure) {
      throw new Error(`mutant ${seed} of ${path}: ${failure instanceof Error ? failure.stack : String(failure)}`, { cause: failure });
    }
    writeFileSync(join(dir, path), original);
  }
}, 30_000 + MUTANTS * PATIENCE);
