/** Reads a project folder into source files: everything the compiler will look at, in one go. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { fileTooLarge, missingFolder, noFile, noSlides, tooManyLines, unreadableText } from "../diagnostics/messages/settings.ts";
import { unreadFormat } from "../diagnostics/messages/workbook.ts";
import type { SourceFile, Sources, ThemeSources } from "../model/sources.ts";
import { fileSpan } from "../model/span.ts";
import { WorldError, type World } from "../world/world.ts";
import { rootOfThemes } from "../model/theme.ts";
import { boundLines } from "./bound-lines.ts";
import { decodeText } from "./decode-text.ts";
import { reportMixedOrder, reportOddNames, sortSections } from "./file-names.ts";
import { readImages } from "./read-images.ts";
import { unlessRefused } from "./refused.ts";
import { readWorkbook } from "./workbook/read-workbook.ts";

/** The result for a missing folder; parsing it would only report that again. */
export const NOTHING_READ: Sources = { settings: null, slides: [], tables: [], images: new Map(), themes: new Map() };

const MEGABYTE = 1024 * 1024;
/** Most bytes of all themes in a folder; each of those that come with Luduan has a few KB. */
const MOST_THEMES = MEGABYTE;
/** Most bytes of sections and of settings; the longest published reports have some 300 KB of text. */
const MOST_TEXT = 8 * MEGABYTE;
/** Most bytes of tables, and of a workbook; 300,000 rows of nine columns are 20 MB. */
const MOST_TABLES = 64 * MEGABYTE;
/** Most lines of sections, of settings and of themes: a deck of a thousand slides has 9,000. */
const MOST_TEXT_LINES = 20_000;
/** Most lines of tables in CSV; workbooks have a bound on cells. */
const MOST_ROWS = 500_000;

/** Where to read, and where to report. */
export interface Reading {
  readonly dir: string;
  readonly world: World;
  readonly report: Report;
}

/** Bytes and lines that may still be read of one kind of source. */
class Budget {
  readonly most: number;
  readonly mostLines: number;
  left: number;
  linesLeft: number;
  /** Whether more lines than these were reported. */
  told = false;

  constructor(most: number, mostLines: number) {
    this.most = most;
    this.mostLines = mostLines;
    this.left = most;
    this.linesLeft = mostLines;
  }
}

/**
 * Finishes an update that was killed, then reads the project in `dir` and the themes of `themesFolders` (the first folder with a given name wins). Reports `missing-folder` (and
 * returns NOTHING_READ), `no-slides`, `unreadable-text` and every file that is refused; disk failures throw a WorldError.
 */
export async function readSources(dir: string, themesFolders: readonly string[], world: World, report: Report): Promise<Sources> {
  const root = dir.replace(/(?<=.)[/\\]+$/, "");
  const reading: Reading = { dir: root, world, report };
  await world.finishChange(root);
  if ((await world.listFolder(root, root)) === null) {
    report(missingFolder(dir));
    return NOTHING_READ;
  }
  const [settings, slides, tables, images, themes] = await Promise.all([
    readText(`${root}/slides/deck.yaml`, root, new Budget(MOST_TEXT, MOST_TEXT_LINES), reading),
    readSlides(reading),
    readTables(reading),
    readImages(root, world, report),
    readThemes(themesFolders, reading),
  ]);
  return { settings, slides, tables, images, themes };
}

async function readSlides(reading: Reading): Promise<readonly SourceFile[]> {
  const paths = await findFiles("slides", /\.md$/i, reading);
  if (paths === "absent") reading.report(missingFolder("slides"));
  if (paths === "absent" || paths === "refused") return [];
  if (paths.length === 0) reading.report(noSlides());
  reportMixedOrder(paths.map((path) => path.slice(path.lastIndexOf("/") + 1)), reading.report);
  return readFiles(paths, new Budget(MOST_TEXT, MOST_TEXT_LINES), reading);
}

/** CSV files, then the sheets of workbooks. */
async function readTables(reading: Reading): Promise<readonly SourceFile[]> {
  const paths = await findFiles("data", /\.(?:csv|xls[xmb]?|et|ods|numbers)$/i, reading);
  if (paths === "absent" || paths === "refused") return [];
  const ending = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const csv = await readFiles(paths.filter((path) => ending(path) === "csv"), new Budget(MOST_TABLES, MOST_ROWS), reading);
  const sheets: SourceFile[] = [];
  const budget = new Budget(MOST_TABLES, MOST_ROWS);
  // One at a time: a large workbook takes memory while it is open.
  for (const path of paths.filter((name) => ending(name) === "xlsx")) {
    const bytes = await readBytes(path, reading.dir, budget, reading);
    if (bytes !== null) sheets.push(...(await readWorkbook(withinProject(path, reading.dir), bytes, reading.report)));
  }
  for (const path of paths) if (!["csv", "xlsx"].includes(ending(path))) reading.report(unreadFormat(fileSpan(withinProject(path, reading.dir)), ending(path)));
  return [...csv, ...sheets];
}

