/** Ends a command that has started other programs, when its user or the system asks for that: always soon, and leaving none of them. */
import type { World } from "../world/world.ts";
import { leave } from "./leave.ts";

/** Ctrl-C, a polite end, and a closed terminal; and the exit code that shells use for the first. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const STOPPED = 130;
/** What does not end by then is ended, in milliseconds. */
const PATIENCE = 2000;

/** Works, then closes the world. At the first signal it calls `tell`, closes the world and exits; at the second it exits at once. */
export async function untilStopped(world: World, tell: () => void, work: () => Promise<number>): Promise<number> {
  let asked = false;
  const stop = (): void => {
    // Programs that are still there are killed when this process exits.
    if (asked) return void leave(STOPPED);
    asked = true;
    tell();
    setTimeout(() => void leave(STOPPED), PATIENCE);
    void world.close().finally(() => leave(STOPPED));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work();
  } catch (failure) {
    // Work in progress fails when its browser is closed.
    if (asked) return STOPPED;
    throw failure;
  } finally {
    await world.close();
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}
