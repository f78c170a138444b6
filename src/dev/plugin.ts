/** The Vite plugin: with it in a configuration, `vite` shows the deck, and `vite build` puts it into the site. */
import { join, resolve } from "node:path";
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
  /** Address of the preview, with a slash at both ends; default: `/`, and no other address is served. */
  readonly at?: string;
  /** The tool's folder, with build/client; default: Vite's root. */
  readonly home?: string;
  /** The compiler, if already loaded; by default it is loaded through Vite, so that this file stays light for builds and tests. */
  readonly connect?: typeof connect;
  /** Writes the deck into a folder of the site that was just built, and returns what is wrong; by default a build has no deck. */
  readonly write?: (out: string) => Promise<string | null>;
}

/** It does nothing in tests. */
export function luduan(options: LuduanOptions = {}): Plugin {
  const { at = "/", write } = options;
  let dir = "";
  let themes: readonly string[] = [];
  let close: (() => Promise<void>) | null = null;
  return {
    name: "luduan",
    apply: (_, { command, mode }) => mode !== "test" && (command === "serve" || write !== undefined),
    // Where the deck is the whole site, no other page may read from the server.
    config: () => (at === "/" ? { html: { cspNonce: NONCE }, server: { cors: false } } : {}),
    configResolved: (config) => {
      dir = resolve(options.dir ?? config.root);
      themes = options.themes ?? [resolve(dir, "themes")];
    },
    configureServer: async (server) => {
      const start = options.connect ?? (await loadConnect(server));
      close = start(server, { dir, themes, lang: options.lang ?? "zh", home: options.home ?? server.config.root, at });
    },
    // Vite itself would reload the page for these files.
    hotUpdate: ({ file }) => (isSource(file, dir, themes) ? [] : undefined),
    writeBundle: {
      sequential: true,
      async handler({ dir: out }) {
        const { name, config } = this.environment;
        const complaint = name === "client" && config.command === "build" ? await write?.(join(out ?? config.build.outDir, at)) : null;
        if (typeof complaint === "string") this.error(complaint);
      },
    },
    closeBundle: async () => close?.(),
  };
}

async function loadConnect(server: ViteDevServer): Promise<typeof connect> {
  const loaded = (await server.ssrLoadModule("/src/dev/connect.ts")) as { connect: typeof connect };
  return loaded.connect;
}
