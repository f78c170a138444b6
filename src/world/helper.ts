/** A separate process for heavy work: what its libraries leave in memory goes away with it. */
import { fork, type ChildProcess } from "node:child_process";
import { messageOf } from "./failure.ts";
import { WorldError, type Helper } from "./world.ts";

/** Sent to the process. */
export interface HelperQuestion {
  readonly id: number;
  readonly question: unknown;
}
/** Sent back, in any order; a failure comes without an answer. */
export interface HelperAnswer {
  readonly id: number;
  readonly answer: unknown;
  readonly failure: string | null;
}

interface Waiting {
  readonly done: (answer: unknown) => void;
  readonly fail: (failure: Error) => void;
}

/** `script` starts with the first question; if the process has ended, a new one starts. */
export function createHelper(script: string): Helper {
  const waiting = new Map<number, Waiting>();
  let running: ChildProcess | null = null;
  let asked = 0;
  const start = (): ChildProcess => {
    const child = begin(script);
    const failAll = (reason: string): void => {
      if (running !== child) return;
      running = null;
      // The questions themselves were not at fault.
      for (const { fail } of waiting.values()) fail(new WorldError("helper-failed", script, reason));
      waiting.clear();
    };
    child.on("message", ({ id, answer, failure }: HelperAnswer) => {
      const asker = waiting.get(id);
      waiting.delete(id);
      if (failure === null) asker?.done(answer);
      else asker?.fail(new Error(failure));
    });
    child.on("error", (failure) => failAll(messageOf(failure)));
    child.on("exit", (code, signal) => failAll(`${signal ?? code}`));
    return child;
  };
  // A process in the middle of a picture does not notice that its parent has gone.
  const abandon = (): void => void running?.kill("SIGKILL");
  process.once("exit", abandon);
  return {
    ask: (question) =>
      new Promise((done, fail) => {
        asked += 1;
        waiting.set(asked, { done, fail });
        running ??= start();
        running.send({ id: asked, question } satisfies HelperQuestion);
      }),
    end() {
      running?.kill();
      running = null;
      process.off("exit", abandon);
    },
  };
}

function begin(script: string): ChildProcess {
  return fork(script, [], {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // glibc keeps a store of free memory for each thread: one store for all halves that.
    env: { ...process.env, MALLOC_ARENA_MAX: "1" },
  });
}
