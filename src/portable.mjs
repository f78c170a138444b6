/**
 * Makes one archive for offices without a network: the tool, its packages, Node.js and a headless browser with the libraries that it
 * needs, for machines like this one. `npm run portable [-- DIR]` runs it after set-up; plain JavaScript, like set-up.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { findBrowsers, isHeadlessShell } from "./world/find-browser.mjs";
import { runQuietly } from "./world/system-tools.mjs";

const HOME = fileURLToPath(new URL("../", import.meta.url));
/** The C library must fit the machine's kernel and loader: the machine's own is used. */
const SYSTEM = /^(?:ld-linux[\w-]*|lib(?:c|m|dl|rt|pthread|resolv|util|nsl|anl))\.so/;
/** Network security services load these by name, so that no list of needed libraries has them. */
const LOADED_BY_NAME = ["libsoftokn3.so", "libfreebl3.so", "libfreeblpriv3.so", "libnssckbi.so"];
/** Debuggers of graphics drivers, and reports of crashes that nobody sends. */
const UNUSED = /(?:\.TOC|crashpad_handler|libVk(?:Layer|ICD)\w*\.so)$/;
/** Fonts in the older format and style sheets, for web pages; the tool reads neither. They are half of the packages. */
const FOR_WEB_PAGES = /\.(?:woff|s?css)$/;
/** Documents bring their fonts. But Chromium's pages crash where the machine has none at all, so one comes with it: Latin letters in the plain format, the only one that it takes from a folder. */
const FONTS = `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir prefix="relative">.</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`;
const FALLBACK = "@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff2";
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).join("");
/** Shell built-ins only: a small system may have nothing else. */
const START = `#!/bin/sh
# Starts Luduan from this folder, wherever it lies; nothing is installed.
case $0 in */*) here=\${0%/*} ;; *) here=. ;; esac
here=$(cd "$here" && pwd) || exit 2
LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
PUPPETEER_EXECUTABLE_PATH="$here/browser/BROWSER"
FONTCONFIG_FILE="$here/fonts/fonts.conf"
export LD_LIBRARY_PATH PUPPETEER_EXECUTABLE_PATH FONTCONFIG_FILE
# Who double-clicks wants the desk.
[ $# -gt 0 ] || set -- desk
exec "$here/bin/node" "$here/tool/node_modules/luduan/build/cli.js" "$@"
`;

/**
 * @param {string} zh
 * @param {string} en
 * @returns {never}
 */
function stop(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(2);
}

/** What the command printed; its failure ends the program. */
function run(command, args, options = {}) {
  const { ok, text } = runQuietly(command, args, options);
  return ok ? text : stop(`制作失败：${command}\n${text}`, `Failed: ${command}`);
}

/** The headless shell itself: Debian's command is a script that starts it. */
function findShell() {
  for (const path of findBrowsers().filter(isHeadlessShell).map((found) => realpathSync(found))) {
    const start = readFileSync(path).subarray(0, 4096);
    if (start.subarray(0, 4).equals(Buffer.from("\x7fELF", "latin1"))) return path;
    const real = /\/[\w./-]+headless[-_]shell/.exec(start.toString("latin1").replace(/^#!.*/, ""))?.[0];
    if (real !== undefined && real !== path && existsSync(real)) return real;
  }
  return stop("没有找到 Chromium 的 headless shell，请先运行 npm run setup。", "No headless shell of Chromium was found; run npm run setup first.");
}

/** The libraries of a program, and of these libraries, that are not part of the C library: `ldd` follows them all. */
function librariesOf(program) {
  return run("ldd", [program]).split("\n").flatMap((line) => /=> (\/\S+) \(/.exec(line)?.[1] ?? []).filter((path) => !SYSTEM.test(basename(path)));
}

function copyLibraries(programs, to) {
  mkdirSync(to);
  const direct = programs.flatMap(librariesOf);
  const folder = dirname(direct.find((path) => basename(path).startsWith("libnss3.so")) ?? "");
  const named = LOADED_BY_NAME.map((name) => [join(folder, name), join(folder, "nss", name)].find((path) => existsSync(path))).filter((path) => path !== undefined);
  for (const path of new Set([...direct, ...named, ...named.flatMap(librariesOf)])) copyFileSync(realpathSync(path), join(to, basename(path)));
}

/** The tool as anybody installs it, and its packages. */
function installTool(to, aside) {
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", aside], { cwd: HOME }).replace(/^[^[]*/, ""));
  mkdirSync(to);
  run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--no-package-lock", "--prefix", to, join(aside, filename)], { cwd: aside });
  for (const scope of ["@fontsource", "@fontsource-variable"]) {
    const fonts = join(to, "node_modules", scope);
    for (const path of readdirSync(fonts, { recursive: true, encoding: "utf8" })) if (FOR_WEB_PAGES.test(path)) rmSync(join(fonts, path));
  }
}

async function main() {
  if (process.platform !== "linux") stop("便携包目前只能在 Linux 上制作。", "A portable archive can be made on Linux only.");
  const { version } = JSON.parse(readFileSync(join(HOME, "package.json"), "utf8"));
  const name = `luduan-${version}-linux-${process.arch}`;
  const aside = mkdtempSync(join(tmpdir(), "luduan-portable-"));
  try {
    const root = join(aside, name);
    for (const folder of ["", "bin", "browser", "fonts"]) mkdirSync(join(root, folder));
    const shell = findShell();
    for (const file of readdirSync(dirname(shell)).filter((one) => !UNUSED.test(one) && (one === basename(shell) || !one.startsWith("chrom") || one.endsWith(".pak")))) {
      cpSync(join(dirname(shell), file), join(root, "browser", file), { recursive: true, dereference: true });
    }
    copyFileSync(process.execPath, join(root, "bin/node"));
    copyLibraries([shell, process.execPath], join(root, "lib"));
    installTool(join(root, "tool"), aside);
    for (const folder of ["slides", "data"]) cpSync(join(HOME, folder), join(root, "sample", folder), { recursive: true });
    for (const file of ["README.zh-CN.md", "LICENSE"]) copyFileSync(join(HOME, file), join(root, file));
    writeFileSync(join(root, "fonts/fonts.conf"), FONTS);
    writeFileSync(join(root, "fonts/fallback.ttf"), await subsetFont(readFileSync(join(HOME, "node_modules", FALLBACK)), ASCII, { targetFormat: "truetype" }));
    writeFileSync(join(root, "luduan"), START.replace("BROWSER", basename(shell)), { mode: 0o755 });
    run("tar", ["--create", "--use-compress-program=gzip -1", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--file", join(aside, `${name}.tar.gz`), "--directory", aside, name]);
    const to = join(process.argv[2] ?? HOME, `${name}.tar.gz`);
    copyFileSync(join(aside, `${name}.tar.gz`), `${to}.part`);
    renameSync(`${to}.part`, to);
    process.stdout.write(`${to}\n`);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

await main();
