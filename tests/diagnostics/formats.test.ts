/** Diagnostics for code hosts and editors: SARIF, workflow commands, one line each. */
import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import { note, warning } from "../../src/diagnostics/diagnostic.ts";
import { shapeDiagnostics } from "../../src/diagnostics/formats.ts";
import { missingFolder } from "../../src/diagnostics/messages/settings.ts";
import { toSarif } from "../../src/diagnostics/sarif.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const HERE = { lang: "en", below: "", version: "1.2.3" } as const;

/** The schema that OASIS publishes with SARIF 2.1.0 (sarif-schema-2.1.0.json). One of its patterns is invalid with the flag u. */
const SCHEMA: object = JSON.parse(readFileSync(new URL("sarif-2.1.0.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(SCHEMA);

/** The schema's complaints about the log that is printed. */
function faultsOf(diagnostics: Parameters<typeof toSarif>[0], options: Parameters<typeof toSarif>[1]): string[] {
  isSarif(JSON.parse(shapeDiagnostics(diagnostics, "sarif", options)));
  return (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
const PART = "# 工作回顾\n\n## 主要指标 𠮷\n\n- 𠮷全年{{gpd}}、{{gdp}}\n- {{gpd}}\n";

async function findings(): Promise<Awaited<ReturnType<typeof compileFolder>>["diagnostics"]> {
  return withFolder(smallProject({ "slides/10-part.md": PART }), async (dir) => (await compileFolder(dir)).diagnostics);
}

it("SARIF: each result names its rule, and its region holds just the words complained of, counted in UTF-16 units", async () => {
  const log = toSarif(await findings(), HERE);
  const [run] = log.runs;
  expect(log.version).toBe("2.1.0");
  expect(run).toMatchObject({ columnKind: "utf16CodeUnits", invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }] });
  expect(run!.tool.driver.rules).toEqual([
    { id: "unknown-indicator", shortDescription: { text: "unknown indicator" }, help: { text: expect.stringMatching(/did you mean "gdp"/) }, defaultConfiguration: { level: "error" }, properties: { tags: [] } },
  ]);
  expect(run!.results).toHaveLength(2);
  const lines = PART.split("\n");
  for (const result of run!.results) {
    expect(run!.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    const { artifactLocation, region } = result.locations[0]!.physicalLocation;
    expect(artifactLocation.uri).toBe("slides/10-part.md");
    expect(region!.startLine).toBe(region!.endLine);
    expect(lines[region!.startLine - 1]!.slice(region!.startColumn - 1, region!.endColumn - 1)).toBe("gpd");
  }
});

it("SARIF: a safe repair is a fix, a failure of the machine a notification, and paths are encoded below the reader's folder", () => {
  const span = { file: "slides/10 回顾.md", line: 3, column: 5, endLine: 3, endColumn: 6 };
  const comma = warning("half-width-mark", span, { zh: "半角。", en: "Half-width." }, { rule: "P01", hint: { zh: "改全角。", en: "Use a full one." }, fix: { span, replacement: "，" } });
  const log = toSarif([comma, missingFolder("slides")], { lang: "zh", below: "乡镇/", version: "1.2.3" });
  expect(log.runs[0]!.results).toEqual([
    {
      ruleId: "half-width-mark", ruleIndex: 0, level: "warning", message: { text: "半角。\n改全角。" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "%E4%B9%A1%E9%95%87/slides/10%20%E5%9B%9E%E9%A1%BE.md" }, region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 6 } } }],
      fixes: [{ description: { text: "改全角。" }, artifactChanges: [{ artifactLocation: { uri: "%E4%B9%A1%E9%95%87/slides/10%20%E5%9B%9E%E9%A1%BE.md" }, replacements: [{ deletedRegion: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 6 }, insertedContent: { text: "，" } }] }] }],
    },
  ]);
  expect(log.runs[0]!.tool.driver).toMatchObject({ version: "1.2.3", semanticVersion: "1.2.3", language: "zh-CN", rules: [{ id: "half-width-mark", properties: { tags: ["P01"] } }] });
  expect(log.runs[0]!.invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: "missing-folder" }, level: "error" }] }]);
});

it("a cell of a workbook is told by the file that a code host has, and by its name", () => {
  const cell = warning("date-cell", { file: "data/报告.xlsx!observations", line: 5, column: 3, endLine: 5, endColumn: 4 }, { zh: "是日期。", en: "Is a date." });
  const options = { ...HERE, below: "town/" };
  expect(toSarif([cell], options).runs[0]!.results[0]).toMatchObject({
    message: { text: "observations!C5: Is a date." },
    locations: [{ physicalLocation: { artifactLocation: { uri: "town/data/%E6%8A%A5%E5%91%8A.xlsx" } }, logicalLocations: [{ fullyQualifiedName: "observations!C5", kind: "cell" }] }],
  });
  expect(faultsOf([cell], options)).toEqual([]);
  expect(shapeDiagnostics([cell], "github", options)).toBe("::warning file=town/data/报告.xlsx,title=date-cell::observations!C5: Is a date.\n");
  expect(shapeDiagnostics([cell], "unix", options)).toBe("town/data/报告.xlsx:5:3: warning: observations!C5: Is a date. [date-cell]\n");
});

it("SARIF: every log keeps to the schema of the standard", async () => {
  const span = { file: "C:/报告/a b.md", line: 3, column: 5, endLine: 3, endColumn: 6 };
  const fixed = warning("half-width-mark", span, { zh: "半角。", en: "Half-width." }, { rule: "P01", fix: { span, replacement: "" } });
  const sheet = note("empty-table", { ...span, file: "data/report.xlsx!observations", line: 1, column: 1, endLine: 1, endColumn: 1 }, { zh: "空表。", en: "Empty." });
  for (const lang of ["zh", "en"] as const) {
    expect(faultsOf([], { ...HERE, lang })).toEqual([]);
    expect(faultsOf([...(await findings()), ...ELSEWHERE, fixed, sheet], { ...HERE, lang, below: "乡镇/" })).toEqual([]);
  }
});

it("SARIF: the schema is one that finds faults", () => {
  const log = toSarif([], HERE);
  isSarif({ ...log, runs: [{ ...log.runs[0], tool: { driver: { version: 1 } }, columnKind: "bytes" }] });
  expect((isSarif.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)).toEqual(expect.arrayContaining(["/runs/0/tool/driver required", "/runs/0/tool/driver/version type", "/runs/0/columnKind enum"]));
});

it("one line each, as compilers print", async () => {
  const shaped = shapeDiagnostics([...(await findings()), missingFolder("slides")], "unix", { lang: "en", below: "towns/a/", version: "1.2.3" });
  expect(shaped).toBe(
    'luduan: error: There is no folder "slides". [missing-folder]\ntowns/a/slides/10-part.md:5:9: error: No indicator is called "gpd". [unknown-indicator]\ntowns/a/slides/10-part.md:6:5: error: No indicator is called "gpd". [unknown-indicator]\n',
  );
});

it("workflow commands, whatever signs a message has", () => {
  const span = { file: "slides/a,b:c.md", line: 2, column: 1, endLine: 4, endColumn: 3 };
  const found = note("target-gap", span, { zh: "8%\n以上", en: "8%\nat least" }, { rule: "A03" });
  expect(shapeDiagnostics([found], "github", HERE)).toBe("::notice file=slides/a%2Cb%3Ac.md,line=2,endLine=4,col=1,endColumn=3,title=target-gap (A03)::8%25%0Aat least\n");
});
