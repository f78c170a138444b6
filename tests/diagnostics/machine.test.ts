/** What goes wrong with the machine while the outputs are made: nothing is written, and the diagnostic says why. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build, type Built } from "../../src/build.ts";
import { worldFailure } from "../../src/diagnostics/messages/outputs.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { writeFailure } from "../../src/world/failure.ts";
import { WorldError } from "../../src/world/world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Builds slides.pdf of the small project; `files` replace or add files. */
function buildPdf(files: Readonly<Record<string, string>>, environment: (dir: string) => Environment): Promise<Built> {
  return withFolder(smallProject(files), async (dir) => {
    const world = createWorld({ home: HOME, environment: environment(dir) });
    try {
      const out = join(dir, "dist");
      const built = await build({ dir, out, themes: [join(dir, "themes"), THEMES], only: ["slides"], steps: false, onOutput: () => undefined }, world);
      expect(existsSync(out)).toBe(false);
      return built;
    } finally {
      await world.close();
    }
  });
}

test.runIf(process.platform !== "win32")("a browser that does not start", async () => {
  const built = await buildPdf({}, (dir) => {
    const browser = join(dir, "chromium");
    writeFileSync(browser, "#!/bin/sh\nexit 1\n");
    chmodSync(browser, 0o755);
    return { PATH: dir, PUPPETEER_EXECUTABLE_PATH: browser, PUPPETEER_CACHE_DIR: dir, XDG_CACHE_HOME: dir };
  });
  expect(built.diagnostics.map(({ code, span }) => [code, span])).toEqual([["browser-failed", null]]);
  expect(built.files.size).toBe(0);
});

test("a PDF with another number of pages than the deck has slides", async () => {
  const files = {
    "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\ntheme: own\n",
    "themes/own/theme.yaml": readFileSync(join(THEMES, "shuixiang/theme.yaml"), "utf8"),
    "themes/own/theme.css": "body.print > .slide + .slide { display: none !important; }\n",
  };
  const built = await buildPdf(files, () => process.env);
  expect(built.diagnostics.map(({ code, rule }) => [code, rule])).toEqual([["page-count", "V08"]]);
  expect(built.files.size).toBe(0);
});

test.each(["ENOSPC", "EDQUOT"])("a disk that is full (%s)", (code) => {
  const failure = writeFailure("dist", Object.assign(new Error("no space left on device"), { code }));
  expect(failure).toBeInstanceOf(WorldError);
  if (failure instanceof WorldError) expect(worldFailure(failure)).toMatchObject({ severity: "error", code: "disk-full", span: null });
});
