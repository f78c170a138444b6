/** The linter keeps the borders of ARCHITECTURE.md: it refuses each forbidden import and accepts each allowed one. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME } from "../support/project.ts";

const { ROOMS } = (await import(pathToFileURL(join(HOME, "oxlint.config.mjs")).href)) as { readonly ROOMS: Readonly<Record<string, readonly string[]>> };
const rooms = Object.keys(ROOMS);
const folder = mkdtempSync(join(tmpdir(), "luduan-lint-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Complaint {
  readonly code: string;
  readonly filename: string;
}

/** What the linter reports for these files, by path. */
function lint(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly string[]>> {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  copyFileSync(join(HOME, "oxlint.config.mjs"), join(folder, "oxlint.config.mjs"));
  return new Promise((resolve, reject) => {
    execFile(join(HOME, "node_modules/.bin/oxlint"), ["-c", "oxlint.config.mjs", "-f", "json"], { cwd: folder }, (_, out) => {
      try {
        const found = new Map<string, string[]>();
        for (const { code, filename } of (JSON.parse(out) as { diagnostics: Complaint[] }).diagnostics) found.set(filename, [...(found.get(filename) ?? []), code]);
        resolve(found);
      } catch (failure) {
        reject(failure as Error);
      }
    });
  });
}

const file = (from: string, to: string): string => `src/${from}/uses-${to.replaceAll("/", "-").replace(/\.ts$/, "")}.ts`;
const use = (name: string): string => `import { thing } from "${name}";\n\nexport const used = thing;\n`;

/** Every pair of rooms, third parties at the wrong doors, and two cycles. */
const files = new Map<string, string>();
for (const room of rooms) files.set(`src/${room}/index.ts`, "export const thing = 1;\n");
for (const from of rooms) for (const to of rooms) if (from !== to) files.set(file(from, to), use(`../${to}/index.ts`));
for (const from of ["model", "check", "outputs", "client"]) for (const name of ["marked", "puppeteer-core", "node:fs", "echarts"]) files.set(file(from, name), use(name));
files.set("src/world/uses-disk.ts", use("node:fs"));
files.set("src/parse/uses-parser.ts", use("marked"));
files.set("src/model/one.ts", 'import type { Two } from "./two.ts";\n\nexport interface One {\n  readonly two: Two;\n}\n');
files.set("src/model/two.ts", 'import type { One } from "./one.ts";\n\nexport interface Two {\n  readonly one: One;\n}\n');

describe("the borders between rooms", () => {
  let found: ReadonlyMap<string, readonly string[]> = new Map();
  beforeAll(async () => {
    found = await lint(files);
  });

  it.each(rooms)("%s imports what ARCHITECTURE.md allows and nothing else", (from) => {
    const refused = rooms.filter((to) => from !== to && (found.get(file(from, to)) ?? []).includes("eslint(no-restricted-imports)"));
    expect(refused).toEqual(rooms.filter((to) => from !== to && !ROOMS[from]?.includes(to)));
  });

  it.each(["model", "check", "outputs", "client"])("%s has no door to third parties and the machine", (from) => {
    for (const name of ["marked", "puppeteer-core", "node:fs", "echarts"]) expect(found.get(file(from, name))).toContain("eslint(no-restricted-imports)");
  });

  it("leaves the doors open where they are", () => {
    expect(found.get("src/world/uses-disk.ts") ?? []).toEqual([]);
    expect(found.get("src/parse/uses-parser.ts") ?? []).toEqual([]);
  });

  it("refuses a circle of types", () => {
    expect(found.get("src/model/one.ts")).toContain("import(no-cycle)");
  });

  it("no room reaches up to a higher floor", () => {
    for (const [floor, room] of rooms.entries()) {
      const below = rooms.slice(0, floor);
      for (const entry of ROOMS[room] ?? []) if (!/^[\w-]+\.ts$/.test(entry)) expect(below).toContain(entry.split("/")[0]);
    }
  });
});
