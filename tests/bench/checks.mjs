/** How long the rules alone take on a parsed deck, without starting Node, reading or rendering, and how many wrong digits they tell. */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** sax names its exports in a way that Vite does not see without bundling it. */
const NAMED_SAX = {
  name: "named-sax",
  enforce: "pre",
  resolveId: (id) => (id === "sax" ? "\0sax" : null),
  load: (id) => (id === "\0sax" ? `import { createRequire } from "node:module";\nexport const { parser } = createRequire(${JSON.stringify(`${ROOT}package.json`)})("sax");` : null),
};

/** Runs `work` with a function that loads a source file of the project. */
async function withSources(work) {
  const vite = await createServer({ root: ROOT, configFile: false, plugins: [NAMED_SAX], ssr: { noExternal: ["sax"] }, logLevel: "error", appType: "custom", server: { middlewareMode: true, ws: false, watch: null }, optimizeDeps: { noDiscovery: true } });
  try {
    return await work((path) => vite.ssrLoadModule(path));
  } finally {
    await vite.close();
  }
}

/**
 * For each report of tests/check/texts: wrong digits told, in per cent, of all mentions of a figure of the tables and of those with
 * their name before them; false errors and warnings for a thousand characters.
 */
export function rateTexts() {
  return withSources(async (load) => {
    const { measureReport, TEXTS } = await load("/tests/check/texts.ts");
    return TEXTS.map((report) => {
      const { mentions, missed, false: wrong } = measureReport(report);
      const count = (severity) => wrong.filter((one) => one.severity === severity).length;
      const told = (which) => (100 * (mentions.filter(which).length - missed.filter(which).length)) / mentions.filter(which).length;
      const thousands = report.text.length / 1000;
      const named = ({ named: isNamed }) => isNamed;
      return { name: report.name, mentions: mentions.length, all: told(() => true), named: mentions.filter(named).length, ofNamed: told(named), errors: count("error") / thousands, warnings: count("warning") / thousands };
    });
  });
}

/** Milliseconds of `runs` checks of the deck in `dir`. The first check still compiles, so it is left out. */
export function timeRules(dir, runs) {
  return withSources(async (load) => {
    const { compile, createCompileCache } = await load("/src/build.ts");
    const { checkDeck } = await load("/src/check/check-deck.ts");
    const { createWorld } = await load("/src/world/node-world.ts");
    const world = createWorld({ home: ROOT });
    const { model } = await compile(dir, [`${ROOT}themes`], world, createCompileCache());
    await world.close();
    return Array.from({ length: runs + 1 }, () => {
      // A copy counts as another deck: the cache between checks helps only the preview.
      const deck = { ...model, sections: model.sections.map((section) => ({ ...section, slides: section.slides.map((slide) => ({ ...slide })) })) };
      const started = performance.now();
      checkDeck(deck, () => undefined);
      return performance.now() - started;
    }).slice(1);
  });
}
