/** Opens a page in the browser that the person uses. */
import { spawn } from "node:child_process";

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = { darwin: ["open"], win32: ["rundll32", "url.dll,FileProtocolHandler"] };

/** Does nothing where no browser is found: the address was printed. */
export function openPage(url: string): void {
  const [command = "xdg-open", ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  spawn(command, [...args, url], { stdio: "ignore", detached: true }).on("error", () => undefined).unref();
}
