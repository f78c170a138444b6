/** manifest.json says what the outputs were made from: sources, the pictures shown, the theme, the commit. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { build } from "../../src/build.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";
import { writeWorkbook } from "../support/workbook.ts";

const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const SLIDES = "# 工作回顾\n\n## 水乡 {layout=picture}\n\n![一座桥](../images/bridge.png)\n";
const SALTED = /^salted:[0-9a-f]{64}$/;
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

async function manifestOf(dir: string): Promise<{ commit: string | null; inputs: Record<string, string>; outputs: Record<string, string> }> {
  const world = createWorld({ home: HOME });
  const out = join(dir, "dist");
  try {
    await build({ dir, out, themes: [THEMES], only: ["data"], steps: false, onOutput: () => undefined }, world);
    return JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  } finally {
    await world.close();
  }
}

it("names every input that the deck was made of, and no other", async () => {
  await withFolder(smallProject({ "slides/10-part.md": SLIDES, "images/bridge.png": PIXEL, "images/unused.png": PIXEL }), async (dir) => {
    const { commit, inputs, outputs } = await manifestOf(dir);
    expect(Object.keys(inputs)).toEqual([
      "data/indicators.csv", "data/observations.csv", "images/bridge.png", "slides/10-part.md", "slides/deck.yaml", "themes/shuixiang/theme.css", "themes/shuixiang/theme.yaml",
    ]);
    expect(inputs["images/bridge.png"]).toBe(createHash("sha256").update(PIXEL).digest("hex"));
    expect(inputs["slides/10-part.md"]).toMatch(SALTED);
    expect(outputs["data/observations.csv"]).toBe(createHash("sha256").update(readFileSync(join(dir, "dist/data/observations.csv"))).digest("hex"));
    expect(commit).toBeNull();
  });
});

it("a workbook is one input; its tables go out as CSV, the office's other sheets do not", async () => {
  const observations = { rows: [["indicator", "period", "value", "growth", "source"], ["gdp", 2021, { value: 1148, format: "#,##0.0" }, { value: 0.116, format: "0.0%" }, '甲，"乙"\n丙'], [null], ["gdp", 2020, 132]] };
  const book = writeWorkbook({ sheets: { 数据: observations, terms: { rows: [["wording", "kind", "since", "source"], ["清零见底", "phrase", "2021", "区委办公室"]] }, 草稿: { rows: [["机密"]] } } });
  await withFolder(smallProject({ "data/observations.csv": null, "data/report.xlsx": book }), async (dir) => {
    const { inputs } = await manifestOf(dir);
    expect(Object.keys(inputs).filter((path) => path.startsWith("data/"))).toEqual(["data/indicators.csv", "data/report.xlsx"]);
    expect(inputs["data/report.xlsx"]).toMatch(SALTED);
    expect(readdirSync(join(dir, "dist/data"))).toEqual(["edition.json", "indicators.csv", "metadata.json", "observations.csv"]);
    const published = readFileSync(join(dir, "dist/data/observations.csv"), "utf8");
    expect(published).toBe('\uFEFFindicator,period,value,growth,source\ngdp,2021,"1,148.0",11.6%,"甲，""乙""\n丙"\ngdp,2020,132,,\n');
  });
});

it.each([
  ["a branch of its own file", { HEAD: "ref: refs/heads/main\n", "refs/heads/main": `${COMMIT}\n` }, COMMIT],
  ["a packed branch", { HEAD: "ref: refs/heads/main\n", "packed-refs": `# pack-refs with: peeled\n${COMMIT} refs/heads/main\n` }, COMMIT],
  ["no branch", { HEAD: `${COMMIT}\n` }, COMMIT],
  ["no commit yet", { HEAD: "ref: refs/heads/main\n" }, null],
  ["words that are no commit in packed-refs", { HEAD: "ref: refs/heads/main\n", "packed-refs": "a-password-of-somebody refs/heads/main\n" }, null],
  ["words that are no commit in the branch", { HEAD: "ref: refs/heads/main\n", "refs/heads/main": "a-password-of-somebody\n" }, null],
  ["a path that leads outside", { HEAD: "ref: refs/../../secret\n" }, null],
])("finds the commit: %s", async (_name, files, expected) => {
  await withFolder(smallProject({}), async (dir) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(dir, ".git", path, ".."), { recursive: true });
      writeFileSync(join(dir, ".git", path), text);
    }
    expect((await manifestOf(dir)).commit).toBe(expected);
  });
});
