/** Pictures made of slides: the covers of the beginnings, and a report in another theme; drawn when somebody looks. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { compile, createCompileCache, drawIn } from "../build.ts";
import { answer as answerPreview } from "../dev/serve.ts";
import { stateIn, stateOf, type State } from "../dev/session.ts";
import { BEGINNINGS, type Beginning } from "../model/beginnings.ts";
import type { Deck } from "../model/deck.ts";
import { rootOfThemes } from "../model/theme.ts";
import { beginningFolder } from "../new-project.ts";
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
interface Scene {
  readonly state: () => Promise<State>;
  readonly slides: (model: Deck | null) => readonly string[];
}

/** The cover of each beginning; `home` is the tool's folder. */
export function createCovers({ home, themes, base, world }: Omit<Place, "dir"> & { readonly home: string }): Pictures {
  const inTurn = createTurns();
  const drawn = new Map<Beginning, Promise<State>>();
  const stateFor = (like: Beginning): Promise<State> => {
    const known = drawn.get(like) ?? inTurn(async () => stateOf(await compile(beginningFolder(home, like), themes, world, createCompileCache())));
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

/** The report in each theme that it may have: of the deck that is compiled, a few slides are drawn, one theme after another, so that no request waits long. */
export function createThemePictures(place: Place, now: () => Promise<State>): Pictures {
  const { themes, base, world } = place;
  let model: Deck | null = null;
  const inTurn = createTurns();
  const drawn = new Map<string, Promise<State>>();
  const stateFor = async (name: string): Promise<State> => {
    const state = await now();
    if (state.model !== model) drawn.clear();
    model = state.model;
    const known = drawn.get(name) ?? inTurn(() => draw(name, state));
    drawn.set(name, known);
    return known;
  };
  const draw = async (name: string, state: State): Promise<State> => {
    const found = state.model === null ? null : await drawIn(name, new Set(typicalSlides(state.model)), state.model, themes, world);
    return found === null ? { ...state, preview: null } : stateIn(state, found);
  };
  return async (request, response, url) => {
    const [name, rest] = splitName(url);
    const theme = (await listThemes(themes, world)).find((known) => known === name);
    if (theme === undefined) return void response.writeHead(404).end();
    await answerPicture(request, response, rest, { ...place, base: `${base}/${encodeURIComponent(theme)}` }, { state: () => stateFor(theme), slides: typicalSlides });
  };
}

/** Draws one picture after another, and lets the requests that have come in go first. */
function createTurns(): (draw: () => Promise<State>) => Promise<State> {
  let busy: Promise<unknown> = Promise.resolve();
  return (draw) => {
    const drawn = busy.then(() => new Promise((done) => void setImmediate(done))).then(draw);
    busy = drawn.catch(() => undefined);
    return drawn;
  };
}

/** Names of the themes in some folders. */
export async function listThemes(themes: readonly string[], world: World): Promise<readonly string[]> {
  const found = await Promise.all(themes.map((folder) => world.listFolder(folder, rootOfThemes(folder)).catch(() => null)));
  return [...new Set(found.flatMap((entries) => entries ?? []).filter(({ type }) => type === "folder").map(({ name }) => name))];
}

async function answerPicture(request: IncomingMessage, response: ServerResponse, rest: string, { dir, themes, base, world }: Place, { state, slides }: Scene): Promise<void> {
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
