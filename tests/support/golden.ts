/** Compares text with a golden file. `UPDATE=1` rewrites it (never in CI); a difference is kept beside it as *.actual. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";

export function expectGolden(path: string, actual: string): void {
  const update = process.env["UPDATE"] === "1" && process.env["CI"] === undefined;
  const aside = `${path}.actual`;
  rmSync(aside, { force: true });
  if (update) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  const expected = existsSync(path) ? readFileSync(path, "utf8") : null;
  if (expected !== actual) writeFileSync(aside, actual);
  expect(actual, `golden ${path}; see ${aside}`).toBe(expected);
}
