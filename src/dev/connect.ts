/** Connects a Vite server with a session: requests, the watcher, the open pages and their overlay. */
import { resolve } from "node:path";
import type { ErrorPayload, HotPayload, ViteDevServer } from "vite";
import { HELLO, PATCH } from "../model/deck-patch.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../diagnostics/format.ts";
import { createWorld } from "../world/node-world.ts";
import { setGuards } from "../serve/gate.ts";
import { findRefusal, isOurs } from "./gate.ts";
import { patchOf } from "./preview.ts";
import { answer } from "./serve.ts";
import { createSession, type Session, type State } from "./session.ts";
import { isSource, relativeTo } from "./sources.ts";

export interface Connection {
  readonly dir: string;
  readonly themes: readonly string[];
  readonly lang: "zh" | "en";
  readonly home: string;
  /** Address of the page, with a slash at both ends; where it is not `/`, all other addresses are left to the site. */
  readonly at: string;
}

/** Begins to compile and to serve; returns a function that ends both. */
export function connect(server: ViteDevServer, { dir, themes, lang, home, at }: Connection): () => Promise<void> {
  const world = createWorld({ home });
  const session = createSession({ dir, themes, world, onState: (before, after) => tell(server, before, after, lang) });
  // The watcher would miss a folder that is named before it exists; the project's own themes are watched with the project.
  server.watcher.add([dir, ...themes.filter((folder) => relativeTo(resolve(folder), dir) === null)]);
  server.watcher.on("all", (_, path) => {
    if (isSource(path, dir, themes)) session.touch(resolve(path));
  });
  greet(server, session, lang);
  // First of all: Vite's own middlewares, which would start an editor or send any file of the tool, come after this one.
  server.middlewares.use((request, response, next) => {
    if (!isOurs(request.url ?? "/", at)) return next();
    setGuards(response);
    const refusal = findRefusal(request, at);
    if (refusal === null) next();
    else response.writeHead(refusal).end();
  });
  server.middlewares.use((request, response, next) => {
    answer(request, response, { at, dir, themes, world, state: session.state, refresh: session.refresh }).then((done) => done || next(), next);
  });
  return async () => {
    await session.close();
    await world.close();
  };
}

/** Sends what a compilation changed: a patch, or the errors, which keep the last good deck on screen. */
function tell(server: ViteDevServer, before: State, after: State, lang: "zh" | "en"): void {
  const { hot } = server.environments.client;
  if (hasErrors(after.diagnostics)) hot.send(errorPayload(after, lang));
  else if (after.preview !== null && (after.patch !== null || hasErrors(before.diagnostics))) hot.send(PATCH, after.patch ?? patchOf(after.preview, after.preview));
  const text = printed(after, lang);
  if (text !== "" && text !== printed(before, lang)) server.config.logger.warn(text);
}

function printed({ diagnostics, sources }: State, lang: "zh" | "en"): string {
  return diagnostics.length === 0 ? "" : formatDiagnostics(diagnostics, sources, { lang, colour: false });
}

/** A connecting page sends its revision: it may have missed a patch, or there may be errors. */
function greet(server: ViteDevServer, session: Session, lang: "zh" | "en"): void {
  server.environments.client.hot.on(HELLO, (data: unknown, client: { send: (payload: HotPayload) => void }) => {
    void session.state().then((state) => {
      if (hasErrors(state.diagnostics)) client.send(errorPayload(state, lang));
      else if (state.preview !== null && data !== state.preview.revision) client.send({ type: "custom", event: PATCH, data: patchOf(null, state.preview) });
    });
  });
}

/** All errors as one text, each with its place and code frame. */
function errorPayload({ diagnostics, sources }: State, lang: "zh" | "en"): ErrorPayload {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  return { type: "error", err: { message: formatDiagnostics(errors, sources, { lang, colour: false }), stack: "", plugin: "luduan" } };
}
