/** Reports how long each output took. */
import type { World } from "./world.ts";

export type Timer = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

/** `onOutput` is called when a piece of work is done, with its name and the milliseconds it took. */
export function createTimer(world: World, onOutput: (name: string, milliseconds: number) => void): Timer {
  return async (name, work) => {
    const started = world.now();
    const result = await work();
    onOutput(name, world.now() - started);
    return result;
  };
}
