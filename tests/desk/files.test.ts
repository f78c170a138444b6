/** Edits are written as a careful person would, can be taken back, and never drop what somebody else has written. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeskAnswer, DeskText } from "../../src/model/desk.ts";
import { changeText } from "../../src/fix/change-text.ts";
import { ask, createDeskRoom, post, type DeskRoom } from "./desk-room.ts";

const PART = "slides/10-part.md";
let room: DeskRoom;
beforeEach(async () => {
  room = createDeskRoom();
  await room.start();
});
afterEach(() => room.remove());

const read = async (path: string): Promise<DeskText> => JSON.parse((await ask(`${room.url()}file?path=${encodeURIComponent(path)}`)).body) as DeskText;
const write = async (path: string, change: (text: string) => string): Promise<DeskAnswer> => {
  const { text, sum } = await read(path);
  return post(room.url(), "edit", { path, sum, text: change(text) });
};
const step = (way: "undo" | "redo"): Promise<DeskAnswer> => post(room.url(), way, {});
const onDisk = (path: string): string => readFileSync(join(room.dir, path), "utf8");

describe("the bytes of a file", () => {
  const GB = Buffer.from([0xb5, 0xd8, 0xb7, 0xbd, 0x0d, 0x0a, 0x61, 0x0d, 0x0a]);
  it.each([
    ["CRLF stays, and new lines get it", Buffer.from("甲\r\n乙\r\n"), "甲\n丙\n丁\n", Buffer.from("甲\r\n丙\r\n丁\r\n")],
    ["a byte order mark stays", Buffer.from("\uFEFF甲\n乙\n"), "甲\n丙\n", Buffer.from("\uFEFF甲\n丙\n")],
    ["mixed line ends stay where nothing changes", Buffer.from("a\r\nb\nc\rd"), "a\nb\nx\nd", Buffer.from("a\r\nb\nx\rd")],
    ["GB 18030 stays", GB, "地方\nb\n", Buffer.from([0xb5, 0xd8, 0xb7, 0xbd, 0x0d, 0x0a, 0x62, 0x0d, 0x0a])],
    ["UTF-16 stays", Buffer.from("\uFEFF甲乙", "utf16le"), "甲丙", Buffer.from("\uFEFF甲丙", "utf16le")],
    ["half of a pair is no change", Buffer.from("a𠀀b"), "a𠀁b", Buffer.from("a𠀁b")],
    ["an empty file takes a text", Buffer.from(""), "甲\n", Buffer.from("甲\n")],
  ])("%s", (_, bytes, text, expected) => {
    expect(Buffer.from(changeText(bytes, text) ?? []).toString("hex")).toBe(expected.toString("hex"));
  });

  it("a character that the encoding lacks is refused", () => {
    expect(changeText(GB, "地方😀\na\n")).toBeNull();
  });
});

it("an edit is on the disk when it is answered", async () => {
  expect(await write(PART, (text) => text.replace("主要指标", "重要指标"))).toMatchObject({ type: "written" });
  expect(onDisk(PART)).toBe("# 工作回顾\n\n## 重要指标\n\n- 全年{{gdp}}\n");
});

it("edits of several files are taken back in order, and made again, also after a restart", async () => {
  const before = [onDisk(PART), onDisk("data/indicators.csv")];
  for (let count = 0; count < 51; count += 1) {
    await write(PART, (text) => `${text}- 第${count}条\n`);
    await write("data/indicators.csv", (text) => `${text}i${count},指标${count},亿元,flow\n`);
  }
  const after = [onDisk(PART), onDisk("data/indicators.csv")];
  await room.stop();
  await room.start();
  for (let count = 0; count < 102; count += 1) expect(await step("undo")).toMatchObject({ type: "written" });
  expect([onDisk(PART), onDisk("data/indicators.csv")]).toEqual(before);
  expect(await step("undo")).toMatchObject({ type: "refused" });
  for (let count = 0; count < 102; count += 1) await step("redo");
  expect([onDisk(PART), onDisk("data/indicators.csv")]).toEqual(after);
});

describe("a burst of keys", () => {
  /** Types at the end of a file, letter by letter. */
  const type = async (path: string, letters: string): Promise<void> => {
    let { text, sum } = await read(path);
    for (const [index, letter] of [...letters].entries()) {
      text += letter;
      const answer = await post<DeskAnswer>(room.url(), "edit", { path, sum, text, more: index > 0 });
      sum = answer.type === "written" ? answer.sum : "";
    }
  };
  const TABLE = "data/indicators.csv";

  it("is on the disk letter by letter, is one step back and one forth, also after a restart", async () => {
    const before = onDisk(PART);
    await type(PART, "- 甲乙丙\n");
    await type(TABLE, "x,甲,亿元,flow\n");
    expect(onDisk(PART)).toBe(`${before}- 甲乙丙\n`);
    await room.stop();
    await room.start();
    expect(await step("undo")).toMatchObject({ type: "written", path: TABLE });
    expect(await step("undo")).toMatchObject({ type: "written", path: PART });
    expect(onDisk(PART)).toBe(before);
    expect(await step("undo")).toMatchObject({ type: "refused" });
    await step("redo");
    expect(onDisk(PART)).toBe(`${before}- 甲乙丙\n`);
  });

  it("goes on with no step of another file, nor with one that was taken back", async () => {
    const before = onDisk(PART);
    await type(PART, "甲");
    await type(TABLE, "#");
    const { text, sum } = await read(PART);
    await post(room.url(), "edit", { path: PART, sum, text: `${text}乙`, more: true });
    await step("undo");
    expect(onDisk(PART)).toBe(`${before}甲`);
    const now = await read(PART);
    await post(room.url(), "edit", { path: PART, sum: now.sum, text: `${now.text}丙`, more: true });
    await step("undo");
    expect(onDisk(PART)).toBe(`${before}甲`);
  });

  it("that is deleted again is no step", async () => {
    await type(PART, "甲");
    const { text, sum } = await read(PART);
    await post(room.url(), "edit", { path: PART, sum, text: text.slice(0, -1), more: true });
    expect(await step("undo")).toMatchObject({ type: "refused" });
  });
});

