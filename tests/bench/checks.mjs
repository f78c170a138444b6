/** How long the rules alone take on a parsed deck, without starting Node, reading or rendering. */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Milliseconds of `runs` checks of the deck in `dir`. The first check still compiles, so it is left out. */
export async function timeRules(dir, runs) {
  const vite = await createServer({ root: ROOT, configFile: false, logLevel: "error", appType: "custom", server: { middlewareMode: true, ws: false, watch: null }, optimizeDeps: { noDiscovery: true } });
  try {
    const { compile, createCompileCache } = await vite.ssrLoadModule("/src/build.ts");
    const { checkDeck } = await vite.ssrLoadModule("/src/check/check-deck.ts");
    const { createWorld } = await vite.ssrLoadModule("/src/world/node-world.ts");
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
  } finally {
    await vite.close();
  }
}
