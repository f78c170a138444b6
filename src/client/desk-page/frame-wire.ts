/** Between the desk and the frames inside it, which have the same origin. */
import type { DeckPatch } from "../../model/deck-patch.ts";
import type { DeskPart } from "../../model/desk.ts";

/** From the desk to a frame. */
export type ToFrame =
  | { readonly type: "patch"; readonly patch: DeckPatch }
  | { readonly type: "go"; readonly id: string }
  | { readonly type: "parts"; readonly parts: readonly DeskPart[]; readonly faulty: readonly string[] };
/** From a frame to the desk. */
export type FromFrame =
  | { readonly type: "ready"; readonly revision: number }
  | { readonly type: "at"; readonly id: string }
  | { readonly type: "choose"; readonly id: string }
  | { readonly type: "move"; readonly id: string; readonly before: string | null };

export function tellDesk(message: FromFrame): void {
  parent.postMessage(message, location.origin);
}

export function listenToDesk(take: (message: ToFrame) => void): void {
  addEventListener("message", ({ origin, source, data }) => {
    if (origin === location.origin && source === parent && source !== window) take(data as ToFrame);
  });
}

export interface Frame {
  readonly node: HTMLIFrameElement;
  readonly tell: (message: ToFrame) => void;
  /** Loads its page, once. */
  readonly load: () => void;
}

/** A frame for one of the desk's own pages. */
export function createFrame(address: string, name: string, take: (message: FromFrame) => void): Frame {
  const node = document.createElement("iframe");
  let loaded = false;
  node.title = name;
  addEventListener("message", ({ origin, source, data }) => {
    if (origin === location.origin && source === node.contentWindow) take(data as FromFrame);
  });
  return {
    node,
    tell: (message) => node.contentWindow?.postMessage(message, location.origin),
    load: () => {
      if (!loaded) node.src = address;
      loaded = true;
    },
  };
}
