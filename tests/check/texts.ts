/** The reports in texts/: invented ones of natural length, each with the tables of its figures, for measuring how the rules do. */
import { readdirSync, readFileSync } from "node:fs";
import { checkDeck } from "../../src/check/check-deck.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Span } from "../../src/model/span.ts";
import { createParseCache } from "../../src/parse/memo.ts";
import { parseDeck } from "../../src/parse/deck.ts";

const HERE = new URL("texts/", import.meta.url);

export interface ReportText {
  readonly name: string;
  readonly text: string;
  /** Year reported; the plan is for the next one. */
  readonly year: number;
  readonly organisation: string;
  readonly lang: "zh" | "en";
  readonly tables: readonly { readonly path: string; readonly text: string }[];
  /** Words up to figures that equal one of the tables by chance: 教育支出增长5.3 is no growth of vehicles. */
  readonly chance: readonly string[];
}

/** Who reports in which year, by folder of texts/. Those called late-… were written after the rules, without having read them. */
const REPORTS: Readonly<Record<string, readonly [year: number, organisation: string, lang?: "en"]>> = {
  province: [2024, "澄湖省人民政府"], county: [2025, "岚溪县人民政府"], town: [2025, "枫栅镇人民政府"], communique: [2025, "霁川市统计局"],
  "late-city": [2025, "砚泽市人民政府"], "late-county": [2025, "岚岭县人民政府"], "late-english": [2025, "Merrowdale People's Government", "en"],
};

export const TEXTS: readonly ReportText[] = readdirSync(HERE).flatMap((name): ReportText[] => {
  const [year, organisation, lang = "zh"] = REPORTS[name] ?? [];
  if (year === undefined || organisation === undefined) return [];
  const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, HERE), "utf8");
  const tables = ["indicators.csv", "observations.csv", "targets.csv"].map((file) => ({ path: `data/${file}`, text: read(file) }));
  return [{ name, text: read("report.txt"), year, organisation, lang, tables, chance: read("chance.txt").split("\n").filter((line) => line !== "") }];
});

/** A heading of the first level begins a section with that title: 一、2025年工作回顾, Review of 2025. */
const HEADING = /^\s*(?:[一二三四五六七八九十]+、(\S[^。]*)|([A-Z][^.。]*))$/;

/** Where a line of the report stands in the deck; null for a heading, which becomes a title. */
interface Line {
  readonly file: string;
  readonly line: number;
  /** Blanks that a paragraph begins with in the report only. */
  readonly indent: number;
}

interface Slides {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly lines: readonly (Line | null)[];
}

/** The report as an office types it: a section for each part, its paragraphs as notes of one slide. */
function slidesOf(text: string): Slides {
  const parts: string[][] = [["# 报告", "", "## 正文", "", "- 略", "", "备注："]];
  const path = (): string => `slides/${9 + parts.length}-part${parts.length}.md`;
  const lines = text.split("\n").map((line): Line | null => {
    const [, numbered, title = numbered] = HEADING.exec(line) ?? [];
    if (title !== undefined) parts.push([`# ${title}`, "", `## ${title}`, "", "- 略", "", "备注："]);
    if (title !== undefined || line.trim() === "") return null;
    const part = parts.at(-1)!;
    part.push(line.trim(), "");
    return { file: path(), line: part.length - 1, indent: line.length - line.trimStart().length };
  });
  return { files: parts.map((part, index) => ({ path: `slides/${10 + index}-part${index + 1}.md`, text: `${part.join("\n")}\n` })), lines };
}

/** The theme's own files do not matter here. */
const ABOUT_THEMES = "unknown-theme";

/** Errors and warnings that the rules report on a report with its tables, in memory. */
export function checkReport({ text, year, organisation, lang, tables }: ReportText): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void (diagnostic.severity !== "note" && diagnostic.code !== ABOUT_THEMES && diagnostics.push(diagnostic));
  const settings = { path: "slides/deck.yaml", text: `title: 报告\nlang: ${lang === "en" ? "en" : "zh-CN"}\norganisation: ${organisation}\nperiod: ${year}\nplan: ${year + 1}\n` };
  const { deck } = parseDeck({ settings, slides: slidesOf(text).files, tables, images: new Map(), themes: new Map() }, report, createParseCache());
  if (deck !== null) checkDeck(deck, report);
  return diagnostics;
}

/** One figure of the tables where the text says it. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** As the row has it, without the sign of a fall: 416.2, 12.6∶45.1∶42.3. */
  readonly figure: string;
  /** Whether the name of a row with this figure stands before it in its clause, word for word. */
  readonly named: boolean;
}

/** A figure of the tables with what follows it, and whose it is. */
interface Published {
  readonly name: string;
  readonly figure: string;
  /** Unit of a level, or what a growth and a target say behind their number: %, 个百分点, 家以上. */
  readonly unit: string;
}

/** The numbers of a cell: 416.2, -8.6%, 提高0.9个百分点; a ratio (8.4∶40.2∶51.4) is one figure. */
const NUMBER = /(\d[\d.∶]*)(%|‰|个百分点|(?:(?!左右|以[上下内])[^\d，])*)/g;
/** How far before a figure its name may stand, in characters. */
const NEAR = 60;
/** A line of columns is a table, not spoken text. */
const COLUMNS = /\S\u3000{2,}\S/;

