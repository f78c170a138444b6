/** Answers the requests of the desk's page: pages and scripts, files to edit, and the stream of what has changed. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { answer as answerPreview } from "../dev/serve.ts";
import type { Session } from "../dev/session.ts";
import type { DeskEdit, DeskState } from "../model/desk.ts";
import { DECK_FORMS } from "../parse/forms.ts";
import { usesOf } from "./uses.ts";
import { openFile, revealFile } from "../world/open-page.ts";
import type { World } from "../world/world.ts";
import { sendFont, sendPage, sendScript } from "./answer-files.ts";
import { readJson, sendJson } from "./body.ts";
import { changesSince } from "./changes.ts";
import type { Builds } from "./builds.ts";
import type { Doubts } from "./doubts.ts";
import type { DeskFiles } from "./files.ts";
import type { Pictures } from "./covers.ts";
import { answerForm } from "./forms.ts";
import { answerMade, listMade, madeFile, outputOf } from "./made.ts";
import { renderDeskPage, renderFrame } from "./page.ts";
import { readReview, sendReview } from "./review.ts";
import type { Shows } from "./shows.ts";
import type { Stream } from "./stream.ts";

export interface Answering {
  /** Where the server has the project, without a slash at the end. */
  readonly base: string;
  readonly dir: string;
  readonly themes: readonly string[];
  readonly lang: "zh" | "en";
  readonly world: World;
  readonly session: Session;
  readonly files: DeskFiles;
  readonly doubts: Doubts;
  readonly builds: Builds;
  readonly shows: Shows;
  readonly themePictures: Pictures;
  readonly stream: Stream;
  readonly state: () => Promise<DeskState>;
}

const SCRIPTS: Readonly<Record<string, string>> = {
  "/client/desk.js": "desk.js", "/client/desk.css": "desk.css",
  "/@luduan/desk-preview.js": "desk-preview.js", "/@luduan/desk-preview.css": "desk-preview.css", "/@luduan/desk-slides.js": "desk-slides.js", "/@luduan/desk-slides.css": "desk-slides.css",
};

/** `url` is the address below the project's own. */
export async function answer(request: IncomingMessage, response: ServerResponse, url: string, desk: Answering): Promise<void> {
  const [path = "/", query = ""] = url.split("?");
  if (request.method === "POST") return answerPost(request, response, path, desk);
  const script = SCRIPTS[path];
  if (script !== undefined) return sendScript(response, script, desk.world);
  if (path.startsWith("/theme/")) return desk.themePictures(request, response, path.slice("/theme".length));
  if (path.startsWith("/made/")) return answerMade(request, response, url.slice("/made".length), desk.dir, desk.lang, desk.world);
  switch (path) {
    case "/":
      return sendPage(response, renderDeskPage(desk.lang, "desk"));
    case "/preview":
    case "/slides":
      return sendPage(response, renderFrame((await desk.session.state()).preview, desk.base, path === "/preview" ? "desk-preview" : "desk-slides"));
    case "/events":
      return desk.stream.open(response, await desk.state());
    case "/font":
      return sendFont(response, desk.world);
    case "/forms":
      return sendJson(response, DECK_FORMS);
    case "/uses":
      return sendJson(response, usesOf(new URLSearchParams(query).get("path") ?? "", (await desk.session.state()).model));
    case "/review":
      return sendReview(response, await readReview(desk.dir, desk.world));
    case "/doubts":
      return sendJson(response, await desk.doubts.list());
    case "/changes": {
      const html = await changesSince((await desk.session.state()).model, desk);
      return html === null ? void response.writeHead(404).end() : sendPage(response, { html, policy: "frame-ancestors 'self'; sandbox allow-modals" });
    }
    case "/made":
      return sendJson(response, await listMade(desk.dir, desk.lang, desk.world));
    case "/file":
      return sendJson(response, await desk.files.read(new URLSearchParams(query).get("path") ?? ""));
    default: {
      const { dir, themes, world, session } = desk;
      const done = path.startsWith("/@luduan/") && (await answerPreview(Object.assign(Object.create(request) as IncomingMessage, { url }), response, { dir, themes, world, state: session.state, refresh: session.refresh, at: "" }));
      if (!done) response.writeHead(404).end();
    }
  }
}

async function answerPost(request: IncomingMessage, response: ServerResponse, path: string, desk: Answering): Promise<void> {
  const { files, builds, session, shows, doubts } = desk;
  const body = await readJson(request);
  if (body === null) return void response.writeHead(400).end();
  switch (path) {
    case "/edit":
      return isEdit(body) ? sendJson(response, await files.edit(body)) : void response.writeHead(400).end();
    case "/accept":
      return sendJson(response, await doubts.accept((body as { number?: unknown }).number));
    case "/undo":
    case "/redo":
      return sendJson(response, await files.step(path === "/undo" ? "undo" : "redo"));
    case "/refresh":
      await session.refresh();
      return sendJson(response, {});
    case "/build": {
      const output = outputOf((body as { output?: unknown }).output);
      return output === undefined ? void response.writeHead(400).end() : sendJson(response, { started: builds.start(output) });
    }
    case "/show":
      return sendJson(response, await shows.open());
    case "/reveal":
    case "/open":
      return sendJson(response, await openMade(body, desk, path === "/open" ? openFile : revealFile));
    default:
      return answerOther(path, body, session, response);
  }
}

async function answerOther(path: string, body: object, session: Session, response: ServerResponse): Promise<void> {
  const form = await answerForm(path, body, async () => (await session.state()).model);
  if (form === undefined) response.writeHead(404).end();
  else sendJson(response, form);
}

/** Opens what was made with the program that this machine has for it, or shows it in its folder. */
async function openMade(body: object, { dir, lang, world }: Answering, open: (path: string) => void): Promise<{ readonly opened: boolean }> {
  const { output: word, file } = body as { readonly output?: unknown; readonly file?: unknown };
  const output = outputOf(word);
  const path = output === undefined ? null : await madeFile(dir, output, file, lang, world);
  if (path !== null) open(path);
  return { opened: path !== null };
}

function isEdit(body: object): body is DeskEdit {
  const { path, sum, text, more = false } = body as Partial<Record<keyof DeskEdit, unknown>>;
  return typeof path === "string" && typeof sum === "string" && typeof text === "string" && typeof more === "boolean";
}
