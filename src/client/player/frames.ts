/** Two frames, one above the other: the upper one plays while the next edition, or the next deck, starts below it unseen. */
import { BEGIN, readLoopState, type LoopState } from "../../model/player.ts";
import type { WholeEdition } from "./fetch-edition.ts";

/** A page has this long to show its first slide, in milliseconds. */
const START = 20_000;
/** The old frame goes when the new one has faded in, in milliseconds. */
const FADE = 600;

/** A loop in a frame. */
export interface Playing {
  readonly deck: number;
  readonly whole: WholeEdition;
  readonly node: HTMLIFrameElement;
  state: LoopState | null;
  /** Changes of slides since it was loaded. */
  changes: number;
  /** When it last told its state, by `performance.now()`. */
  heard: number;
}

/**
 * Loads an edition below what plays; resolves when it shows a slide, or is black because it is closed, and with null if it does not start.
 * The sandbox gives the page an origin of its own: it reaches neither this page nor its storage, whoever made it.
 */
export async function prepare(deck: number, whole: WholeEdition): Promise<Playing | null> {
  const node = document.createElement("iframe");
  const address = URL.createObjectURL(new Blob([whole.page], { type: "text/html" }));
  node.setAttribute("sandbox", "allow-scripts");
  node.title = "Luduan";
  node.src = address;
  const playing: Playing = { deck, whole, node, state: null, changes: 0, heard: performance.now() };
  const started = new Promise<boolean>((done) => {
    const late = setTimeout(() => done(false), START);
    const listen = (event: MessageEvent): void => {
      if (event.source !== node.contentWindow) return;
      const state = readLoopState(event.data);
      if (state === null) return;
      if (state.slide !== playing.state?.slide) playing.changes += 1;
      playing.state = state;
      playing.heard = performance.now();
      clearTimeout(late);
      done(true);
    };
    addEventListener("message", listen);
    ends.set(playing, () => {
      removeEventListener("message", listen);
      URL.revokeObjectURL(address);
      node.remove();
    });
  });
  document.body.prepend(node);
  if (await started) return playing;
  drop(playing);
  return null;
}

const ends = new WeakMap<Playing, () => void>();

/** Takes a frame away. */
export function drop(playing: Playing): void {
  ends.get(playing)?.();
}

/** Fades the prepared frame in over what plays, which goes afterwards. */
export function raise(next: Playing, old: Playing | null): void {
  next.node.classList.add("up");
  if (old === null) return;
  old.node.classList.add("old");
  setTimeout(() => drop(old), FADE);
}

/** Has the loop begin a round now. */
export function beginRound({ node }: Playing): void {
  node.contentWindow?.postMessage(BEGIN, "*");
}
