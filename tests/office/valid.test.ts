/** Every golden deck as a presentation: valid for Office 2007 to 365, whole when read back, and the same bytes each time. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ooxmlFaults } from "../support/ooxml.ts";
import { HOME } from "../support/project.ts";
import { buildPptx, bytesOf, DECKS } from "./decks.ts";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "luduan pptx "))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("valid presentations", () => {
  it.each(DECKS)("%s", { timeout: 120_000 }, async (name, dir) => {
    const { path, codes } = await buildPptx(dir, join(folder, name));
    expect(codes).toEqual([]);
    expect(await ooxmlFaults(path!, "Office2007")).toEqual([]);
    expect(await ooxmlFaults(path!, "Microsoft365")).toEqual([]);
  });
});

it("the sample is valid for every version between, and the same bytes each time", { timeout: 120_000 }, async () => {
  const [{ path }, again] = [await buildPptx(HOME, join(folder, "one")), await buildPptx(HOME, join(folder, "two"))];
  for (const version of ["Office2010", "Office2013", "Office2016", "Office2019", "Office2021"] as const) expect(await ooxmlFaults(path!, version)).toEqual([]);
  expect(Buffer.compare(bytesOf(path!), bytesOf(again.path!))).toBe(0);
});
