/** Runs before every npm script: dependencies, a browser, the tools for the tests and the built program. Silent if everything is in place. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getBrowser } from "./world/get-browser.mjs";
import { findCommand, installWithApt, runQuietly } from "./world/system-tools.mjs";

export { findBrowser } from "./world/find-browser.mjs";

const HOME = fileURLToPath(new URL("../", import.meta.url));
const BUILD = join(HOME, "build");
const NODE = [20, 19];
/** What the tests run besides Chromium: poppler's commands, which read PDFs, ffmpeg's, which make and play films, Firefox under one of its names, and nginx, which serves a build; and the packages that bring them. */
const TEST_TOOLS = [
  { commands: ["pdfinfo"], debian: "poppler-utils", brew: "poppler" },
  { commands: ["pdffonts"], debian: "poppler-utils", brew: "poppler" },
  { commands: ["pdftotext"], debian: "poppler-utils", brew: "poppler" },
  { commands: ["pdftoppm"], debian: "poppler-utils", brew: "poppler" },
  { commands: ["ffmpeg"], debian: "ffmpeg", brew: "ffmpeg" },
  { commands: ["ffprobe"], debian: "ffmpeg", brew: "ffmpeg" },
  { commands: ["firefox-esr", "firefox"], debian: "firefox-esr", brew: "firefox" },
  { commands: ["nginx"], debian: "nginx-light", brew: "nginx" },
];

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
    const { ok, text } = runQuietly("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HOME, env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: "true" } });
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

function ensureTestTools() {
  const missing = TEST_TOOLS.filter(({ commands }) => commands.every((command) => findCommand(command) === null));
  if (missing.length === 0) return;
  const [debian, brew] = ["debian", "brew"].map((source) => [...new Set(missing.map((tool) => tool[source]))]);
  if (installWithApt(debian, say)) return;
  const names = missing.map(({ commands }) => commands[0]);
  stop(
    `测试还需要这些命令：${names.join("、")}。Debian/Ubuntu：sudo apt-get install ${debian.join(" ")}；macOS：brew install ${brew.join(" ")}。`,
    `The tests need these commands as well: ${names.join(", ")}. Debian/Ubuntu: sudo apt-get install ${debian.join(" ")}; macOS: brew install ${brew.join(" ")}.`,
  );
}

/** Other versions of Node.js, with which the tests run the packed tool. */
function ensureNodes() {
  const lists = ["package.json", "package-lock.json"];
  const from = join(HOME, "tests/support/nodes");
  const to = join(HOME, "node_modules", ".luduan-nodes");
  if (existsSync(join(to, "node_modules")) && lists.every((file) => readText(join(to, file)) === readText(join(from, file)))) return;
  say("正在安装测试用的各版 Node.js……", "Installing the versions of Node.js for the tests …");
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const file of lists) copyFileSync(join(from, file), join(to, file));
  const { ok, text } = runQuietly("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: to, env: process.env });
  if (ok) return;
  rmSync(to, { recursive: true, force: true });
  stop(`安装测试用的 Node.js 失败，请检查网络后重试。\n${text}`, "Installing the versions of Node.js for the tests failed; check the network and try again.");
}

/** Bundles src/ into build/ if the sources have changed since the last bundle; the finished folder is swapped in as a whole. */
function ensureBuild() {
  const wanted = hashSources();
  if (readText(join(BUILD, ".sources")) === wanted) return;
  say("正在准备 Luduan……", "Preparing Luduan …");
  const aside = join(HOME, "node_modules", `.luduan-build-${process.pid}`);
  const { ok, text } = runQuietly(process.execPath, [join(HOME, "node_modules/vite/bin/vite.js"), "build", "--app", "--logLevel", "warn"], { cwd: HOME, env: { ...process.env, LUDUAN_BUILD: aside, NODE_ENV: "production" } });
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
  getBrowser({ home: HOME, insist: process.env.npm_lifecycle_event === "setup", again: "npm run setup", say });
  if (args.includes("--test")) {
    ensureTestTools();
    ensureNodes();
  }
  ensureBuild();
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) main(process.argv.slice(2));
