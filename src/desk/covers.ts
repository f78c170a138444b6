/** Pictures made of slides: the covers of the beginnings, and a report in another theme; drawn when somebody looks. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { compile, createCompileCache } from "../build.ts";
import { answer as answerPreview } from "../dev/serve.ts";
import { stateOf, type State } from "../dev/session.ts";
import { BEGINNINGS, type Beginning } from "../model/beginnings.ts";
import type { Deck } from "../model/deck.ts";
import { rootOfThemes } from "../model/theme.ts";
import { beginningFolder } from "../new-project.ts";
import { editYaml } from "../parse/forms.ts";
import { overlay } from "../world/overlay.ts";
import type { World } from "../world/world.ts";
import { sendPage, sendScript } from "./answer-files.ts";
import { onlySlides, renderFrame } from "./page.ts";

/** `url` is the address below the pictures': `county/` and what its page asks for. */
export type Pictures = (request: IncomingMessage, response: ServerResponse, url: string) => Promise<void>;

interface Place {
  readonly dir: string;
  readonly themes: readonly string[];
  /** Address of the pictures, without a slash at the end. */
  readonly base: string;
  readonly world: World;
}

/** What a picture is made from: the state of a compilation, and which of its slides. */
interface Drawn {
  readonly state: () => Promise<State>;
  readonly slides: (model: Deck | null) => readonly string[];
}

/** The cover of each beginning; `home` is the tool's folder. */
export function createCovers({ home, themes, base, world }: Omit<Place, "dir"> & { readonly home: string }): Pictures {
  const drawn = new Map<Beginning, Promise<State>>();
  const stateFor = (like: Beginning): Promise<State> => {
    const known = drawn.get(like) ?? compile(beginningFolder(home, like), themes, world, createCompileCache()).then(stateOf);
    drawn.set(like, known);
    return known;
  };
  return async (request, response, url) => {
    const [name, rest] = splitName(url);
    const like = BEGINNINGS.find((known) => known === name);
    if (like === undefined) return void response.writeHead(404).end();
    await answerPicture(request, response, rest, { dir: beginningFolder(home, like), themes, base: `${base}/${like}`, world }, { state: () => stateFor(like), slides: (model) => idsOf(model).slice(0, 1) });
  };
}

/** The report in each theme that it may have. */
export function createThemePictures(place: Place, now: () => Promise<State>): Pictures {
  const { dir, themes, base, world } = place;
  let model: Deck | null = null;
  const drawn = new Map<string, Promise<State>>();
  const stateFor = async (theme: string): Promise<State> => {
    const state = await now();
    if (state.model !== model) drawn.clear();
    model = state.model;
    const known = drawn.get(theme) ?? compileIn(theme);
    drawn.set(theme, known);
    return known;
  };
  const compileIn = async (theme: string): Promise<State> => {
    const path = "slides/deck.yaml";
    const text = new TextDecoder().decode((await world.readFile(`${dir}/${path}`, dir)) ?? new Uint8Array());
    const files = new Map([[path, new TextEncoder().encode(editYaml(text, ["theme"], theme) ?? text)]]);
    return stateOf(await compile(dir, themes, overlay(world, dir, files, false), createCompileCache()));
  };
  return async (request, response, url) => {
    const [name, rest] = splitName(url);
    const theme = (await listThemes(themes, world)).find((known) => known === name);
    if (theme === undefined) return void response.writeHead(404).end();
    await answerPicture(request, response, rest, { ...place, base: `${base}/${encodeURIComponent(theme)}` }, { state: () => stateFor(theme), slides: typicalSlides });
  };
}

/** Names of the themes in some folders. */
export async function listThemes(themes: readonly string[], world: World): Promise<readonly string[]> {
  const found = await Promise.all(themes.map((folder) => world.listFolder(folder, rootOfThemes(folder)).catch(() => null)));
  return [...new Set(found.flatMap((entries) => entries ?? []).filter(({ type }) => type === "folder").map(({ name }) => name))];
}

async function answerPicture(request: IncomingMessage, response: ServerResponse, rest: string, { dir, themes, base, world }: Place, { state, slides }: Drawn): Promise<void> {
  const script = /^\/@luduan\/(desk-cover\.(?:js|css))$/.exec(rest)?.[1];
  if (script !== undefined) return sendScript(response, script, world);
  if (rest === "/") {
    const { preview, model } = await state();
    return sendPage(response, renderFrame(onlySlides(preview, slides(model)), base, "desk-cover"));
  }
  const done = rest.startsWith("/@luduan/") && (await answerPreview(Object.assign(Object.create(request) as IncomingMessage, { url: rest }), response, { dir, themes, world, state, refresh: state, at: "" }));
  if (!done) response.writeHead(404).end();
}

function splitName(url: string): readonly [name: string, rest: string] {
  const [, name = "", rest = ""] = /^\/([^/?]+)(\/[^?]*)/.exec(url) ?? [];
  return [decodeURIComponent(name), rest];
}

function idsOf(model: Deck | null): readonly string[] {
  return (model?.sections ?? []).flatMap(({ slides }) => slides.map(({ id }) => id));
}

/** Layouts that show a theme best, the first of each. */
const TYPICAL = ["cover", "figures", "chart", "bullets"] as const;

function typicalSlides(model: Deck | null): readonly string[] {
  const slides = (model?.sections ?? []).flatMap((section) => section.slides);
  const best = TYPICAL.flatMap((layout) => slides.find((slide) => slide.layout === layout)?.id ?? []);
  return [...new Set([...best, ...idsOf(model)])].slice(0, TYPICAL.length);
}
