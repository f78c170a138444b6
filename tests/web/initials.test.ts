/** The kept table of pinyin initials, and what of it goes into a page. */
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { initialsOf } from "../../src/web/initials.ts";
import { expectGolden } from "../support/golden.ts";
import { makeInitials } from "../support/initials.ts";

it("is what its source makes", () => expectGolden(fileURLToPath(new URL("../../src/web/initials.txt", import.meta.url)), makeInitials()));

it("gives the characters in use alone, those of several readings under each", () => {
  expect(initialsOf(["长乐路", "重点 A1", "长乐"])).toEqual({ c: "重长", d: "点", l: "乐路", y: "乐", z: "重长" });
  expect(initialsOf([])).toEqual({});
});
