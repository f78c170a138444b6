/** One open project: compiled anew after each change, written to, built, and told to the pages that show it. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { createSession } from "../dev/session.ts";
import { patchOf } from "../dev/preview.ts";
import type { FileChange, World } from "../world/world.ts";
import { answer } from "./answer.ts";
import { createBuilds } from "./builds.ts";
import { createThemePictures, listThemes } from "./covers.ts";
import { deskState } from "./desk-state.ts";
import { createDoubts } from "./doubts.ts";
import { createFiles } from "./files.ts";
import { belowBase } from "./page.ts";
import { readReview } from "./review.ts";
import { createShows } from "./shows.ts";
import { createStream } from "./stream.ts";
import { openUndoLog } from "./undo.ts";

export interface Project {
  /** `url` is the address below the project's own. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, url: string) => Promise<void>;
  /** Changes several files at once, as one step that can be taken back; throws a WorldError where none could be written. */
  readonly change: (changes: ReadonlyMap<string, FileChange>) => Promise<void>;
  /** Pages that show it. */
  readonly pages: () => number;
  readonly close: () => Promise<void>;
}

export interface ProjectOptions {
  readonly dir: string;
  /** Folders that hold themes, the project's own first. */
  readonly themes: readonly string[];
  /** Where the list of edits is kept between starts. */
  readonly memory: string;
  /** Where the server has it, without a slash at the end. */
  readonly base: string;
  readonly lang: "zh" | "en";
  readonly world: World;
  /** Called with the title of the report when it is known or has changed. */
  readonly onTitle: (title: string) => void;
}

export async function openProject({ dir, themes, memory, base, lang, world, onTitle }: ProjectOptions): Promise<Project> {
  const log = await openUndoLog(join(memory, `${createHash("sha256").update(dir).digest("hex").slice(0, 32)}.json`), memory, world);
  const told = { log, lang, themes: await listThemes(themes, world), review: (await readReview(dir, world)) !== null };
  const stream = createStream((text) => belowBase(text, base));
  let number = 0;
  const session = createSession({
    dir,
    themes,
    world,
    onState: (before, after) => {
      number += 1;
      if (after.preview !== null && after.patch !== null) stream.send({ type: "patch", data: before.preview === null ? patchOf(null, after.preview) : after.patch });
      stream.send({ type: "state", data: deskState(number, after, told) });
      if (after.preview !== null && after.preview.title !== before.preview?.title) onTitle(after.preview.title);
    },
  });
  void session.state().then(({ preview }) => onTitle(preview?.title ?? ""));
  const state = async (): Promise<ReturnType<typeof deskState>> => deskState(number, await session.state(), told);
  const files = createFiles({ dir, world, log, lang, onWritten: (path) => session.take(`${dir}/${path}`) });
  const doubts = createDoubts({ dir, lang, world, files, state: session.state });
  const builds = createBuilds({ dir, themes, world, lang, tell: (data) => stream.send({ type: "build", data }) });
  const themePictures = createThemePictures({ dir, themes, base: `${base}/theme`, world }, session.state);
  const shows = createShows(dir, lang, world);
  return {
    answer: (request, response, url) => answer(request, response, url, { base, dir, themes, lang, world, session, files, doubts, builds, shows, themePictures, stream, state }),
    change: files.changeAll,
    pages: stream.pages,
    close: async () => {
      stream.close();
      await builds.settle();
      await shows.close();
      await session.close();
    },
  };
}
