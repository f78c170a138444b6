/** The desk: one page, on this machine alone, in which a project is edited, seen, checked and built. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { answer, type Answering } from "./desk/answer.ts";
import { createBuilds } from "./desk/builds.ts";
import { deskState } from "./desk/desk-state.ts";
import { createFiles } from "./desk/files.ts";
import { createKey, findRefusal, withoutKey } from "./desk/gate.ts";
import { belowKey } from "./desk/page.ts";
import { createStream } from "./desk/stream.ts";
import { openUndoLog } from "./desk/undo.ts";
import { createSession } from "./dev/session.ts";
import { patchOf } from "./dev/preview.ts";
import { isLoopback } from "./serve/gate.ts";
import { listen, type Listening } from "./serve/listen.ts";
import type { World } from "./world/world.ts";

export interface DeskOptions {
  readonly dir: string;
  /** Folders that hold themes, the project's own first. */
  readonly themes: readonly string[];
  /** Where the list of edits is kept between starts. */
  readonly memory: string;
  /** Null is any free port. */
  readonly port: number | null;
  readonly lang: "zh" | "en";
  readonly world: World;
}

export interface Desk {
  /** The only address that opens it: with a key made for this start. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Throws a PortError where the port cannot be had. */
export async function startDesk({ dir, themes, memory, port, lang, world }: DeskOptions): Promise<Desk> {
  const key = createKey();
  const log = await openUndoLog(join(memory, `${createHash("sha256").update(dir).digest("hex").slice(0, 32)}.json`), memory, world);
  const stream = createStream((text) => belowKey(text, key));
  let number = 0;
  const session = createSession({
    dir,
    themes,
    world,
    onState: (before, after) => {
      number += 1;
      if (after.preview !== null && after.patch !== null) stream.send({ type: "patch", data: before.preview === null ? patchOf(null, after.preview) : after.patch });
      stream.send({ type: "state", data: deskState(number, after, log, lang) });
    },
  });
  const state = async (): Promise<ReturnType<typeof deskState>> => deskState(number, await session.state(), log, lang);
  const files = createFiles({ dir, world, log, lang, onWritten: (path) => session.touch(`${dir}/${path}`) });
  const builds = createBuilds({ dir, themes, world, lang, tell: (data) => stream.send({ type: "build", data }) });
  const server = await listenFor({ key, dir, themes, lang, world, session, files, builds, stream, state }, port ?? 0);
  return {
    url: `http://127.0.0.1:${server.port}/${key}/`,
    close: async () => {
      stream.close();
      await server.close();
      await builds.settle();
      await session.close();
    },
  };
}

function listenFor(desk: Answering, port: number): Promise<Listening> {
  return listen({
    address: "127.0.0.1",
    port,
    isHost: isLoopback,
    mayPost: () => true,
    answer: async (request, response) => {
      response.setHeader("cache-control", "no-store");
      const url = withoutKey(request.url ?? "/", desk.key);
      const refusal = findRefusal(request, url);
      if (refusal !== null || url === null) return void response.writeHead(refusal ?? 404).end();
      await answer(request, response, url, desk);
    },
  });
}
