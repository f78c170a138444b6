/** The preview server: shows each saved edit in place in the open page, only on this machine. */
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { connect } from "./dev/connect.ts";
import { luduan } from "./dev/plugin.ts";
import { relativeTo } from "./dev/sources.ts";

/** The folder that holds package.json and build/client, both from src/ and from build/. */
const HOME = fileURLToPath(new URL("../", import.meta.url));
const DEFAULT_PORT = 5180;

export interface DevServer {
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface DevServerOptions {
  readonly dir: string;
  /** Folders that hold themes, the project's own first. */
  readonly themes: readonly string[];
  /** Null is 5180, 0 any free port. If the port is taken, says so and uses the next free one. */
  readonly port: number | null;
  /** Opens the system's browser. */
  readonly open: boolean;
  readonly lang: "zh" | "en";
}

/** Serves the preview on the loopback address. */
export async function startDevServer({ dir, themes, port, open, lang }: DevServerOptions): Promise<DevServer> {
  const server = await createServer({
    configFile: false,
    root: HOME,
    appType: "custom",
    publicDir: false,
    clearScreen: false,
    logLevel: "warn",
    optimizeDeps: { noDiscovery: true },
    plugins: [luduan({ dir, themes, lang, home: HOME, connect })],
    server: {
      host: "127.0.0.1",
      port: port ?? DEFAULT_PORT,
      strictPort: false,
      open,
      // Vite adds its own script; nothing else of the disk is served by it.
      fs: { allow: [] },
      // A link may lead to the whole disk, or round in a circle.
      watch: { followSymlinks: false, ignored: (path: string) => isIdle(path, dir) },
    },
  });
  // Changes before the watcher is ready would never be reported.
  await Promise.all([server.listen(), new Promise<void>((ready) => void server.watcher.once("ready", ready))]);
  const address = server.httpServer?.address();
  const used = typeof address === "object" && address !== null ? address.port : DEFAULT_PORT;
  if (port !== 0 && used !== (port ?? DEFAULT_PORT)) server.config.logger.warn(takenPort(port ?? DEFAULT_PORT, used, lang));
  return { url: `http://127.0.0.1:${used}/`, port: used, close: () => server.close() };
}

/** Outputs of the project, and of the tool's folder all but the themes. */
function isIdle(path: string, dir: string): boolean {
  const inside = relativeTo(path, dir);
  if (inside !== null) return /^dist(?:\/|$)/.test(inside);
  return /^(?!themes(?:\/|$))/.test(relativeTo(path, HOME) ?? "themes");
}

function takenPort(wanted: number, used: number, lang: "zh" | "en"): string {
  return lang === "zh" ? `端口 ${wanted} 已被占用，改用 ${used}。` : `Port ${wanted} is taken; using ${used}.`;
}
