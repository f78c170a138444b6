/** `check:` in deck.yaml and in front matter changes warnings and notes, never an error. Notes wait until the errors are gone. */
import { expect, it } from "vitest";
import type { Compiled } from "../../src/build.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const SETTINGS = "title: 工作报告\norganisation: 测试镇\nperiod: 2021\n";
/** Step 2 without step 1 is the warning `step-gap`. */
const GAP = "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}} {step=2}\n";

async function severities(settings: string, slides: string): Promise<readonly string[]> {
  const files = smallProject({ "slides/deck.yaml": settings, "slides/10-part.md": slides });
  const compiled: Compiled = await withFolder(files, compileFolder);
  return compiled.diagnostics.map((diagnostic) => `${diagnostic.severity} ${diagnostic.code} ${compiled.deck === null ? "stopped" : "built"}`);
}

it.each([
  [SETTINGS, GAP, ["warning step-gap built"]],
  [`${SETTINGS}check: { step-gap: { level: off, reason: 讲稿里分步 } }\n`, GAP, []],
  [`${SETTINGS}check: { step-gap: off }\n`, GAP, ["warning missing-reason built"]],
  [`${SETTINGS}check: { step-gap: note }\n`, GAP, ["note step-gap built"]],
  [`${SETTINGS}check: { step-gap: error }\n`, GAP, ["error step-gap stopped"]],
  [`${SETTINGS}check: { step-gap: error }\n`, `---\ncheck: { step-gap: { level: off, reason: 讲稿里分步 } }\n---\n${GAP}`, []],
  [`${SETTINGS}check: { step-gap: note }\n`, `${GAP}- {{gpd}}\n`, ["error unknown-indicator stopped"]],
  [`${SETTINGS}check: { unknown-indicator: { level: off, reason: 无 } }\n`, "# 回顾\n\n## 指标\n\n- {{gpd}}\n", ["error unknown-indicator stopped", "warning level-of-error stopped"]],
  [SETTINGS, "---\ncheck: { unknown-indicator: note }\n---\n# 回顾\n\n## 指标\n\n- {{gpd}}\n- {{gpd}}\n", ["warning level-of-error stopped", "error unknown-indicator stopped", "error unknown-indicator stopped"]],
  [`${SETTINGS}check: { P01: { level: warning, reason: 试 } }\n`, `${GAP}- 甲,乙\n`, ["warning step-gap stopped", "error half-width-mark stopped", "warning level-of-error stopped"]],
  [`${SETTINGS}check: { step-gap: off, foo: note, A07: loud, A08: { level: off, reson: 试 } }\n`, GAP, ["warning step-gap stopped", "warning missing-reason stopped", "error unknown-rule stopped", "error invalid-value stopped", "error unknown-key stopped"]],
])("%#", async (settings, slides, expected) => {
  expect(await severities(settings, slides)).toEqual(expected);
});
