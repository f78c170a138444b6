/** What the desk makes: each output in a folder of its own, so that making one leaves the others as they are. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { DEFAULT_OUTPUTS, OUTPUT_GROUPS, type OutputName } from "../model/output-names.ts";
import { DESK_OUTPUTS, type DeskMade, type DeskOutput } from "../model/desk.ts";
import { createBuiltFolder } from "../serve/built-folder.ts";
import { findBuild, type Build } from "../serve/find-build.ts";
import { stagePage } from "../serve/present.ts";
import type { World } from "../world/world.ts";

/** What to build for it; null builds what `luduan build` does. */
const ONLY: Readonly<Record<DeskOutput, readonly OutputName[]>> = {
  show: ["single"], handout: OUTPUT_GROUPS.handout, notes: ["notes"], booklet: ["booklet"], pptx: ["pptx"], kiosk: ["kiosk"], long: ["long"], video: ["video"], site: ["deck"], all: DEFAULT_OUTPUTS,
};
/** The files of it that a person opens. */
const MAIN: Readonly<Record<DeskOutput, (build: Build) => readonly string[]>> = {
  show: (build) => [stagePage(build)].filter((path) => path !== null),
  handout: ending(/^handout-\d+\.pdf$/), notes: ending(/^notes\.pdf$/), booklet: ending(/^booklet\.pdf$/), pptx: ending(/^[^/]+\.pptx$/), kiosk: ending(/^kiosk\.html$/),
  long: ending(/^long\.html$/), video: ending(/^[^/]+\.mp4$/), site: ending(/^index\.html$/), all: ending(/^(?:index\.html|slides\.pdf)$/),
};
/** Names of folders, as the person at the desk reads them; `all` is where `luduan build` writes. */
const FOLDERS = {
  zh: { show: "成品/会场放映", handout: "成品/讲义", notes: "成品/讲稿", booklet: "成品/报告文本", pptx: "成品/PPT", kiosk: "成品/大厅屏", long: "成品/长图", video: "成品/视频", site: "成品/网站", all: "dist" },
  en: { show: "made/show", handout: "made/handouts", notes: "made/notes", booklet: "made/text", pptx: "made/powerpoint", kiosk: "made/lobby", long: "made/long-picture", video: "made/film", site: "made/site", all: "dist" },
} as const satisfies Readonly<Record<string, Readonly<Record<DeskOutput, string>>>>;

function ending(pattern: RegExp): (build: Build) => readonly string[] {
  return ({ files }) => files.filter((path) => pattern.test(path));
}

/** Undefined for what is no output of the desk. */
export function outputOf(word: unknown): DeskOutput | undefined {
  return DESK_OUTPUTS.find((name) => name === word);
}

export function folderOf(dir: string, output: DeskOutput, lang: "zh" | "en"): string {
  return `${dir}/${FOLDERS[lang][output]}`;
}

export function namesOf(output: DeskOutput): readonly OutputName[] | null {
  return output === "all" ? null : ONLY[output];
}

/** What was made before and is still there. */
export async function listMade(dir: string, lang: "zh" | "en", world: World): Promise<readonly DeskMade[]> {
  const found = await Promise.all(DESK_OUTPUTS.map(async (output): Promise<DeskMade | null> => {
    const folder = folderOf(dir, output, lang);
    const build = await findBuild(folder, world);
    return build === null || build.dir !== folder ? null : { output, folder, files: MAIN[output](build) };
  }));
  return found.filter((one) => one !== null);
}

/** Path of a file that a person may open; null where there is none. */
export async function madeFile(dir: string, output: DeskOutput, file: unknown, lang: "zh" | "en", world: World): Promise<string | null> {
  const made = (await listMade(dir, lang, world)).find((one) => one.output === output);
  const path = made?.files.find((known) => known === file) ?? made?.files[0];
  return made === undefined || path === undefined ? null : `${made.folder}/${path}`;
}

/** Serves the files of an output below `made/…/`; only the desk's own page may frame them, to print. */
export async function answerMade(request: IncomingMessage, response: ServerResponse, url: string, dir: string, lang: "zh" | "en", world: World): Promise<void> {
  const [, word, rest = ""] = /^\/(\w+)(\/.*)$/s.exec(url) ?? [];
  const output = outputOf(word);
  if (output === undefined) return void response.writeHead(404).end();
  response.removeHeader("x-frame-options");
  const folder = createBuiltFolder(folderOf(dir, output, lang), world, "index.html", (page) => page, "'self'");
  await folder.answer(Object.assign(Object.create(request) as IncomingMessage, { url: rest }), response);
}
