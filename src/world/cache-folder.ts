/** Where results are kept between runs. */
import { homedir } from "node:os";
import { join } from "node:path";

/** The folder where this system keeps caches: XDG_CACHE_HOME, ~/Library/Caches or LOCALAPPDATA. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === "win32") return join(environment["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "luduan", "Cache");
  if (environment["XDG_CACHE_HOME"]) return join(environment["XDG_CACHE_HOME"], "luduan");
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches", "luduan") : join(homedir(), ".cache", "luduan");
}