/** Paths of the wanted files: sections by their numbers, tables by name. */
async function findFiles(folder: "slides" | "data", wanted: RegExp, reading: Reading): Promise<readonly string[] | "absent" | "refused"> {
  const path = `${reading.dir}/${folder}`;
  const entries = await unlessRefused(reading.world.listFolder(path, reading.dir), "refused" as const, reading.report);
  if (entries === null) return "absent";
  if (entries === "refused") return entries;
  reportOddNames(folder, entries.map(({ name }) => name), reading.report);
  // Editors and spreadsheets leave .x.md.swp.md and ~$x.csv beside the files they have open.
  const meant = entries.filter(({ name }) => wanted.test(name) && !/^[.~]/.test(name));
  // A section that is left out silently would only be missed in the hall.
  for (const { name, type } of meant) if (type !== "file") reading.report(noFile(fileSpan(`${folder}/${name}`), type));
  const names = meant.filter(({ type }) => type === "file").map(({ name }) => name);
  return (folder === "slides" ? sortSections(names) : names.toSorted()).map((name) => `${path}/${name}`);
}

/** One after the other: what is beyond the budget is not even in memory. */
async function readFiles(paths: readonly string[], budget: Budget, reading: Reading): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    const file = await readText(path, reading.dir, budget, reading);
    if (file !== null) files.push(file);
  }
  return files;
}

/** Themes by name; the first folder with a given name wins. */
export async function readThemes(folders: readonly string[], reading: Reading): Promise<ReadonlyMap<string, ThemeSources>> {
  const themes = new Map<string, ThemeSources>();
  for (const folder of folders) {
    const root = rootOfThemes(folder);
    const entries = (await unlessRefused(reading.world.listFolder(folder, root), [], reading.report)) ?? [];
    for (const { name, type } of entries) if (type === "elsewhere" || type === "special") reading.report(noFile(fileSpan(`themes/${name}`), type));
    const names = entries.filter(({ name, type }) => type === "folder" && !themes.has(name)).map(({ name }) => name);
    const budget = new Budget(MOST_THEMES, MOST_TEXT_LINES);
    for (const name of names) {
      const theme = await readTheme(name, `${folder.replace(/[/\\]+$/, "")}/${name}`, root, budget, reading);
      if (theme !== null) themes.set(theme.name, theme);
    }
  }
  return themes;
}

/** Null for a folder without theme.yaml, which is not a theme. */
async function readTheme(name: string, folder: string, root: string, budget: Budget, reading: Reading): Promise<ThemeSources | null> {
  const tokens = await readText(`${folder}/theme.yaml`, root, budget, reading);
  const css = await readText(`${folder}/theme.css`, root, budget, reading);
  return tokens === null ? null : { name, tokens, css: css ?? { path: withinProject(`${folder}/theme.css`, reading.dir), text: "" } };
}

/** Null when the file is absent, or after reporting that it is refused or not text. */
async function readText(path: string, root: string, budget: Budget, reading: Reading): Promise<SourceFile | null> {
  const bytes = await readBytes(path, root, budget, reading);
  if (bytes === null) return null;
  const shown = withinProject(path, reading.dir);
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.brokenLine !== null) {
    const line = decoded?.brokenLine ?? 1;
    reading.report(unreadableText({ ...fileSpan(shown), line, endLine: line }));
  }
  if (decoded === null) return null;
  // One report is enough: the rules on words need not find what cannot be read again.
  const file: SourceFile = { path: shown, text: decoded.brokenLine === null ? decoded.text : decoded.text.replaceAll("\uFFFD", "□") };
  // A style sheet may be one line; its own reader knows no lines.
  return shown.endsWith(".css") ? file : boundLines(takeLines(file, budget, reading.report), reading.report);
}

/** The file up to the last line that may still be read; what is beyond is reported. */
function takeLines({ path, text }: SourceFile, budget: Budget, report: Report): SourceFile {
  const most = budget.linesLeft;
  let end = -1;
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1 && lines < most; at = text.indexOf("\n", at + 1)) {
    lines += 1;
    end = at;
  }
  budget.linesLeft -= lines;
  if (lines < most || end === text.length - 1) return { path, text };
  if (!budget.told) report(tooManyLines({ ...fileSpan(path), line: most + 1, endLine: most + 1 }, budget.mostLines));
  budget.told = true;
  return { path, text: text.slice(0, end + 1) };
}

/** Null when the file is absent, or after reporting that it is refused. */
async function readBytes(path: string, root: string, budget: Budget, { dir, world, report }: Reading): Promise<Uint8Array | null> {
  const read = world.readFile(path, root, budget.left).catch((failure: unknown) => {
    // The bound that the author can know is that of the whole kind.
    if (!(failure instanceof WorldError) || failure.kind !== "file-too-large") throw failure;
    report(fileTooLarge(fileSpan(withinProject(path, dir)), budget.most));
    return null;
  });
  const bytes = await unlessRefused(read, null, report);
  budget.left -= bytes?.length ?? 0;
  return bytes;
}

/** A path as people know it: relative to the project if it is inside. */
function withinProject(path: string, dir: string): string {
  const clean = path.replaceAll("\\", "/");
  const root = `${dir.replaceAll("\\", "/")}/`;
  return clean.startsWith(root) ? clean.slice(root.length) : clean;
}
