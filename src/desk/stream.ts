/** The open pages of the desk, and what they are told: server-sent events, which a browser connects again by itself. */
import type { ServerResponse } from "node:http";
import type { DeckPatch } from "../model/deck-patch.ts";
import type { DeskBuild, DeskState } from "../model/desk.ts";

export type DeskEvent = { readonly type: "state"; readonly data: DeskState } | { readonly type: "patch"; readonly data: DeckPatch } | { readonly type: "build"; readonly data: DeskBuild };

export interface Stream {
  /** Begins to tell a page, first of all the state. */
  readonly open: (response: ServerResponse, state: DeskState) => void;
  readonly send: (event: DeskEvent) => void;
  /** How many pages listen. */
  readonly pages: () => number;
  readonly close: () => void;
}

/** Pages of one desk; more are one too many for a person, and a leak. */
const MOST = 12;

/** `address` puts the addresses in a message where the desk serves them. */
export function createStream(address: (text: string) => string): Stream {
  const pages = new Set<ServerResponse>();
  const format = ({ type, data }: DeskEvent): string => `event: ${type}\ndata: ${address(JSON.stringify(data))}\n\n`;
  return {
    open: (response, state) => {
      if (pages.size >= MOST) return void response.writeHead(503).end();
      response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
      response.write(`retry: 500\n\n${format({ type: "state", data: state })}`);
      pages.add(response);
      response.on("close", () => pages.delete(response));
    },
    send: (event) => {
      const text = format(event);
      for (const page of pages) page.write(text);
    },
    pages: () => pages.size,
    close: () => {
      for (const page of pages) page.end();
    },
  };
}
