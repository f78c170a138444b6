/** What is private stays in the office: notes, remarks, settled wordings, and whatever would let somebody guess them. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../src/build.ts";
import type { OutputName } from "../../src/model/output-names.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";

const SETTINGS = "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n";
const SECRET = "会前请示书记";
const OBSERVATIONS = "indicator,period,value,growth,note\ngdp,2021,148,11.6%,口径有变；check-ignore A05: 原文如此\ntax,2021,12,3.1%,\n";
const FILES = {
  "slides/10-part.md": `# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}\n\n备注：\n${SECRET}，{{tax}}。\n`,
  "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\ntax,税收收入,亿元,flow\n",
  "data/observations.csv": OBSERVATIONS,
  "data/terms.csv": "wording,kind,since,source\n清零见底,phrase,2021,区委办公室\n",
};

/** Text of every published file. */
async function publish(settings: string, files: Readonly<Record<string, string>> = {}, only: readonly OutputName[] = ["data", "deck", "kiosk"]): Promise<ReadonlyMap<string, string>> {
  return withFolder(smallProject({ ...FILES, "slides/deck.yaml": SETTINGS + settings, ...files }), async (dir) => {
    const world = createWorld({ home: HOME });
    try {
      const { diagnostics } = await build({ dir, out: join(dir, "dist"), themes: [THEMES], only, steps: false, onOutput: () => undefined }, world);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    } finally {
      await world.close();
    }
    const names = readdirSync(join(dir, "dist"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new Map(names.map((name) => [name.slice(join(dir, "dist").length + 1), readFileSync(name, "utf8")]));
  });
}

const edition = (files: ReadonlyMap<string, string>): { slides: { notes: unknown; notesDigest: string | null; figures: { key: string; surface: string }[] }[] } => JSON.parse(files.get("data/edition.json") ?? "");
const inputs = (files: ReadonlyMap<string, string>): Record<string, string> => (JSON.parse(files.get("manifest.json") ?? "") as { inputs: Record<string, string> }).inputs;
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("notes", () => {
  it("private notes leave no trace in what is published", async () => {
    const files = await publish("");
    for (const [name, text] of files) expect([name, text.includes(SECRET), text.includes("清零见底")]).toEqual([name, false, false]);
    expect(edition(files).slides.map(({ notes, notesDigest, figures }) => [notes, notesDigest, figures.map(({ key }) => key)])).toEqual([[null, null, []], [null, null, ["gdp.value@2021"]]]);
    // Whoever knows the whole file but these words could try them out on a plain digest.
    const all = [...files.values()].join("\n");
    for (const text of Object.values(FILES)) expect(all).not.toContain(sha256(text));
  });

  it("what a comparison needs of them goes to internal/, and only where the notes themselves go out for the office", async () => {
    const [published, office] = [await publish("", {}, ["data", "deck"]), await publish("", {}, ["data", "single"])];
    expect([...published.keys()].filter((name) => name.startsWith("internal"))).toEqual([]);
    const notes = JSON.parse(office.get("internal/notes.json") ?? "") as { salt: string; slides: { notesDigest: string; figures: { key: string }[] }[] };
    expect(notes.slides.map(({ figures }) => figures.map(({ key }) => key))).toEqual([[], ["tax.value@2021"]]);
    expect([notes.salt, notes.slides[0]?.notesDigest]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(office.get("data/edition.json")).toBe(published.get("data/edition.json"));
  });

  it("public notes are published with their figures", async () => {
    const files = await publish("notes: public\n", {}, ["data"]);
    expect(JSON.stringify(edition(files).slides[1]?.notes)).toContain(SECRET);
    expect(edition(files).slides[1]?.figures.map(({ key, surface }) => `${key} ${surface}`)).toEqual(["gdp.value@2021 slide", "tax.value@2021 notes"]);
  });

  it("the same sources give the same digests of inputs, and any change in any source gives others", async () => {
    const [one, same, other] = [await publish("", {}, ["data"]), await publish("", {}, ["data"]), await publish("", { "data/terms.csv": FILES["data/terms.csv"].replace("2021", "2020") }, ["data"])];
    expect(inputs(one)).toEqual(inputs(same));
    const sources = Object.keys(inputs(one)).filter((path) => !path.startsWith("themes/"));
    expect(sources).toHaveLength(5);
    for (const path of sources) expect([path, inputs(one)[path] === inputs(other)[path], /^salted:[0-9a-f]{64}$/.test(inputs(one)[path] ?? "")]).toEqual([path, false, true]);
  });
});

describe("tables", () => {
  it("remarks of tables stay in the office unless they are wished", async () => {
    const files = await publish("");
    for (const [name, text] of files) expect([name, text.includes("口径有变"), text.includes("原文如此")]).toEqual([name, false, false]);
    expect(files.get("data/observations.csv")).toBe("\uFEFFindicator,period,value,growth\ngdp,2021,148,11.6%\ntax,2021,12,3.1%\n");
    const wished = await publish("remarks: public\n");
    expect(wished.get("data/observations.csv")).toBe(`\uFEFF${OBSERVATIONS}`);
    expect(wished.get("index.html")).toContain("口径有变");
    expect(wished.get("index.html")).not.toContain("原文如此");
  });

  it("cells that a spreadsheet program would run are text, and figures stay as they are published", async () => {
    const rows = ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+SUM(A1)", "-1+cmd|' /C calc'!A0", "\"=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"", "＝1+1", " =1+1", "-3.2%", "+5.2", "-0.8个百分点", "—", "-", "-其中：工业", "\"1,148\"", "近9%"];
    const files = await publish("", { "data/more.csv": `${["name", ...rows].map((cell) => `${cell},1`).join("\n")}\n` }, ["data"]);
    expect(files.get("data/more.csv")?.split("\n").slice(1, -1).map((row) => row.replace(/,1$/, ""))).toEqual([
      "\"'=1+1\"", "\"'=cmd|' /C calc'!A0\"", "\"'@SUM(A1)\"", "\"'+SUM(A1)\"", "\"'-1+cmd|' /C calc'!A0\"", "\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"", "\"'＝1+1\"", "\"' =1+1\"",
      "-3.2%", "+5.2", "-0.8个百分点", "—", "-", "-其中：工业", "\"1,148\"", "近9%",
    ]);
  });
});
