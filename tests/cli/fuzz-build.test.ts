/** Damaged copies of a project, built: never a fall, never half a result, and the last good one stays. `MUTANTS=300` looks further. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, type Built } from "../../src/build.ts";
import { exitCode } from "../../src/cli/output.ts";
import type { OutputName } from "../../src/model/output-names.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, THEMES } from "../support/project.ts";
import { writeWorkbook } from "../support/workbook.ts";
import { hashesOf, isWhole } from "./luduan.ts";
import { drawFrom, mutate, type Draw } from "./mutate.ts";

const MUTANTS = Number(process.env["MUTANTS"] ?? 24);
const FIRST = Number(process.env["SEED"] ?? 1);
const WEB: readonly OutputName[] = ["deck", "single", "kiosk", "data"];
const PRINTED: readonly OutputName[] = ["slides", "handout-2", "notes", "booklet", "data"];

/** What a spoilt theme causes has no place in the sources: a font that is not there, a page that cannot be printed as it should. */
const PLACELESS = /^(?:missing-font|unusable-font|pdf-.*|page-.*)$/;

const world = createWorld({ home: HOME });
let project = "";
let dist = "";
/** Bytes of each file, by path below the project. */
const originals = new Map<string, Buffer>();

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), "luduan-fuzz-build-"));
  dist = join(project, "dist");
  for (const folder of ["slides", "data"]) cpSync(join(HOME, "src/template/township", folder), join(project, folder), { recursive: true });
  cpSync(join(THEMES, "shuixiang"), join(project, "themes/shuixiang"), { recursive: true });
  mkdirSync(join(project, "slides/images"), { recursive: true });
  writeFileSync(join(project, "slides/90-pictures.md"), "# 图\n\n## 一座桥\n\n![桥](images/bridge.png)\n\n## 一张图\n\n![图](images/plan.svg)\n");
  writeFileSync(join(project, "slides/images/bridge.png"), await sharp({ create: { width: 60, height: 40, channels: 3, background: "teal" } }).png().toBuffer());
  writeFileSync(join(project, "slides/images/plan.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><style>.a{fill:url(#g)}</style><linearGradient id="g"><stop stop-color="gold"/></linearGradient><g transform="scale(2)"><path class="a" d="M0 0h20v20z"/></g></svg>');
  rmSync(join(project, "data/terms.csv"), { force: true });
  writeFileSync(join(project, "data/terms.xlsx"), writeWorkbook({ sheets: { terms: { rows: [["wording", "kind", "since", "source"], ["甲乙桥", "place", "2021", "地名公告"]] } } }));
  for (const path of readdirSync(project, { recursive: true, encoding: "utf8" }).filter((name) => /\.(md|yaml|csv|css|svg|png|xlsx)$/.test(name)).sort()) originals.set(path, readFileSync(join(project, path)));
});
afterAll(async () => {
  rmSync(project, { recursive: true, force: true });
  await world.close();
});

const run = (only: readonly OutputName[]): Promise<Built> => build({ dir: project, out: dist, themes: [join(project, "themes"), THEMES], only, steps: false, onOutput: () => undefined }, world);

/** Damages one file, and half of the time another one as well; returns their paths. */
function spoil(draw: Draw): readonly string[] {
  const paths = [...originals.keys()];
  const spoilt = [paths[draw(paths.length)]!, ...(draw(2) === 0 ? [paths[draw(paths.length)]!] : [])];
  for (const path of spoilt) writeFileSync(join(project, path), mutate(originals.get(path)!, originals.get(paths[draw(paths.length)]!)!, draw));
  return spoilt;
}

/** Builds a damaged copy and returns whether it was good enough for a result. */
async function tryMutant(seed: number, only: readonly OutputName[]): Promise<boolean> {
  const before = hashesOf(dist);
  const spoilt = spoil(drawFrom(seed));
  try {
    const { diagnostics } = await run(only);
    const code = exitCode(diagnostics);
    expect(diagnostics.filter(({ span, severity, code: name }) => span === null && severity === "error" && !PLACELESS.test(name))).toEqual([]);
    if (code !== 0) expect(hashesOf(dist)).toEqual(before);
    expect(isWhole(dist)).toBe(true);
    expect(readdirSync(project).filter((name) => name.startsWith("."))).toEqual([]);
    return code === 0;
  } catch (failure) {
    throw new Error(`mutant ${seed} of ${spoilt.join(" and ")}: ${failure instanceof Error ? failure.stack : String(failure)}`, { cause: failure });
  } finally {
    for (const path of spoilt) writeFileSync(join(project, path), originals.get(path)!);
  }
}

async function tryMutants(first: number, count: number, only: readonly OutputName[]): Promise<void> {
  const { diagnostics } = await run(only);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  let good = 0;
  for (let seed = first; seed < first + count; seed += 1) good += (await tryMutant(seed, only)) ? 1 : 0;
  // Neither is all of it refused, nor nothing.
  expect(good).toBeGreaterThan(0);
  expect(good).toBeLessThan(count);
}

test("pages for browsers", () => tryMutants(FIRST, MUTANTS, WEB), 60_000 + MUTANTS * 4000);

test("printed documents", () => tryMutants(FIRST + 100_000, Math.ceil(MUTANTS / 4), PRINTED), 60_000 + MUTANTS * 4000);