it("what was written is in the next look at the deck", async () => {
  for (const word of ["甲", "乙", "丙"]) {
    await write(PART, (text) => text.replace(/## .*/, `## ${word}`));
    expect((await ask(`${room.url()}preview`)).body).toContain(`>${word}<`);
  }
});

it("a file that was written elsewhere since is not overwritten: both versions come back", async () => {
  const { text, sum } = await read(PART);
  writeFileSync(join(room.dir, PART), `${text}- 别处加的\n`);
  const answer = await post<DeskAnswer>(room.url(), "edit", { path: PART, sum, text: `${text}- 我加的\n` });
  expect(answer).toMatchObject({ type: "changed", now: { text: `${text}- 别处加的\n` } });
  expect(onDisk(PART)).toBe(`${text}- 别处加的\n`);
  // Whoever keeps their own can still take that back.
  const { now } = answer as Extract<DeskAnswer, { type: "changed" }>;
  expect(await post(room.url(), "edit", { path: PART, sum: now.sum, text: `${text}- 我加的\n` })).toMatchObject({ type: "written" });
  await step("undo");
  expect(onDisk(PART)).toBe(`${text}- 别处加的\n`);
});

it("an edit is not taken back over what somebody else has written", async () => {
  await write(PART, (text) => `${text}- 甲\n`);
  writeFileSync(join(room.dir, PART), "别处\n");
  expect(await step("undo")).toMatchObject({ type: "refused", message: expect.stringContaining("别处改过") });
  expect(onDisk(PART)).toBe("别处\n");
});

it("a read-only file, a file that is gone and one in another encoding are refused in words", async () => {
  const { text, sum } = await read(PART);
  chmodSync(join(room.dir, PART), 0o444);
  expect(await post(room.url(), "edit", { path: PART, sum, text: `${text}甲` })).toMatchObject({ type: "refused", message: expect.stringContaining("写不进去") });
  expect(onDisk(PART)).toBe(text);
  rmSync(join(room.dir, PART));
  expect(await post(room.url(), "edit", { path: PART, sum, text: "甲" })).toMatchObject({ type: "refused", message: expect.stringContaining("已经不在") });
});
