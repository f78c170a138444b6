/** Finds an installed Chromium-like browser without starting anything; plain JavaScript, because set-up runs before the tool is built. */
import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const COMMANDS = ["chrome-headless-shell", "chromium-headless-shell", "google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome", "microsoft-edge-stable", "microsoft-edge", "msedge"];
const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge", "Google Chrome for Testing"];
const WINDOWS_APPS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe", "Chromium\\Application\\chrome.exe"];

/**
 * Paths of all browsers found, the best first: the one named by PUPPETEER_EXECUTABLE_PATH, headless shells (they start in a
 * quarter of the time), then whole browsers.
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {string[]}
 */
export function findBrowsers(environment = process.env) {
  const named = environment.PUPPETEER_EXECUTABLE_PATH ? [environment.PUPPETEER_EXECUTABLE_PATH] : [];
  const installed = [...inPath(environment), ...inUsualPlaces(environment), ...inPuppeteerCache(environment), join(browserFolder(environment), "chromium-headless-shell")];
  const shells = installed.filter(isHeadlessShell);
  const whole = installed.filter((path) => !isHeadlessShell(path));
  return [...new Set([...named, ...shells, ...whole])].filter(isExecutable);
}

/**
 * The best browser, or null.
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {string | null}
 */
export function findBrowser(environment = process.env) {
  return findBrowsers(environment)[0] ?? null;
}

/**
 * Whether the file is Chromium's headless shell.
 * @param {string} path
 * @returns {boolean}
 */
export function isHeadlessShell(path) {
  return /headless[-_]shell(\.exe)?$/i.test(path);
}

/**
 * Folder in the user's cache where set-up unpacks a browser if the system has none.
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {string}
 */
export function browserFolder(environment = process.env) {
  return join(environment.XDG_CACHE_HOME || join(homedir(), ".cache"), "luduan-browser");
}

function inPath(environment) {
  const endings = process.platform === "win32" ? [".exe"] : [""];
  const folders = (environment.PATH ?? environment.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  return COMMANDS.flatMap((command) => folders.flatMap((folder) => endings.map((ending) => join(folder, command + ending))));
}

/** Linux packages put their browsers into PATH. */
function inUsualPlaces(environment) {
  if (process.platform === "darwin") {
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) => MAC_APPS.map((app) => join(folder, `${app}.app`, "Contents/MacOS", app)));
  }
  if (process.platform === "win32") {
    const roots = [environment.PROGRAMFILES, environment["PROGRAMFILES(X86)"], environment.LOCALAPPDATA].filter((root) => root !== undefined);
    return WINDOWS_APPS.flatMap((app) => roots.map((root) => join(root, app)));
  }
  return [];
}

/** Puppeteer's downloads: <cache>/<browser>/<platform>-<version>/<browser>-<platform>/<executable>, newest version first. */
function inPuppeteerCache(environment) {
  const cache = environment.PUPPETEER_CACHE_DIR || join(homedir(), ".cache", "puppeteer");
  const executables = {
    "chrome-headless-shell": ["chrome-headless-shell", "chrome-headless-shell.exe"],
    chrome: ["chrome", "chrome.exe", "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"],
  };
  return Object.entries(executables).flatMap(([browser, names]) =>
    namesIn(join(cache, browser))
      .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
      .flatMap((version) => namesIn(join(cache, browser, version)).flatMap((folder) => names.map((name) => join(cache, browser, version, folder, name)))),
  );
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