function publishedIn({ tables, lang }: ReportText): Published[] {
  // English prose divides thousands (39,480), and the split of a row would divide a cell that has them.
  const asSaid = (figure: string): string => (lang === "en" ? figure.replace(/^\d{4,}$/, (digits) => Number(digits).toLocaleString("en")) : figure);
  const rows = (index: number): string[][] => tables[index]!.text.trim().split("\n").slice(1).map((line) => line.replaceAll(/"(\d+),(\d+)"/g, "$1$2").split(","));
  const known = new Map(rows(0).map(([id = "", name = "", unit = ""]) => [id, { name, unit }]));
  const numbers = (id: string, cell: string, unit: string | null): Published[] =>
    [...cell.matchAll(NUMBER)].map(([, figure = "", after = ""]) => ({ name: known.get(id)?.name ?? "", figure: asSaid(figure), unit: (unit ?? after).trim() }));
  const observed = rows(1).flatMap(([id = "", , value = "", growth = ""]) => [...numbers(id, value, value.includes("∶") ? "" : (known.get(id)?.unit ?? "")), ...numbers(id, growth, null)]);
  return [...observed, ...rows(2).flatMap(([id = "", , wording = ""]) => numbers(id, wording, null))];
}

/** Every place of the spoken text that gives a figure of the tables with its unit, but for those that `chance.txt` lists. */
export function mentionsOf(report: ReportText): Mention[] {
  const byChance = new Set(report.chance.map((words) => endOf(report, words)));
  const found = publishedIn(report).flatMap((row) => placesOf(report.text, row).map((start): Mention => ({ start, end: start + row.figure.length, figure: row.figure, named: clauseBefore(report.text, start).includes(row.name) })));
  const places = new Map<number, Mention>();
  for (const mention of found) if (places.get(mention.start)?.named !== true && !byChance.has(mention.end)) places.set(mention.start, mention);
  return [...places.values()].toSorted((a, b) => a.start - b.start);
}

/** Where words of chance.txt end, which are in the text once. */
function endOf({ name, text }: ReportText, words: string): number {
  const at = text.indexOf(words);
  if (at === -1 || text.includes(words, at + 1)) throw new RangeError(`${name}/chance.txt: “${words}” is not in the report once`);
  return at + words.length;
}

function placesOf(text: string, { figure, unit }: Published): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(figure); at !== -1; at = text.indexOf(figure, at + 1)) {
    const after = text.slice(at + figure.length);
    if (/[\d.,∶]/.test(text.charAt(at - 1)) || /^(?:[\d∶]|[.,]\d)/.test(after) || !after.replace(/^[余多 ]/, "").startsWith(unit)) continue;
    const line = text.slice(text.lastIndexOf("\n", at) + 1, at + (after.indexOf("\n") + 1 || after.length));
    if (!COLUMNS.test(line)) places.push(at);
  }
  return places;
}

function clauseBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - NEAR), at).split(/[。；;\n]|\. /).at(-1) ?? "";
}

/** The text with one digit of each mention changed: the last but one, where there is one, so that the change is no rounding. */
function falsify(text: string, mentions: readonly Mention[]): string {
  return mentions.reduce((changed, { start, figure }) => {
    const digits = [...figure.matchAll(/\d/g)];
    const chosen = digits[Math.max(0, digits.length - 2)]!;
    const digit = (Number(chosen[0]) + 3) % 10;
    const at = start + chosen.index;
    // With a first digit of zero, it would be another number altogether.
    return changed.slice(0, at) + (digit === 0 && chosen.index === 0 ? 4 : digit) + changed.slice(at + 1);
  }, text);
}

/** Mentions that are changed at once: far enough apart to be judged one by one. */
const ROUNDS = 12;

export interface Measured {
  readonly mentions: readonly Mention[];
  /** Those whose wrong digit no error and no warning points at. */
  readonly missed: readonly Mention[];
  /** Errors and warnings about the report as it is. */
  readonly false: readonly Diagnostic[];
}

/** Every figure of the tables, where the text gives it behind its name, is changed by one digit; what is told while all is right is false. */
export function measureReport(report: ReportText): Measured {
  const mentions = mentionsOf(report);
  const { lines } = slidesOf(report.text);
  const missed = Array.from({ length: ROUNDS }, (_, round) => mentions.filter((__, index) => index % ROUNDS === round)).flatMap((changed) => {
    const told = checkReport({ ...report, text: falsify(report.text, changed) });
    return changed.filter((mention) => !told.some(({ span }) => span !== null && pointsAt(span, mention, report.text, lines)));
  });
  return { mentions, missed, false: checkReport(report) };
}

function pointsAt(span: Span, { start, end }: Mention, text: string, lines: readonly (Line | null)[]): boolean {
  const before = text.slice(0, start).split("\n");
  const place = lines[before.length - 1];
  if (place === null || place === undefined || span.file !== place.file || span.line !== place.line) return false;
  const column = before.at(-1)!.length - place.indent + 1;
  return span.column < column + (end - start) && column < span.endColumn;
}
