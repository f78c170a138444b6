/** What other programs may call: `import { build, compile } from "luduan"`. Everything exported here is kept between versions. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build as buildProject, compile as compileProject, createCompileCache, type Compiled } from "./build.ts";
import { connect } from "./dev/connect.ts";
import { luduan as deckPlugin } from "./dev/plugin.ts";
import { hasErrors } from "./diagnostics/diagnostic.ts";
import { formatDiagnostics, toJson } from "./diagnostics/format.ts";
import { badLanguage, unknownOutput } from "./diagnostics/messages/usage.ts";
import { OUTPUT_NAMES } from "./model/output-names.ts";
import { createWorld } from "./world/node-world.ts";
import type { World } from "./world/world.ts";

/** The folder that holds package.json and themes/, both from src/ and from build/. */
const HOME: string = fileURLToPath(new URL("../", import.meta.url));

/** The outputs by name; `luduan help build` says what each is. */
export type OutputName = "deck" | "single" | "slides" | "handout-2" | "handout-3" | "handout-6" | "notes" | "booklet" | "kiosk" | "pptx" | "data" | "audit" | "long" | "video";

export interface CompileOptions {
  /** The project: the folder with slides/ and data/. Relative to the working folder. */
  readonly dir: string;
  /** More folders of themes, looked at after the project's own and before the tool's. */
  readonly themes?: readonly string[];
  /** Language of messages and hints; default: English. */
  readonly lang?: "zh" | "en";
}

export interface BuildOptions extends CompileOptions {
  /** The output folder, replaced as a whole; default: `dist` in the project. */
  readonly out?: string;
  /** Only these outputs; default: all but `long` and `video`. */
  readonly only?: readonly OutputName[];
  /** Gives slides.pdf a page for each step; default: false. */
  readonly steps?: boolean;
}

export interface PluginOptions extends CompileOptions {
  /** Address of the deck in the site, with a slash at both ends (`/report/`); default: `/`, where it takes the whole preview. */
  readonly at?: string;
  /** What `vite build` writes at that address; default: the web deck. */
  readonly only?: readonly OutputName[];
}

/** What Vite takes as a plugin. Its own type would bring Vite's and Node's types to programs that only build. */
export interface SitePlugin {
  readonly name: string;
}

/** One thing to say about the sources. Lines and columns count from 1; all are null where it has no place. */
export interface Diagnostic {
  readonly severity: "error" | "warning" | "note";
  /** The kind, such as `growth-mismatch`: docs/diagnostics.md explains each. */
  readonly code: string;
  /** The rule of language or figures (`A12`), null where there is none. */
  readonly rule: string | null;
  readonly message: string;
  readonly hint: string | null;
  /** Path from the project's folder. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  /** What `luduan check --fix` would write in place of a span; null where there is no safe repair. */
  readonly fix: { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number; readonly replacement: string } | null;
}

export interface Slide {
  /** Its address in the deck: `index.html#/id`. */
  readonly id: string;
  readonly title: string;
}

export interface CompileResult {
  /** Whether there are no errors. */
  readonly ok: boolean;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The deck's title and slides; null and empty where there are errors. */
  readonly title: string | null;
  readonly slides: readonly Slide[];
}

export interface BuildResult extends CompileResult {
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Size in bytes by path below `out`; empty where there are errors: then nothing was written and the last result stays. */
  readonly files: ReadonlyMap<string, number>;
}

/**
 * Reads, parses and checks a project, as `luduan check` does; writes nothing. What is wrong in a project is a diagnostic.
 * @throws TypeError where `lang` is no language.
 */
export async function compile(options: CompileOptions): Promise<CompileResult> {
  refuse(options);
  const dir = resolve(options.dir);
  return inWorld(async (world) => resultOf(await compileProject(dir, themesOf(dir, options), world, createCompileCache()), options));
}

/**
 * Builds a project, as `luduan build` does. An error of the project is a diagnostic, and nothing is written.
 * @throws TypeError where `only` or `lang` has a word that is none of its values.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  refuse(options);
  const { only = null, steps = false } = options;
  const dir = resolve(options.dir);
  const out = resolve(options.out ?? resolve(dir, "dist"));
  return inWorld(async (world) => {
    const built = await buildProject({ dir, out, themes: themesOf(dir, options), only, steps, onOutput: () => undefined }, world);
    return { ...resultOf(built, options), out, files: built.files };
  });
}

/**
 * A plugin for a site's own `vite.config.ts`: `vite` shows the deck at its address and follows every edit, `vite build` writes it
 * there. The site must have a folder of its own for it: below `/` a build would replace the site. Errors of the project end the build.
 * @throws TypeError where an option has a word that is none of its values.
 */
export function luduan(options: PluginOptions): SitePlugin {
  refuse(options);
  const { lang = "en", only = ["deck"], at = "/" } = options;
  if (!/^\/(?:[\w-]+\/)*$/.test(at)) throw new TypeError(`at must begin and end with a slash: ${at}`);
  const dir = resolve(options.dir);
  const themes = themesOf(dir, options);
  return deckPlugin({
    dir,
    themes,
    lang,
    at,
    home: HOME,
    connect,
    ...(at === "/" ? {} : { write: (out: string) => writeInto({ dir, out, only, lang, themes }) }),
  });
}

/** The errors as text; null where the deck was written. */
async function writeInto({ dir, out, only, lang, themes }: Required<Omit<BuildOptions, "steps">>): Promise<string | null> {
  return inWorld(async (world) => {
    const { diagnostics, sources } = await buildProject({ dir, out, themes, only, steps: false, onOutput: () => undefined }, world);
    return hasErrors(diagnostics) ? formatDiagnostics(diagnostics, sources, { lang, colour: false }) : null;
  });
}

/** Programs in JavaScript pass what no type has checked. */
function refuse({ lang, only }: BuildOptions): void {
  if (lang !== undefined && lang !== "zh" && lang !== "en") throw new TypeError(badLanguage(lang).message.en);
  const unknown = only?.find((name) => !OUTPUT_NAMES.includes(name));
  if (unknown !== undefined) throw new TypeError(unknownOutput(unknown, OUTPUT_NAMES).message.en);
}

async function inWorld<Result>(work: (world: World) => Promise<Result>): Promise<Result> {
  const world = createWorld({ home: HOME });
  try {
    return await work(world);
  } finally {
    await world.close();
  }
}

function themesOf(dir: string, { themes = [] }: CompileOptions): readonly string[] {
  return [resolve(dir, "themes"), ...themes.map((folder) => resolve(folder)), resolve(HOME, "themes")];
}

function resultOf({ diagnostics, deck }: Compiled, { lang = "en" }: CompileOptions): CompileResult {
  const ok = !hasErrors(diagnostics);
  const slides = ok && deck !== null ? deck.slides.map(({ id, title }) => ({ id, title })) : [];
  return { ok, diagnostics: toJson(diagnostics, lang).diagnostics, title: ok ? (deck?.title ?? null) : null, slides };
}
