/** The bundle is rewritten in ASCII and loaded in parts: what it finds must be what its sources find. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, createCompileCache } from "../../src/build.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, THEMES } from "../support/project.ts";
import { luduan } from "./luduan.ts";

const PROJECTS = ["src/template/county", "src/template/communique", "src/template/english", "tests/decks/wordings", "tests/decks/syntax"];

test.each(PROJECTS)("the check that users run tells what its sources tell: %s", async (project) => {
  const dir = join(HOME, project);
  const { stdout } = await luduan(["check", dir, "--json", "--lang", "en"]);
  const { diagnostics } = await compile(dir, [THEMES], createWorld({ home: HOME }), createCompileCache());
  const told = (JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly line: number | null }[] }).diagnostics;
  expect(told.map(({ code, line, message }) => `${code} ${line}: ${message}`)).toEqual(diagnostics.map(({ code, span, message }) => `${code} ${span?.line ?? null}: ${message.en}`));
});
