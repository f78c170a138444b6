/** Every promise of SECURITY.md names a test that is there. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const PAGE = fileURLToPath(new URL("../../SECURITY.md", import.meta.url));
/** The last cell of a row: a link to a test file, a colon, and words of the test's name. */
const TEST = /\| \[[^\]]+\]\(([^)]+)\): "([^"]+)" \|$/;

const rows = readFileSync(PAGE, "utf8").split("## Not promised")[0]!.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| promise "));

it("lists promises", () => {
  expect(rows.length).toBeGreaterThan(15);
});

it.each(rows.map((row) => [row.split("|")[1]!.trim(), row] as const))("%s", (_promise, row) => {
  const [, path = "", name = ""] = TEST.exec(row) ?? [];
  expect(path).toMatch(/^tests\/.*\.test\.ts$/);
  expect(readFileSync(join(dirname(PAGE), path), "utf8")).toContain(name);
});
