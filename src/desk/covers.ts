/** The first slide of each beginning, drawn from the beginning itself when somebody looks. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { compile, createCompileCache } from "../build.ts";
import { answer as answerPreview } from "../dev/serve.ts";
import { stateOf, type State } from "../dev/session.ts";
import { BEGINNINGS, type Beginning } from "../model/beginnings.ts";
import { beginningFolder } from "../new-project.ts";
import type { World } from "../world/world.ts";
import { sendPage, sendScript } from "./answer.ts";
import { firstSlides, renderFrame } from "./page.ts";

export interface Covers {
  /** `url` is the address below the covers': `county/` and what its page asks for. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, url: string) => Promise<void>;
}

interface Options {
  /** The tool's folder. */
  readonly home: string;
  readonly themes: readonly string[];
  /** Address of the covers, without a slash at the end. */
  readonly base: string;
  readonly world: World;
}

export function createCovers({ home, themes, base, world }: Options): Covers {
  const drawn = new Map<Beginning, Promise<State>>();
  const stateOfBeginning = (like: Beginning): Promise<State> => {
    const known = drawn.get(like) ?? compile(beginningFolder(home, like), themes, world, createCompileCache()).then((compiled) => stateOf(compiled));
    drawn.set(like, known);
    return known;
  };
  return {
    answer: async (request, response, url) => {
      const [, name = "", rest = ""] = /^\/(\w+)(\/[^?]*)/.exec(url) ?? [];
      const like = BEGINNINGS.find((known) => known === name);
      if (like === undefined) return void response.writeHead(404).end();
      const script = /^\/@luduan\/(desk-cover\.(?:js|css))$/.exec(rest)?.[1];
      if (script !== undefined) return sendScript(response, script, world);
      const state = (): Promise<State> => stateOfBeginning(like);
      if (rest === "/") return sendPage(response, renderFrame(firstSlides((await state()).preview, 1), `${base}/${like}`, "desk-cover"));
      const done = rest.startsWith("/@luduan/") && (await answerPreview(Object.assign(Object.create(request) as IncomingMessage, { url: rest }), response, { dir: beginningFolder(home, like), themes, world, state, refresh: state, at: "" }));
      if (!done) response.writeHead(404).end();
    },
  };
}
