/** slides.pdf as PDF readers see it. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeOutputs } from "../../src/outputs/write-outputs.ts";
import { createBench, deckOf, sampleTheme, type Bench } from "../support/rendered-sample.ts";

let bench: Bench;
let bytes: Uint8Array;
let file: string;
const poppler = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: "utf8" });

beforeAll(async () => {
  bench = await createBench();
  bytes = await print();
  file = join(bench.dir, "slides.pdf");
  writeFileSync(file, bytes);
});
afterAll(() => bench.close());

async function print(): Promise<Uint8Array> {
  const files = await writeOutputs(deckOf(), sampleTheme(), bench.options({ only: ["slides"] }), bench.world, bench.report);
  return files.get("slides.pdf")!;
}

test("one page of 13⅓ × 7½ inches a slide, titled, tagged, with author and without dates", () => {
  const about = poppler("pdfinfo", file);
  expect(about).toMatch(/^Pages:\s+3$/m);
  expect(about).toMatch(/^Page size:\s+960 x 540 pts$/m);
  expect(about).toMatch(/^Title:\s+政府工作报告$/m);
  expect(about).toMatch(/^Author:\s+甪直镇$/m);
  expect(about).toMatch(/^Tagged:\s+yes$/m);
  expect(about).toMatch(/^Metadata Stream:\s+yes$/m);
  expect(about).not.toContain("CreationDate");
  expect(bench.found).toEqual([]);
});

test("headings and figures of every page are in the structure, in order", () => {
  const structure = poppler("pdfinfo", "-struct-text", file);
  const order = [...structure.matchAll(/\b(H1|H2|Figure)\b|"(政府工作报告|主要指标|谢谢)"/g)].map((match) => match[1] ?? match[2]);
  expect(order).toEqual(["H1", "政府工作报告", "H2", "主要指标", "H2", "谢谢", "Figure"]);
});

test("the catalogue names the language, and the outline the headings", () => {
  const text = Buffer.from(bytes).toString("latin1");
  expect(text.slice(text.lastIndexOf("/Type /Catalog") - 200)).toContain("/Lang (zh-CN)");
  expect(text).toContain("/Outlines ");
});

test("fonts are embedded subsets of TrueType outlines, none is Type 3", () => {
  const rows = poppler("pdffonts", file).trim().split("\n").slice(2);
  expect(rows.length).toBeGreaterThanOrEqual(2);
  for (const row of rows) expect(row).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
});

test("steps stand in their final state", () => {
  expect(poppler("pdftotext", file, "-")).toContain("地区生产总值148亿元，增长11.6%");
});

test("printing again gives the same bytes", async () => {
  expect(Buffer.compare(await print(), bytes)).toBe(0);
});
