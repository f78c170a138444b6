/** Threads that cut fonts in parallel, started only when the cache does not have the font. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { cutFont, type CutRequest } from "./font-work.ts";

export interface FontPool {
  cut(request: CutRequest): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Answer {
  readonly font: Uint8Array | null;
  readonly failure: string | null;
}
interface Waiting {
  readonly request: CutRequest;
  readonly done: (font: Uint8Array) => void;
  readonly fail: (failure: Error) => void;
}

/** More threads would only cost memory: each holds whole Chinese fonts. */
const MOST = 3;
/** A thread idle for this long, in milliseconds, is ended: its fonts would only fill memory while documents are printed. */
const IDLE = 300;

export function createFontPool(): FontPool {
  // When run from source (tests), there is no bundled thread to start.
  if (import.meta.url.endsWith(".ts")) return { cut: cutFont, close: async () => undefined };
  const queue: Waiting[] = [];
  const workers: Worker[] = [];
  /** Each with the timer that will end it. */
  const idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout }[] = [];
  const rest = (worker: Worker): void => {
    const timer = setTimeout(() => {
      idle.splice(idle.findIndex((one) => one.worker === worker), 1);
      workers.splice(workers.indexOf(worker), 1);
      void worker.terminate();
    }, IDLE);
    idle.push({ worker, timer });
  };
  const serve = (worker: Worker): void => {
    const next = queue.shift();
    if (next === undefined) return rest(worker);
    // Only listeners set here: `terminate` waits with one of its own.
    worker.removeAllListeners("message").removeAllListeners("error");
    worker.once("message", ({ font, failure }: Answer) => {
      if (font === null) next.fail(new Error(failure ?? ""));
      else next.done(font);
      serve(worker);
    });
    worker.once("error", (failure) => {
      next.fail(failure instanceof Error ? failure : new Error(String(failure)));
      workers.splice(workers.indexOf(worker), 1);
      if (queue.length > 0) start();
    });
    worker.postMessage(next.request, []);
  };
  const start = (): void => {
    const worker = new Worker(new URL("font-worker.cjs", import.meta.url));
    workers.push(worker);
    serve(worker);
  };
  return {
    cut: (request) =>
      new Promise((done, fail) => {
        queue.push({ request, done, fail });
        const free = idle.pop();
        if (free !== undefined) {
          clearTimeout(free.timer);
          serve(free.worker);
        } else if (workers.length < Math.min(MOST, availableParallelism())) start();
      }),
    close: async () => {
      queue.length = 0;
      for (const { timer } of idle) clearTimeout(timer);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
