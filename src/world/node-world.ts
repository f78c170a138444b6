/** The real world: disk, cache, browser and clock of this machine. */
import { fileURLToPath } from "node:url";
import { createBrowser } from "./browser.ts";
import { cacheFolder } from "./cache-folder.ts";
import { createCache } from "./cache.ts";
import { changeFiles, finishChange } from "./change-files.ts";
import { listBelow, readBelow, resolveFolder, resolveOutput, stampBelow } from "./door.ts";
import { findFolders } from "./find-folders.ts";
import { replaceFile } from "./replace-file.ts";
import { createFolder, recoverFolder, replaceFolder } from "./replace-folder.ts";
import { createHelper } from "./helper.ts";
import { createToolReader } from "./tool-files.ts";
import type { World } from "./world.ts";
import { writeFile } from "./write-file.ts";

export interface WorldOptions {
  /** Folder of the tool, with package.json, build/ and themes/. */
  readonly home: string;
  /** Default: the environment of the process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Address of a browser that runs elsewhere; default: LUDUAN_BROWSER_URL, otherwise one on this machine. */
  readonly browserUrl?: string | null;
}

export function createWorld(options: WorldOptions): World {
  const environment = options.environment ?? process.env;
  const cache = createCache(cacheFolder(environment));
  const browser = createBrowser(environment, options.browserUrl ?? (environment["LUDUAN_BROWSER_URL"] || null));
  return {
    readFile: readBelow,
    readToolFile: createToolReader(options.home),
    listFolder: listBelow,
    stamp: stampBelow,
    findFolders,
    replaceFile,
    resolveFolder,
    resolveOutput,
    replaceFolder,
    createFolder,
    changeFiles,
    finishChange,
    recoverFolder,
    writeFile,
    readCache: cache.read,
    writeCache: cache.write,
    // When run from source (tests), there is no bundled script beside this file.
    createHelper: (script) => (import.meta.url.endsWith(".ts") ? null : createHelper(fileURLToPath(new URL(`${script}.cjs`, import.meta.url)))),
    startBrowser: browser.start,
    printPdf: browser.print,
    measurePage: browser.measure,
    inspectPage: browser.inspect,
    drawPage: browser.draw,
    drawFilm: browser.film,
    now: () => Date.now(),
    sourceDate: sourceDateOf(environment["SOURCE_DATE_EPOCH"]),
    close: browser.close,
  };
}

/** Whole seconds up to the year 2286; anything else is no date. */
function sourceDateOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) * 1000 : null;
}
