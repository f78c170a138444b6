/** Where results are kept between runs. */
import { homedir } from "node:os";
import { join } from "node:path";

/** The folder where this system keeps caches: XDG_CACHE_HOME, ~/Library/Caches or LOCALAPPDATA. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === "win32") return join(environment["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "luduan", "Cache");
  if (environment["XDG_CACHE_HOME"]) return join(environment["XDG_CACHE_HOME"], "luduan");
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches", "luduan") : join(homedir(), ".cache", "luduan");
}

/** The folder where this system keeps what a program remembers of its work: XDG_STATE_HOME, ~/Library/Application Support or LOCALAPPDATA. */
export function stateFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === "win32") return join(environment["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "luduan", "State");
  if (environment["XDG_STATE_HOME"]) return join(environment["XDG_STATE_HOME"], "luduan");
  return process.platform === "darwin" ? join(homedir(), "Library", "Application Support", "luduan") : join(homedir(), ".local", "state", "luduan");
}
