/** The desk: one page, on this machine alone, in which a report is begun, edited, seen, checked and built. */
import { resolve } from "node:path";
import { createBegin, type Begin } from "./desk/begin.ts";
import { createCovers } from "./desk/covers.ts";
import { createKey, findRefusal, withoutKey } from "./desk/gate.ts";
import { createProjects, type Projects } from "./desk/projects.ts";
import { createRecent, isProject } from "./desk/recent.ts";
import { isLoopback } from "./serve/gate.ts";
import { listen, type Listening } from "./serve/listen.ts";
import type { World } from "./world/world.ts";

export interface DeskOptions {
  /** A project to open; a folder that holds none opens the page before the desk. */
  readonly dir: string;
  /** Whether a person has named it, and is told that it holds no report. */
  readonly named: boolean;
  /** The tool's folder. */
  readonly home: string;
  /** The user's own folder: lists of folders stay inside. */
  readonly user: string;
  /** Where edits and recent projects are kept between starts. */
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
export async function startDesk({ dir, named, home, user, memory, port, lang, world }: DeskOptions): Promise<Desk> {
  const key = createKey();
  const tool = resolve(home, "themes");
  const themes = (project: string): readonly string[] => [resolve(project, "themes"), tool];
  const recent = createRecent(memory, world);
  const projects = createProjects({ base: `/${key}`, themes, memory, lang, world, onTitle: (project, title) => void recent.note(project, title) });
  const covers = createCovers({ home, themes: [tool], base: `/${key}/cover`, world });
  const here = await isProject(dir, world);
  const begin = createBegin({ home, user, themes, lang, world, projects, recent, covers, empty: here || !named ? null : dir });
  const at = here ? projects.open(dir) : "";
  const server = await listenFor(key, begin, projects, port ?? 0);
  return {
    url: `http://127.0.0.1:${server.port}/${key}/${at}`,
    close: async () => {
      await projects.close();
      await server.close();
    },
  };
}

function listenFor(key: string, begin: Begin, projects: Projects, port: number): Promise<Listening> {
  return listen({
    address: "127.0.0.1",
    port,
    isHost: isLoopback,
    mayPost: () => true,
    answer: async (request, response) => {
      response.setHeader("cache-control", "no-store");
      const url = withoutKey(request.url ?? "/", key);
      const refusal = findRefusal(request, url);
      if (refusal !== null || url === null) return void response.writeHead(refusal ?? 404).end();
      const [, number, rest = "/"] = /^\/p\/(\d{1,6})(\/.*)$/s.exec(url) ?? [];
      await (number === undefined ? begin(request, response, url) : projects.answer(Number(number), request, response, rest));
    },
  });
}
