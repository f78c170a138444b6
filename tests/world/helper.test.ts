/** A process beside the build: it answers, it fails, it ends, and the caller learns of all three. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHelper } from "../../src/world/helper.ts";
import type { Helper } from "../../src/world/world.ts";

let dir: string;
let helper: Helper;
const SCRIPT = `
process.on("message", ({ id, question }) => {
  if (question === "die") process.exit(3);
  if (question === "fail") return process.send({ id, answer: null, failure: "no" });
  if (question !== "wait") process.send({ id, answer: { pid: process.pid, bytes: question.toReversed() }, failure: null });
});
`;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "luduan-helper-"));
  const script = join(dir, "script.mjs");
  writeFileSync(script, SCRIPT);
  helper = createHelper(script);
});
afterAll(() => {
  helper.end();
  rmSync(dir, { recursive: true });
});

test("bytes go there and come back from one process; a failure has its words", async () => {
  const [first, second] = (await Promise.all([helper.ask(new Uint8Array([1, 2])), helper.ask(new Uint8Array([3]))])) as { pid: number; bytes: Uint8Array }[];
  expect([...first!.bytes, ...second!.bytes]).toEqual([2, 1, 3]);
  expect(first!.pid).toBe(second!.pid);
  expect(first!.pid).not.toBe(process.pid);
  await expect(helper.ask("fail")).rejects.toThrow("no");
});

test("with one that ends midway, everything that waits for it fails; the next question starts another", async () => {
  const { pid } = (await helper.ask(new Uint8Array())) as { pid: number };
  const waiting = helper.ask("wait");
  const dying = helper.ask("die");
  for (const asked of [waiting, dying]) await expect(asked).rejects.toMatchObject({ name: "WorldError", kind: "helper-failed", detail: "3" });
  expect(((await helper.ask(new Uint8Array())) as { pid: number }).pid).not.toBe(pid);
});
