/** Opens pages, files and folders with what the person uses for them. */
import { spawn } from "node:child_process";
import { dirname, resolve } from "node:path";

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = { darwin: ["open"], win32: ["rundll32", "url.dll,FileProtocolHandler"] };

/** Does nothing where no browser is found: the address was printed. */
export function openPage(url: string): void {
  const [command = "xdg-open", ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  start(command, [...args, url]);
}

/** Opens a file with its own program. */
export function openFile(path: string): void {
  openPage(resolve(path));
}

/** Shows a file in its folder; where the system only opens folders, that one. */
export function revealFile(path: string): void {
  const whole = resolve(path);
  if (process.platform === "win32") start("explorer.exe", [`/select,"${whole}"`], true);
  else if (process.platform === "darwin") start("open", ["-R", whole]);
  else openPage(dirname(whole));
}

/** `verbatim` leaves the quotes to the caller: the explorer reads its line by rules of its own. */
function start(command: string, args: readonly string[], verbatim = false): void {
  spawn(command, args, { stdio: "ignore", detached: true, windowsVerbatimArguments: verbatim }).on("error", () => undefined).unref();
}
