/** Counts what an import finds in texts whose figures, targets and headings were written down by hand. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { understand, type Understanding } from "../../src/import/understand.ts";
import { parseTable } from "../../src/parse/csv.ts";
import { UNTAUGHT } from "./documents.ts";
import { readDocument } from "../../src/read/documents/read-document.ts";

/** A line of an `.expected.csv`: what a person reads in the text. */
export interface Expected {
  readonly kind: "heading" | "figure" | "target";
  readonly name: string;
  /** Level of a heading; measure of a figure. */
  readonly measure: string;
  /** A figure with its unit, or a target's wording. */
  readonly text: string;
  readonly period: string;
}

export interface Count {
  readonly expected: number;
  /** Found with every column right. */
  readonly right: number;
  /** All that were found. */
  readonly found: number;
  /** What was found and is not expected, and what was not found, for a person to read. */
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
}

export interface Measured {
  readonly name: string;
  readonly headings: Count;
  readonly figures: Count;
  readonly targets: Count;
}

/** Every text of a folder that has its expectations beside it: `county.txt` and `county.expected.csv`. */
export async function measureFolder(folder: string): Promise<Measured[]> {
  const names = readdirSync(folder).filter((name) => /\.(?:txt|md|html|docx)$/.test(name) && existsSync(join(folder, expectedName(name)))).toSorted();
  const measured: Measured[] = [];
  for (const name of names) measured.push(await measureText(join(folder, name), join(folder, expectedName(name))));
  return measured;
}

function expectedName(name: string): string {
  return name.replace(/\.\w+$/, ".expected.csv");
}

async function understandFile(path: string): Promise<Understanding> {
  const document = await readDocument(path, readFileSync(path), () => undefined);
  if (document === null) throw new Error(`${path} cannot be read`);
  return understand(document, UNTAUGHT);
}

async function measureText(path: string, expectations: string): Promise<Measured> {
  const { outline, decisions } = await understandFile(path);
  const expected = readExpected(expectations);
  const headings = outline.paragraphs.flatMap(({ heading }) => (heading === null || heading.item ? [] : [`${heading.level} ${heading.title}`]));
  const sure = decisions.filter(({ certainty }) => certainty === "sure");
  const figures = sure.flatMap((one) => (one.type === "figure" ? [`${one.name} ${one.measure} ${one.text} ${one.period}`] : []));
  const targets = sure.flatMap((one) => (one.type === "target" ? [`${one.name} ${one.wording} ${one.period}`] : []));
  const of = (kind: Expected["kind"], key: (one: Expected) => string): string[] => expected.filter((one) => one.kind === kind).map(key);
  return {
    name: path,
    headings: count(of("heading", ({ measure, name }) => `${measure} ${name}`), headings),
    figures: count(of("figure", ({ name, measure, text, period }) => `${name} ${measure} ${text} ${period}`), figures),
    targets: count(of("target", ({ name, text, period }) => `${name} ${text} ${period}`), targets),
  };
}

function readExpected(path: string): Expected[] {
  const { rows } = parseTable(path, readFileSync(path, "utf8"));
  return rows.slice(1).map(({ cells: [kind = "", name = "", measure = "", text = "", period = ""] }) => ({ kind: kind as Expected["kind"], name, measure, text, period }));
}

/** The same thing may be expected twice. */
function count(expected: readonly string[], found: readonly string[]): Count {
  const left = [...expected];
  const wrong: string[] = [];
  for (const one of found) {
    const at = left.indexOf(one);
    if (at === -1) wrong.push(one);
    else left.splice(at, 1);
  }
  return { expected: expected.length, right: expected.length - left.length, found: found.length, wrong, missing: left };
}

/** All counts of one kind together. */
export function total(measured: readonly Measured[], kind: "headings" | "figures" | "targets"): { readonly precision: number; readonly recall: number; readonly told: string } {
  const counts = measured.map((one) => one[kind]);
  const sum = (key: "expected" | "right" | "found"): number => counts.reduce((all, one) => all + one[key], 0);
  const [expected, right, found] = [sum("expected"), sum("right"), sum("found")];
  const told = measured.flatMap(({ name, [kind]: one }) => [...one.wrong.map((text) => `${name}: not expected: ${text}`), ...one.missing.map((text) => `${name}: missing: ${text}`)]);
  return { precision: found === 0 ? 1 : right / found, recall: expected === 0 ? 1 : right / expected, told: [`${kind}: ${right} right of ${found} found and ${expected} expected`, ...told].join("\n") };
}
