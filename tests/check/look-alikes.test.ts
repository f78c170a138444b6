/** The kept table of characters that sound or look alike. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { areAlike } from "../../src/check/words/look-alikes.ts";
import { expectGolden } from "../support/golden.ts";
import { makeLookAlikes } from "../support/look-alikes.ts";

const TABLE = fileURLToPath(new URL("../../src/check/words/look-alikes.txt", import.meta.url));

it("the table is what its sources make", async () => expectGolden(TABLE, await makeLookAlikes()), 300_000);

describe("two characters", () => {
  it("sound alike in one of their readings, whatever the tone", () => {
    for (const pair of ["设社", "乡箱", "慢漫", "浒许", "澄橙", "重虫", "重众", "甪陆"]) expect(areAlike(pair[0]!, pair[1]!), pair).toBe(true);
  });
  it("look alike in print", () => {
    for (const pair of ["未末", "己已", "毫亳", "睢雎", "戌戍", "折拆", "晴睛", "贷货", "甪角", "甪用", "设没"]) expect(areAlike(pair[1]!, pair[0]!), pair).toBe(true);
  });
  it("are otherwise different, and none is like itself", () => {
    for (const pair of ["设计", "水乡", "建造", "料护", "重改", "甪甪", "a甪"]) expect(areAlike(pair[0]!, pair[1]!), pair).toBe(false);
  });
});
