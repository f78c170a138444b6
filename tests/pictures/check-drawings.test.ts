/** A drawing that cannot be shipped is reported by a check and in the preview as in a build: same code, place and words. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { build, compile, createCompileCache } from "../../src/build.ts";
import { createSession } from "../../src/dev/session.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES } from "../support/project.ts";

const SVG = (content: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">${content}</svg>`;
const DEEP = SVG("<g>".repeat(300) + "</g>".repeat(300));
const world = createWorld({ home: HOME });
let dir = "";

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "luduan-drawing-"));
  const slides = "# 回顾\n\n## 一\n\n![甲](images/a.svg)\n\n## 二\n\n![乙](images/b.svg)\n\n## 三\n\n![丙](images/a.svg)\n\n## 四\n\n![丁](images/c.svg)\n";
  const files = { "slides/10-part.md": slides, "slides/images/a.svg": DEEP, "slides/images/b.svg": SVG('<path d="M0 0h9v9z"/>'), "slides/images/c.svg": SVG("<x:y/>"), "slides/images/unused.svg": DEEP };
  for (const [path, content] of smallProject(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
});
afterEach(() => rmSync(dir, { recursive: true }));

const told = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(({ code, span, message }) => `${span?.file}:${span?.line} ${code} ${message.en}`);
const WANTED = [expect.stringMatching(/^slides\/10-part\.md:3 broken-image .*a\.svg.*nested more than 200 deep/), expect.stringMatching(/^slides\/10-part\.md:15 broken-image .*c\.svg.*prefix/i)];

it("in a check, in a build and in the preview", async () => {
  const checked = await compile(dir, [THEMES], world, createCompileCache());
  expect(told(checked.diagnostics)).toEqual(WANTED);
  expect(checked.deck).toBeNull();
  const built = await build({ dir, out: join(dir, "dist"), themes: [THEMES], only: ["deck"], steps: false, onOutput: () => undefined }, world);
  expect(built.diagnostics).toEqual(checked.diagnostics);
  const session = createSession({ dir, themes: [THEMES], world, onState: () => undefined });
  const { diagnostics, preview } = await session.state();
  await session.close();
  expect([diagnostics, preview]).toEqual([checked.diagnostics, null]);
});

it("again as long as it is there, and no longer", async () => {
  const cache = createCompileCache();
  await compile(dir, [THEMES], world, cache);
  expect(told((await compile(dir, [THEMES], world, cache)).diagnostics)).toEqual(WANTED);
  for (const name of ["a", "c"]) writeFileSync(join(dir, `slides/images/${name}.svg`), SVG("<g/>"));
  const mended = await compile(dir, [THEMES], world, cache);
  expect([told(mended.diagnostics), mended.deck?.slides.length]).toEqual([[], 5]);
});
