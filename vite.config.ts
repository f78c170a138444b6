/** Bundles the tool: classic scripts for the outputs, a Node program for the command line; and says how the tests run. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isolatedDeclarationSync } from "rolldown/experimental";
import { defineConfig } from "vitest/config";
import type { EnvironmentOptions, Plugin } from "vite";
import { asciiOnly } from "./src/ascii-only.ts";
import { luduan } from "./src/dev/plugin.ts";

/** Set-up bundles into a folder aside and swaps it in. */
const OUT = process.env["LUDUAN_BUILD"] ?? "build";
/** Chrome 109 is the last for Windows 7; Firefox 115 the last long-term release for it. */
const BROWSERS = ["chrome109", "firefox115", "safari16"];
/** Native or heavy packages stay in node_modules and are loaded only by what needs them. */
const EXTERNAL = ["sharp", "subset-font", "vite"];

const NO_PROXY = "\0no-proxy";
/** Puppeteer downloads no browser here. What it would go through a proxy with is 1.6 MB, which every print would read first. */
const noDownloads: Plugin = {
  name: "no-downloads",
  enforce: "pre",
  applyToEnvironment: ({ name }) => name === "cli",
  resolveId: (id) => (id === "proxy-agent" ? NO_PROXY : null),
  load: (id) => (id === NO_PROXY ? "export class ProxyAgent {}" : null),
};

/** Parts of reveal.js that show.ts turns off: a third of it, which every deck would carry. */
const UNUSED = new Set(["autoanimate", "controls", "jumptoslide", "keyboard", "notes", "overlay", "overview", "printview", "progress", "scrollview", "slidenumber", "touch"]);
const NO_PART = "\0no-part";
/** Bundles reveal.js from its sources, with a part that answers nothing in place of each unused one. */
const leanReveal: Plugin = {
  name: "lean-reveal",
  enforce: "pre",
  applyToEnvironment: ({ name }) => name !== "cli",
  resolveId(id, importer) {
    if (id === "reveal.js") return fileURLToPath(new URL("node_modules/reveal.js/js/reveal.js", import.meta.url));
    // For text that reveal.js would fit to its slide.
    if (id === "fitty") return NO_PART;
    const part = /^\.\/controllers\/(\w+)$/.exec(id)?.[1];
    return part !== undefined && UNUSED.has(part) && importer?.includes("reveal.js") === true ? NO_PART : null;
  },
  load: (id) => (id === NO_PART ? "const nothing = () => false; export default function () { return new Proxy({}, { get: () => nothing }); }" : null),
};

/**
 * Licences that ship with every deck, and that of the readings in src/check/words/look-alikes.txt; the packages themselves are bundled or only
 * used to make that table, so an installed tool does not have them.
 */
const LICENSES = ["reveal.js/LICENSE", "@noble/hashes/LICENSE", "echarts/LICENSE", "echarts/NOTICE", "pinyin-pro/LICENSE"];
const copyLicenses: Plugin = {
  name: "copy-licenses",
  enforce: "post",
  applyToEnvironment: ({ name }) => name === "cli",
  generateBundle() {
    for (const file of LICENSES) this.emitFile({ type: "asset", fileName: `licenses/${file}`, source: readFileSync(`node_modules/${file}`) });
  },
};

/** What people and programs start: modules, which load the bundled programs. */
const STARTERS = {
  "cli.js": `#!/usr/bin/env node\nimport { run } from "./start.cjs";\n\nawait run();\n`,
  "api.js": `import { load } from "./start.cjs";\n\nexport const { build, compile, luduan } = load("api", "api");\n`,
};
const addStarters: Plugin = {
  name: "add-starters",
  enforce: "post",
  applyToEnvironment: ({ name }) => name === "cli",
  generateBundle(_, bundle) {
    for (const [fileName, source] of Object.entries(STARTERS)) this.emitFile({ type: "asset", fileName, source });
    // Read as one byte a character: half of what the engine has to read and keep.
    for (const chunk of Object.values(bundle)) if (chunk.type === "chunk") chunk.code = asciiOnly(chunk.code);
  },
};

