/** Reads a project folder into source files: everything the compiler will look at, in one go. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { missingFolder, noFile, noSlides, unreadableText } from "../diagnostics/messages/settings.ts";
import { unreadFormat } from "../diagnostics/messages/workbook.ts";
import type { SourceFile, Sources, ThemeSources } from "../model/sources.ts";
import { fileSpan } from "../model/span.ts";
import type { World } from "../world/world.ts";
import { decodeText } from "./decode-text.ts";
import { readImages } from "./read-images.ts";
import { readWorkbook } from "./workbook/read-workbook.ts";

/** The result for a missing folder; parsing it would only report that again. */
export const NOTHING_READ: Sources = { settings: null, slides: [], tables: [], images: new Map(), themes: new Map() };

/** Where to read, and where to report. */
export interface Reading {
  readonly dir: string;
  readonly world: World;
  readonly report: Report;
}

/**
 * Reads the project in `dir` and the themes of `themesFolders` (the first folder with a given name wins). Reports
 * `missing-folder` (and returns NOTHING_READ), `no-slides` and `unreadable-text`; disk failures throw a WorldError.
 */
export async function readSources(dir: string, themesFolders: readonly string[], world: World, report: Report): Promise<Sources> {
  const root = dir.replace(/(?<=.)[/\\]+$/, "");
  const reading: Reading = { dir: root, world, report };
  if ((await world.listFolder(root, root)) === null) {
    report(missingFolder(dir));
    return NOTHING_READ;
  }
  const [settings, slides, tables, images, themes] = await Promise.all([
    readText(`${root}/slides/deck.yaml`, reading),
    readSlides(reading),
    readTables(reading),
    readImages(root, world),
    readThemes(themesFolders, reading),
  ]);
  return { settings, slides, tables, images, themes };
}

async function readSlides(reading: Reading): Promise<readonly SourceFile[]> {
  const paths = await findFiles("slides", /\.md$/i, reading);
  if (paths === null) reading.report(missingFolder("slides"));
  else if (paths.length === 0) reading.report(noSlides());
  return readFiles(paths ?? [], reading);
}

/** CSV files, then the sheets of workbooks. */
async function readTables(reading: Reading): Promise<readonly SourceFile[]> {
  const paths = (await findFiles("data", /\.(?:csv|xls[xmb]?|et|ods|numbers)$/i, reading)) ?? [];
  const ending = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const csv = await readFiles(paths.filter((path) => ending(path) === "csv"), reading);
  const sheets: SourceFile[] = [];
  // One at a time: a large workbook takes memory while it is open.
  for (const path of paths.filter((name) => ending(name) === "xlsx")) {
    const bytes = await reading.world.readFile(path);
    if (bytes !== null) sheets.push(...(await readWorkbook(withinProject(path, reading.dir), bytes, reading.report)));
  }
  for (const path of paths) if (!["csv", "xlsx"].includes(ending(path))) reading.report(unreadFormat(fileSpan(withinProject(path, reading.dir)), ending(path)));
  return [...csv, ...sheets];
}

/** Paths of the wanted files, sorted by name; null when there is no such folder. */
async function findFiles(folder: string, wanted: RegExp, reading: Reading): Promise<string[] | null> {
  const path = `${reading.dir}/${folder}`;
  const entries = await reading.world.listFolder(path, reading.dir);
  if (entries === null) return null;
  // Editors and spreadsheets leave .x.md.swp.md and ~$x.csv beside the files they have open.
  const meant = entries.filter(({ name }) => wanted.test(name) && !/^[.~]/.test(name));
  // A section that is left out silently would only be missed in the hall.
  for (const { name, type } of meant) if (type !== "file") reading.report(noFile(fileSpan(`${folder}/${name}`), type));
  return meant.filter(({ type }) => type === "file").map(({ name }) => `${path}/${name}`).toSorted();
}

async function readFiles(paths: readonly string[], reading: Reading): Promise<readonly SourceFile[]> {
  const files = await Promise.all(paths.map((path) => readText(path, reading)));
  return files.filter((file) => file !== null);
}

/** Themes by name; the first folder with a given name wins. */
export async function readThemes(folders: readonly string[], reading: Reading): Promise<ReadonlyMap<string, ThemeSources>> {
  const themes = new Map<string, ThemeSources>();
  for (const folder of folders) {
    const entries = (await reading.world.listFolder(folder, folder)) ?? [];
    const names = entries.filter(({ name, type }) => type === "folder" && !themes.has(name)).map(({ name }) => name);
    const found = await Promise.all(names.map((name) => readTheme(name, `${folder.replace(/[/\\]+$/, "")}/${name}`, reading)));
    for (const theme of found) if (theme !== null) themes.set(theme.name, theme);
  }
  return themes;
}

/** Null for a folder without theme.yaml, which is not a theme. */
async function readTheme(name: string, folder: string, reading: Reading): Promise<ThemeSources | null> {
  const [tokens, css] = await Promise.all([readText(`${folder}/theme.yaml`, reading), readText(`${folder}/theme.css`, reading)]);
  return tokens === null ? null : { name, tokens, css: css ?? { path: withinProject(`${folder}/theme.css`, reading.dir), text: "" } };
}

/** Null when the file is absent, or after reporting that it is not text. */
async function readText(path: string, reading: Reading): Promise<SourceFile | null> {
  const bytes = await reading.world.readFile(path);
  if (bytes === null) return null;
  const shown = withinProject(path, reading.dir);
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.brokenLine !== null) {
    const line = decoded?.brokenLine ?? 1;
    reading.report(unreadableText({ ...fileSpan(shown), line, endLine: line }));
  }
  return decoded === null ? null : { path: shown, text: decoded.text };
}

/** A path as people know it: relative to the project if it is inside. */
function withinProject(path: string, dir: string): string {
  const clean = path.replaceAll("\\", "/");
  const root = `${dir.replaceAll("\\", "/")}/`;
  return clean.startsWith(root) ? clean.slice(root.length) : clean;
}
