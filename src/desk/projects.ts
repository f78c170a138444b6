/** The projects of one start of the desk: each has an address, and is compiled only while a page shows it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FileChange } from "../world/world.ts";
import { openProject, type Project, type ProjectOptions } from "./project.ts";

export interface Projects {
  /** Address of the project in a folder, below the desk's. */
  readonly open: (dir: string) => string;
  /** Changes several files of a project at once, as one step that can be taken back. */
  readonly change: (dir: string, changes: ReadonlyMap<string, FileChange>) => Promise<void>;
  readonly answer: (number: number, request: IncomingMessage, response: ServerResponse, url: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

type Options = Omit<ProjectOptions, "dir" | "base" | "themes" | "onTitle"> & {
  /** The desk's own address, without a slash at the end. */
  readonly base: string;
  readonly themes: (dir: string) => readonly string[];
  readonly onTitle: (dir: string, title: string) => void;
};

export function createProjects({ base, themes, onTitle, ...options }: Options): Projects {
  const dirs: string[] = [];
  const running = new Map<number, Promise<Project>>();
  const start = (number: number, dir: string): Promise<Project> => {
    const begun = openProject({ ...options, dir, themes: themes(dir), base: `${base}/p/${number}`, onTitle: (title) => onTitle(dir, title) });
    running.set(number, begun);
    return begun;
  };
  const endIdle = async (): Promise<void> => {
    // Only those that run now: one that is opened in the meantime has no page yet.
    const before = [...running];
    for (const [number, project] of before) {
      const { pages, close } = await project;
      if (pages() > 0) continue;
      running.delete(number);
      await close();
    }
  };
  const find = (number: number, dir: string): Promise<Project> => running.get(number) ?? start(number, dir);
  const projects: Projects = {
    open: (dir) => {
      const known = dirs.indexOf(dir) + 1;
      if (known > 0) return `p/${known}/`;
      void endIdle();
      // Compiled while the browser opens its page.
      const number = dirs.push(dir);
      void start(number, dir);
      return `p/${number}/`;
    },
    answer: async (number, request, response, url) => {
      const dir = dirs[number - 1];
      if (dir === undefined) return void response.writeHead(404).end();
      return (await find(number, dir)).answer(request, response, url);
    },
    change: async (dir, changes) => {
      projects.open(dir);
      await (await find(dirs.indexOf(dir) + 1, dir)).change(changes);
    },
    close: async () => {
      for (const project of running.values()) await (await project).close();
    },
  };
  return projects;
}
