/** Keeps the preview up to date: compiles after each change, keeps the last good deck, reports what is new. */
import { compile, createCompileCache, type Compiled, type Drawn } from "../build.ts";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Deck } from "../model/deck.ts";
import type { ImageFile } from "../model/sources.ts";
import type { Theme } from "../model/theme.ts";
import type { World } from "../world/world.ts";
import type { DeckPatch } from "../model/deck-patch.ts";
import { isEmpty, patchOf, renderPreview, type Preview } from "./preview.ts";
import { startPatrol } from "./patrol.ts";
import { watchWorld } from "./watched-world.ts";

/** The state after a compilation. */
export interface State {
  /** The last good deck; null before the first. */
  readonly preview: Preview | null;
  /** What it changed in the previous good deck; null if nothing. */
  readonly patch: DeckPatch | null;
  readonly theme: Theme | null;
  /** What the last good deck was made from. */
  readonly model: Deck | null;
  /** Pictures that may be requested, by project path. */
  readonly pictures: ReadonlyMap<string, ImageFile>;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

export interface Session {
  /** Resolves after the first compilation, and after any that is running. */
  readonly state: () => Promise<State>;
  /** Reads every file again that was read before; resolves after the compilation, if anything has changed. */
  readonly refresh: () => Promise<State>;
  /** A file or folder was added, changed or deleted. */
  readonly touch: (path: string) => void;
  /** A file was written whole: it is compiled at once. */
  readonly take: (path: string) => void;
  readonly close: () => Promise<void>;
}

export interface SessionOptions {
  readonly dir: string;
  readonly themes: readonly string[];
  readonly world: World;
  /** Called after each compilation except the first. */
  readonly onState: (before: State, after: State) => void;
}

/**
 * Editors write in several steps, and a watcher may report only the first, while the file is still
 * empty. So the file is checked again after each of these milliseconds; the last check is trusted.
 */
const LOOKS = [2, 10, 25, 80] as const;

const NOTHING: State = { preview: null, patch: null, theme: null, model: null, pictures: new Map(), diagnostics: [], sources: new Map() };

export function createSession({ dir, themes, world, onState }: SessionOptions): Session {
  const watched = watchWorld(world);
  const cache = createCompileCache();
  const touched = new Set<string>();
  let state = NOTHING;
  let looks: readonly NodeJS.Timeout[] = [];
  let running: Promise<void> = Promise.resolve();

  /** Compiles if something has changed since it was read. */
  const run = async (hasChanged: () => Promise<boolean>): Promise<void> => {
    const changed = await hasChanged();
    if (state !== NOTHING && !changed) return;
    const before = state;
    state = nextState(before, await compile(dir, themes, watched, cache));
    if (before !== NOTHING) onState(before, state);
  };
  const lookAt = async (paths: readonly string[], last: boolean): Promise<boolean> => (await Promise.all(paths.map((path) => watched.look(path, last)))).includes(true);
  // A bug must not end the server: the next edit may avoid it.
  const fail = (failure: unknown): void => {
    const before = state;
    const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    state = { ...before, patch: null, diagnostics: [{ severity: "error", code: "internal", rule: null, message: { zh: text, en: text }, hint: null, span: null, fix: null }] };
    if (before !== NOTHING) onState(before, state);
  };
  const enqueue = (paths: readonly string[], trust: boolean): void => {
    running = running.then(() => run(() => lookAt(paths, trust))).catch(fail);
  };
  const look = (last: boolean): void => {
    const paths = [...touched];
    if (last) touched.clear();
    enqueue(paths, last);
  };
  const touch = (path: string): void => {
    touched.add(path);
    looks.forEach(clearTimeout);
    looks = LOOKS.map((pause) => setTimeout(() => look(pause === LOOKS.at(-1)), pause));
  };
  const settle = async (): Promise<State> => {
    await running;
    return state;
  };
  enqueue([], false);
  const patrol = startPatrol(watched.findStale, touch);
  return {
    state: settle,
    refresh: () => {
      running = running.then(() => run(watched.lookAtAll)).catch(fail);
      return settle();
    },
    touch,
    take: (path) => enqueue([path], true),
    close: async () => {
      patrol.end();
      looks.forEach(clearTimeout);
      await running;
    },
  };
}

/** The state of one compilation, for who needs no further ones. */
export function stateOf(compiled: Compiled): State {
  return nextState(NOTHING, compiled);
}

/** The state with some of its slides drawn in another theme. */
export function stateIn(state: State, { model, theme, deck }: Drawn): State {
  return { ...state, model, theme, patch: null, preview: renderPreview({ model, theme, deck, images: state.pictures }, null) };
}

function nextState(before: State, { deck, model, theme, diagnostics, sources, read }: Compiled): State {
  const found = { diagnostics, sources, pictures: read?.images ?? before.pictures };
  if (deck === null || model === null || theme === null || hasErrors(diagnostics)) return { ...before, ...found, patch: null };
  const preview = renderPreview({ deck, model, theme, images: read?.images ?? new Map() }, before.preview);
  const patch = patchOf(before.preview, preview);
  return isEmpty(patch) ? { ...found, theme, model, preview: before.preview, patch: null } : { ...found, theme, model, preview, patch };
}
