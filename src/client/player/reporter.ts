/** Tells the screen's server, where it has one, what shows; what cannot be sent waits. */
import type { PlayerEvent, PlayerReport } from "../../model/player.ts";

/** Between two reports, in milliseconds. */
const PAUSE = 2000;
/** What a screen keeps for a server that is away: some hours of slides. */
const MOST = 2000;
const AT_ONCE = 200;

type Untimed<T> = T extends unknown ? Omit<T, "at"> : never;

export interface Reporter {
  readonly note: (event: Untimed<PlayerEvent>) => void;
}

/** `address` null: nobody listens, and nothing is kept. */
export function createReporter(address: string | null, state: () => Omit<PlayerReport, "since" | "events" | "memory">): Reporter {
  const since = Date.now();
  let waiting: PlayerEvent[] = [];
  const send = async (to: string): Promise<void> => {
    const events = waiting.slice(0, AT_ONCE);
    const { memory } = performance as Performance & { readonly memory?: { readonly usedJSHeapSize: number } };
    const report: PlayerReport = { since, ...state(), memory: memory?.usedJSHeapSize ?? null, events };
    const response = await fetch(to, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(report), signal: AbortSignal.timeout(PAUSE * 2) });
    if (response.ok) waiting = waiting.slice(events.length);
  };
  const go = (to: string): void => void send(to).catch(() => undefined).finally(() => setTimeout(() => go(to), PAUSE));
  if (address !== null) go(address);
  return { note: (event) => void (address !== null && (waiting = [...waiting, { at: Date.now(), ...event } as PlayerEvent].slice(-MOST))) };
}