/** The types of what other programs may call, from that one file alone. */
const API = "src/api.ts";
const declareApi: Plugin = {
  name: "declare-api",
  applyToEnvironment: ({ name }) => name === "cli",
  generateBundle() {
    const { code, errors } = isolatedDeclarationSync(API, readFileSync(API, "utf8"));
    if (errors.length > 0) this.error(errors.map(({ message }) => message).join("\n"));
    this.emitFile({ type: "asset", fileName: "api.d.ts", source: code });
  },
};

/** One classic script per page: it opens from `file://`, where modules are refused. Modules of `server` are imported from its addresses: a page that has a server may be a module itself. */
function clientScript(name: string, server: Readonly<Record<string, string>> | null = null): EnvironmentOptions {
  return {
    consumer: "client",
    build: {
      outDir: `${OUT}/client`,
      emptyOutDir: false,
      target: BROWSERS,
      cssTarget: BROWSERS,
      cssCodeSplit: false,
      modulePreload: false,
      assetsInlineLimit: () => true,
      rolldownOptions: {
        input: `src/client/${name}.ts`,
        external: Object.keys(server ?? {}),
        output: { format: server === null ? "iife" : "es", name: "luduan", paths: server ?? {}, entryFileNames: `${name}.js`, assetFileNames: `${name}[extname]` },
      },
    },
  };
}

const environments: Record<string, EnvironmentOptions> = {
  deck: clientScript("deck"),
  kiosk: clientScript("kiosk"),
  player: clientScript("player"),
  keeper: clientScript("keeper"),
  hover: clientScript("hover"),
  dev: clientScript("dev", { "vite:client": "/@vite/client" }),
  desk: clientScript("desk"),
  deskPreview: clientScript("desk-preview"),
  deskSlides: clientScript("desk-slides"),
  deskBegin: clientScript("desk-begin"),
  deskCover: clientScript("desk-cover"),
  bridge: clientScript("bridge"),
  phone: clientScript("phone"),
  measure: clientScript("measure"),
  long: clientScript("long"),
  film: clientScript("film"),
  encoder: clientScript("film-encoder"),
  cli: {
    consumer: "server",
    resolve: { noExternal: true, external: EXTERNAL },
    build: {
      outDir: OUT,
      emptyOutDir: false,
      target: "node20.19",
      minify: false,
      reportCompressedSize: false,
      // The licences of what is bundled into the tool.
      license: { fileName: "licenses/bundled.md" },
      rolldownOptions: {
        input: { start: "src/start.ts", cli: "src/cli.ts", api: API, "font-worker": "src/fonts/font-worker.ts", "picture-worker": "src/pictures/picture-worker.ts" },
        // One flat folder: what a file finds beside itself is the same for all.
        // Scripts, since the engine keeps the compiled code of scripts alone (src/start.ts).
        output: { format: "cjs", dynamicImportInCjs: false, entryFileNames: "[name].cjs", chunkFileNames: "[name]-[hash].cjs", minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } } },
      },
    },
  },
};

export default defineConfig({
  appType: "custom",
  publicDir: false,
  plugins: [luduan(), noDownloads, leanReveal, copyLicenses, addStarters, declareApi],
  optimizeDeps: { noDiscovery: true },
  // The test runner would take `noExternal` for its own and transform every package.
  environments: process.env["VITEST"] === undefined ? environments : {},
  builder: {
    async buildApp(builder) {
      for (const name of Object.keys(environments)) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
  test: {
    include: ["tests/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "build/test-results.json" }]],
    pool: "threads",
    // Half of the time a test waits for a browser or another process; by default a machine with two cores runs one file at a time.
    maxWorkers: 2,
    // Test files share no state but what modules keep for the same input: loading the compiler anew for each file took a tenth of the whole run.
    isolate: false,
    // On a busy machine a browser may miss its moment; what is wrong fails twice.
    retry: 1,
    // The decks' style sheets are imported as text; without this the test runner gives empty ones.
    css: true,
    testTimeout: 90_000,
    // The default of a second is shorter than a busy machine takes to compile a deck.
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 120_000,
  },
});
