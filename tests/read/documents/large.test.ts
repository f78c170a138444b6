/** A report of 200 pages with a photograph on every second one. */
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { item, list, num, p, picture, r, table, writeDocx } from "../../support/docx.ts";
import { read } from "./read.ts";

it("is read within ten seconds, every paragraph and picture of it", async () => {
  const sentence = "过去一年，我们坚持稳中求进，全力抓项目、促投资、惠民生，各项工作都取得新的进展，地区生产总值完成148亿元。";
  // Word breaks a paragraph into many runs.
  const runs = [...sentence.repeat(4).matchAll(/.{1,9}/gu)].map(([text]) => r(text, '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋"/><w:sz w:val="32"/>')).join("");
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(100_000)]);
  const pages = Array.from({ length: 200 }, (_, page) => [0, 1, 1, 2].map((level) => item(runs, 1, level)).join("") + (page % 2 === 0 ? p(picture(`p${page}`)) : ""));
  const media = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`p${index * 2}`, { name: `${index}.jpg`, bytes: photo }]));
  const bytes = writeDocx({ body: pages.join("") + table(...Array.from({ length: 400 }, () => ["a", "b", "c", "d"])), media, numbering: list(0, [["chineseCounting", "%1、"], ["chineseCounting", "（%2）"], ["decimal", "%3."]]) + num(1, 0) });
  const start = performance.now();
  const { blocks, told } = await read("报告.docx", bytes);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(told).toEqual([]);
  expect(blocks.filter(({ type }) => type === "paragraph")).toHaveLength(800);
  expect(blocks.filter(({ type }) => type === "picture")).toHaveLength(100);
  expect(blocks.at(-1)?.type).toBe("table");
});
