/** Doubts of an import are settled by a button: the row goes into its table, as one edit that can be taken back. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeskAnswer, DeskDoubt } from "../../src/model/desk.ts";
import { reviewFiles } from "../../src/import.ts";
import { sampleReview } from "../import/sample-review.ts";
import { writeWorkbook } from "../support/workbook.ts";
import { ask, createDeskRoom, post } from "./desk-room.ts";

const TABLE = "data/observations.csv";
const room = createDeskRoom({
  ...Object.fromEntries(reviewFiles(sampleReview())), "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\nincome,居民收入,元,flow\n", [TABLE]: "indicator,period,value,growth,basis,rank,note\ngdp,2021,148,11.6%,,,\n",
});
beforeAll(() => room.start());
afterAll(() => room.remove());

const list = async (): Promise<readonly DeskDoubt[]> => JSON.parse((await ask(`${room.url()}doubts`)).body) as DeskDoubt[];
const states = async (): Promise<readonly string[]> => (await list()).flatMap(({ rows }) => rows.map(({ state }) => state));
const accept = (number: unknown): Promise<DeskAnswer> => post(room.url(), "accept", { number });
const onDisk = (path: string): string => readFileSync(join(room.dir, path), "utf8");

it("a row is written where a person accepts it, in the words of its columns, and taken back", async () => {
  const before = onDisk(TABLE);
  const target = (await list()).find(({ title }) => title.startsWith("居民收入"))!;
  expect(target).toMatchObject({ words: "增长与经济增长同步", reason: "计划的写法没有读懂，仍照原文", rows: [{ path: "data/targets.csv", cells: [["indicator", "income"], ["period", "2026"], ["target", "增长与经济增长同步"]], state: "open" }] });
  expect(existsSync(join(room.dir, "data/targets.csv"))).toBe(false);
  expect(await accept(target.number)).toMatchObject({ type: "written" });
  expect(onDisk("data/targets.csv")).toBe("indicator,period,target\nincome,2026,增长与经济增长同步\n");
  expect((await states()).filter((state) => state === "there")).toHaveLength(1);
  expect(await accept(target.number)).toMatchObject({ type: "refused" });
  expect(await post(room.url(), "undo", {})).toMatchObject({ type: "written", path: "data/targets.csv" });
  expect(onDisk("data/targets.csv")).toBe("indicator,period,target\n");
  expect(await states()).not.toContain("there");
  expect(onDisk(TABLE)).toBe(before);
});

it("an indicator that no table has is written with its figure, and both are one step", async () => {
  const [figures, indicators] = [onDisk(TABLE), onDisk("data/indicators.csv")];
  const { number, rows } = (await list()).find(({ title }) => title.startsWith("技改投资 96"))!;
  expect(rows.map(({ path }) => path)).toEqual(["data/indicators.csv", TABLE]);
  expect(await accept(number)).toMatchObject({ type: "written" });
  expect(onDisk("data/indicators.csv")).toBe(`${indicators}i001,技改投资,亿元,flow\n`);
  expect(onDisk(TABLE)).toBe(`${figures}i001,2021-2025,96,,,,\n`);
  await post(room.url(), "undo", {});
  expect([onDisk(TABLE), onDisk("data/indicators.csv")]).toEqual([figures, indicators]);
  await post(room.url(), "redo", {});
  expect((await list()).find((one) => one.number === number)!.rows.map(({ state }) => state)).toEqual(["there"]);
  await room.stop();
  await room.start();
  await post(room.url(), "undo", {});
  expect([onDisk(TABLE), onDisk("data/indicators.csv")]).toEqual([figures, indicators]);
});

it("a figure that is in the table is never written over", async () => {
  const { number } = (await list()).find(({ title }) => title.startsWith("技改投资 96"))!;
  writeFileSync(join(room.dir, TABLE), `${onDisk(TABLE)}i001,2021-2025,95,,,,\n`);
  const before = onDisk(TABLE);
  expect(await accept(number)).toMatchObject({ type: "refused", message: expect.stringContaining("别的数") });
  expect(onDisk(TABLE)).toBe(before);
});

it("a table in a workbook is left to it", async () => {
  const indicators = onDisk("data/indicators.csv");
  rmSync(join(room.dir, "data/indicators.csv"));
  writeFileSync(join(room.dir, "data/report.xlsx"), writeWorkbook({ sheets: { 指标: { rows: indicators.trim().split("\n").map((line) => line.split(",")) } } }));
  await post(room.url(), "refresh", {});
  const { number, rows } = (await list()).find(({ title }) => title.startsWith("居民收入"))!;
  expect(rows.map(({ state }) => state)).toEqual(["open"]);
  // One that it lacks cannot be accepted here.
  const other = (await list()).find(({ title }) => title.startsWith("技改投资 96"))!;
  expect(other.rows[0]).toMatchObject({ path: "data/indicators.csv", state: "workbook" });
  expect(await accept(other.number)).toMatchObject({ type: "refused" });
  expect(await accept(number)).toMatchObject({ type: "written" });
  expect(existsSync(join(room.dir, "data/indicators.csv"))).toBe(false);
});

it.each([[99], ["4"], [null], [1]])("what is no doubt is refused: %j", async (number) => {
  expect(await accept(number)).toMatchObject({ type: "refused", message: expect.stringMatching(/\p{Script=Han}/u) });
});

it("without a review there is none", async () => {
  rmSync(join(room.dir, "导入核对.json"));
  expect(await list()).toEqual([]);
});
