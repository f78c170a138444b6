/** The Vite plugin: with it in a configuration, `vite` serves the deck at `/`. */
import { resolve } from "node:path";
import type { Plugin, ViteDevServer } from "vite";
import type { connect } from "./connect.ts";
import { NONCE } from "./nonce.ts";
import { isSource } from "./sources.ts";

export interface LuduanOptions {
  /** The project folder; default: Vite's root. */
  readonly dir?: string;
  /** Folders that hold themes, the project's own first; default: those of the project. */
  readonly themes?: readonly string[];
  /** Language of the diagnostics; default: Chinese. */
  readonly lang?: "zh" | "en";
  /** The tool's folder, with src/client; default: Vite's root. */
  readonly home?: string;
  /** The compiler, if already loaded; by default it is loaded through Vite, so that this file stays light for builds and tests. */
  readonly connect?: typeof connect;
}

/** It does nothing in builds and tests. */
export function luduan(options: LuduanOptions = {}): Plugin {
  let dir = "";
  let themes: readonly string[] = [];
  let close: (() => Promise<void>) | null = null;
  return {
    name: "luduan",
    apply: (_, { command, mode }) => command === "serve" && mode !== "test",
    config: () => ({ html: { cspNonce: NONCE }, server: { cors: false } }),
    configResolved: (config) => {
      dir = resolve(options.dir ?? config.root);
      themes = options.themes ?? [resolve(dir, "themes")];
    },
    configureServer: async (server) => {
      const start = options.connect ?? (await loadConnect(server));
      close = start(server, { dir, themes, lang: options.lang ?? "zh", home: options.home ?? server.config.root });
    },
    // Vite itself would reload the page for these files.
    hotUpdate: ({ file }) => (isSource(file, dir, themes) ? [] : undefined),
    closeBundle: async () => close?.(),
  };
}

async function loadConnect(server: ViteDevServer): Promise<typeof connect> {
  const loaded = (await server.ssrLoadModule("/src/dev/connect.ts")) as { connect: typeof connect };
  return loaded.connect;
}
