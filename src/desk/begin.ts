/** The page before the desk: begin a report, open one, or drop a document. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { missingFolder } from "../diagnostics/messages/settings.ts";
import { folderNotEmpty } from "../diagnostics/messages/usage.ts";
import { BEGINNINGS } from "../model/beginnings.ts";
import type { DeskBegin, DeskMerge, DeskOpened } from "../model/desk.ts";
import { newProject } from "../new-project.ts";
import type { World } from "../world/world.ts";
import { sendFont, sendPage, sendScript } from "./answer-files.ts";
import { readBytes, readJson, sendJson } from "./body.ts";
import type { Pictures } from "./covers.ts";
import { createDrafts } from "./draft.ts";
import { freeName, listFolders, readPath } from "./folders.ts";
import { createMerges } from "./merge.ts";
import { renderDeskPage } from "./page.ts";
import type { Projects } from "./projects.ts";
import { isProject, type Recent } from "./recent.ts";
import { sendReview } from "./review.ts";
import { say, sayFailure } from "./say.ts";

interface Options {
  /** The tool's folder. */
  readonly home: string;
  /** The user's own folder. */
  readonly user: string;
  readonly themes: (dir: string) => readonly string[];
  readonly lang: "zh" | "en";
  readonly world: World;
  readonly projects: Projects;
  readonly recent: Recent;
  readonly covers: Pictures;
  /** A folder that was named and holds no report. */
  readonly empty: string | null;
}

export type Begin = (request: IncomingMessage, response: ServerResponse, url: string) => Promise<void>;

/** Most bytes of a document, as `luduan import` takes. */
const MOST_DOCUMENT = 128 * 1024 * 1024;
const NEW_NAME = { zh: "工作报告", en: "Work report" } as const;
const WORDS = {
  zh: { noPath: "请写出文件夹。", noReport: (dir: string) => `“${dir}”里没有报告（没有 slides 文件夹）。`, gone: "请重新拖入文件。" },
  en: { noPath: "Name a folder.", noReport: (dir: string) => `"${dir}" holds no report: it has no folder slides.`, gone: "Drop the file again." },
} as const;

export function createBegin(options: Options): Begin {
  const { lang, world, projects, covers } = options;
  const folderFor = (name: string): Promise<string> => freeName(options.user, name === "" ? NEW_NAME[lang] : name, world);
  const merges = createMerges({ themes: options.themes, lang, world });
  const drafts = createDrafts({ themes: options.themes, lang, world, folderFor });
  const refused = (message: string): DeskOpened => ({ type: "refused", message });
  const opened = (dir: string): DeskOpened => ({ type: "opened", at: projects.open(dir) });
  const open = async (written: unknown): Promise<DeskOpened> => {
    const dir = readPath(written, options.user);
    if (dir === null) return refused(WORDS[lang].noPath);
    if ((await world.listFolder(dir, dir).catch(() => null)) === null) return refused(say(missingFolder(dir), lang));
    return (await isProject(dir, world)) ? opened(await world.resolveFolder(dir)) : refused(WORDS[lang].noReport(dir));
  };
  const write = async (written: unknown, make: (dir: string) => Promise<string | null>): Promise<DeskOpened> => {
    const dir = readPath(written, options.user);
    if (dir === null) return refused(WORDS[lang].noPath);
    try {
      const message = await make(dir);
      return message === null ? opened(await world.resolveFolder(dir)) : refused(message);
    } catch (failure) {
      return refused(sayFailure(failure, lang));
    }
  };
  const create = (body: { readonly dir?: unknown; readonly like?: unknown }): Promise<DeskOpened> =>
    write(body.dir, async (dir) => {
      const found = await newProject(dir, BEGINNINGS.find((known) => known === body.like) ?? BEGINNINGS[0], options.home, world);
      return found === null ? null : say(found, lang);
    });
  const keep = (written: unknown): Promise<DeskOpened> =>
    write(written, async (dir) => {
      const files = drafts.files();
      if (files === null) return WORDS[lang].gone;
      await world.recoverFolder(dir);
      if (((await world.listFolder(dir, dir)) ?? []).length > 0) return say(folderNotEmpty(dir), lang);
      await world.createFolder(dir, files);
      drafts.drop();
      return null;
    });
  const plan = async (written: unknown): Promise<DeskMerge> => {
    const dir = readPath(written, options.user);
    const read = drafts.document();
    if (dir === null || read === null) return { type: "refused", message: dir === null ? WORDS[lang].noPath : WORDS[lang].gone };
    if (!(await isProject(dir, world))) return { type: "refused", message: WORDS[lang].noReport(dir) };
    try {
      return await merges.plan(await world.resolveFolder(dir), read);
    } catch (failure) {
      return { type: "refused", message: sayFailure(failure, lang) };
    }
  };
  const merge = async (): Promise<DeskOpened> => {
    const planned = merges.planned();
    if (planned === null) return refused(WORDS[lang].gone);
    try {
      await projects.change(planned.dir, planned.changes);
    } catch (failure) {
      return refused(sayFailure(failure, lang));
    }
    merges.drop();
    drafts.drop();
    return opened(planned.dir);
  };
  const state = async (): Promise<DeskBegin> => ({ recent: await options.recent.list(), dir: options.empty ?? (await folderFor("")), home: options.user, empty: options.empty });
  return async (request, response, url) => {
    const [path = "/", query = ""] = url.split("?");
    const asked = new URLSearchParams(query);
    if (request.method === "POST") {
      if (path === "/import") {
        const bytes = await readBytes(request, MOST_DOCUMENT);
        return bytes === null ? void response.writeHead(413).end() : sendJson(response, await drafts.take(asked.get("name") ?? "", bytes));
      }
      const body = (await readJson(request)) as { readonly dir?: unknown; readonly like?: unknown } | null;
      if (body === null) return void response.writeHead(400).end();
      if (path === "/open") return sendJson(response, await open(body.dir));
      if (path === "/new") return sendJson(response, await create(body));
      if (path === "/keep") return sendJson(response, await keep(body.dir));
      if (path === "/plan") return sendJson(response, await plan(body.dir));
      if (path === "/merge") return sendJson(response, await merge());
      return void response.writeHead(404).end();
    }
    if (path.startsWith("/cover/")) return covers(request, response, path.slice("/cover".length));
    switch (path) {
      case "/":
        return sendPage(response, renderDeskPage(lang, "desk-begin"));
      case "/client/desk-begin.js":
      case "/client/desk-begin.css":
        return sendScript(response, path.slice("/client/".length), world);
      case "/font":
        return sendFont(response, world);
      case "/begin":
        return sendJson(response, await state());
      case "/folder":
        return sendJson(response, await listFolders(readPath(asked.get("dir") ?? "", options.user) ?? options.user, options.user, world));
      case "/review":
        return sendReview(response, drafts.review());
      default:
        response.writeHead(404).end();
    }
  };
}
