/** The bundled programs keep their compiled code, and never depend on it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { crc32 } from "node:zlib";
import { asciiOnly } from "../../src/ascii-only.ts";
import { luduan, makeRoom, removeRoom, writeProject } from "./luduan.ts";

let room: string;
let project: string;
beforeAll(() => {
  room = makeRoom();
  project = writeProject(join(room, "报告"));
});
afterAll(() => removeRoom(room));

const SAID = "No errors: 2 slides.\n";
const check = (cache: string, env: Readonly<Record<string, string>> = {}): ReturnType<typeof luduan> => luduan(["check", project], { env: { XDG_CACHE_HOME: join(room, cache), ...env } });

/** Every file of compiled code, with its time of writing. */
function kept(cache: string): ReadonlyMap<string, number> {
  const folder = join(room, cache, "luduan/compiled");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  return new Map(files.map((path) => [path, statSync(path).mtimeMs]));
}

/** As it is kept: behind a sum of its bytes. The engine's version stands in its second word. */
function withSum(code: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(code));
  return Buffer.concat([sum, code]);
}

test("the first run keeps the code of every program that it loads, and the next writes nothing", async () => {
  expect(await check("first")).toMatchObject({ code: 0, stderr: SAID });
  const after = kept("first");
  expect([...after.keys()].some((path) => /\/check\/check-[\w-]{8}\.cjs\.[0-9a-f]{8}$/.test(path))).toBe(true);
  expect(await check("first")).toMatchObject({ code: 0, stderr: SAID });
  expect(kept("first")).toEqual(after);
});

test.each([
  ["empty", () => Buffer.alloc(0)],
  ["cut", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ["changed in one byte", (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 0xff : byte)))],
  ["of another engine", (bytes: Buffer) => withSum(Buffer.from(bytes.subarray(4).map((byte, at) => (at === 4 ? byte ^ 0xff : byte))))],
])("kept code that is %s is made anew", async (_, spoil) => {
  const whole = await check("spoilt");
  for (const path of kept("spoilt").keys()) writeFileSync(path, spoil(readFileSync(path)));
  const spoilt = new Map([...kept("spoilt").keys()].map((path) => [path, readFileSync(path)]));
  expect(await check("spoilt")).toEqual(whole);
  for (const [path, bytes] of spoilt) expect(readFileSync(path).equals(bytes), path).toBe(false);
});

test("a cache that is a file, and one that is turned off, cost nothing but time", async () => {
  writeFileSync(join(room, "a file"), "");
  expect(await check("a file")).toMatchObject({ code: 0, stderr: SAID });
  expect(await check("off", { NODE_DISABLE_COMPILE_CACHE: "1" })).toMatchObject({ code: 0, stderr: SAID });
  expect(() => kept("off")).toThrow("ENOENT");
});

test("a word that is no command is no folder's name", async () => {
  expect(await luduan(["../../outside"], { env: { XDG_CACHE_HOME: join(room, "odd") } })).toMatchObject({ code: 2 });
  expect([...kept("odd").keys()].every((path) => path.includes("/other/"))).toBe(true);
});

test.each([
  ["strings", "['甲', \"乙\\n\", '\\丙', '\\\\丁', '𠀀', '\\u7532']"],
  ["templates", "((x) => [`甲${x}乙`, `\\`${`丙${x}`}`, `\\\n丁`])('戊')"],
  ["raw templates", "((x) => [String.raw`甲\\d${x}\\n`, String.raw`\\`乙`, String.raw`$\\{丙}`, [String.raw`丁`].length])('戊')"],
  ["patterns", "['甲乙'.replace(/[甲-甴]/u, 'x'), /𠀀+/u.test('𠀀𠀀'), /\\甲/.test('甲'), '亿'.search(/[亿万]$/)]"],
  ["names", "(({ 亩, 公顷: { 数 } }) => [亩, 数])({ 亩: 1, 公顷: { 数: 2 } })"],
  ["comments", "[1 /* 甲 */, // 乙\n 2]"],
])("a program in ASCII does the same: %s", (_, code) => {
  const ascii = asciiOnly(code);
  expect(ascii).toMatch(/^[\0-\x7f]*$/);
  expect(runInNewContext(ascii)).toEqual(runInNewContext(code));
});

test("a tag that may look at the raw text is refused", () => {
  expect(() => asciiOnly("tag`甲`")).toThrow("tag`");
});
