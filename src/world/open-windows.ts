/** Opens pages in the browser of whoever sits at this machine. */
import { spawn } from "node:child_process";
import { findBrowsers, isHeadlessShell } from "./find-browser.mjs";

/** A program that has not failed by then has opened the page or will; in milliseconds. */
const PATIENCE = 2000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens each address in a window of its own and returns how many were opened: all with the program in `BROWSER` or with a Chromium-like
 * browser; only the first with the system's own opener, since it would put the others into tabs of one window; none where there is no screen.
 */
export async function openWindows(addresses: readonly string[], environment: Environment = process.env): Promise<number> {
  const named = environment["BROWSER"];
  if (named !== undefined && named !== "") return openAll(named, [], addresses, environment);
  if (process.platform === "linux" && !environment["DISPLAY"] && !environment["WAYLAND_DISPLAY"]) return 0;
  const browser = findBrowsers(environment).find((path) => !isHeadlessShell(path));
  const opened = browser === undefined ? 0 : await openAll(browser, ["--new-window"], addresses, environment);
  if (opened > 0) return opened;
  const [opener, ...flags] = process.platform === "darwin" ? ["open"] : process.platform === "win32" ? ["rundll32", "url.dll,FileProtocolHandler"] : ["xdg-open"];
  return openAll(opener!, flags, addresses.slice(0, 1), environment);
}

/** One after the other: a browser that starts twice at once may lose a window. */
async function openAll(program: string, flags: readonly string[], addresses: readonly string[], environment: Environment): Promise<number> {
  for (const [index, address] of addresses.entries()) {
    if (!(await start(program, [...flags, address], environment))) return index;
  }
  return addresses.length;
}

/** False if the program is not there, or fails at once. It outlives this process. */
function start(program: string, words: readonly string[], environment: Environment): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(program, words, { detached: true, stdio: "ignore", env: environment as NodeJS.ProcessEnv });
    const waiting = setTimeout(() => done(true), PATIENCE);
    const end = (opened: boolean): void => {
      clearTimeout(waiting);
      done(opened);
    };
    child.once("error", () => end(false));
    child.once("exit", (code) => end(code === 0));
    child.unref();
  });
}
