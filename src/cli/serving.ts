/** What all commands share that serve until they are ended. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { portRefused, portTaken } from "../diagnostics/messages/serving.ts";
import { PortError } from "../serve/listen.ts";
import { leave } from "./leave.ts";

/** In milliseconds. */
const PATIENCE = 2000;

/** Resolves at Ctrl-C, a polite end or a closed terminal. To be called before an address is printed: whoever ends the command may do so at once. */
export function untilEnded(): Promise<void> {
  return new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
  });
}

/** Whatever does not end by then, such as a compilation of something enormous, ends with the process. */
export function endSoon(): void {
  setTimeout(() => void leave(0), PATIENCE).unref();
}

/** What to say of a port that cannot be had; other failures are thrown on. */
export function portDiagnostic(failure: unknown): Diagnostic {
  if (!(failure instanceof PortError)) throw failure;
  return failure.code === "EADDRINUSE" ? portTaken(failure.port) : portRefused(failure.port);
}
