/** luduan check --fix on one screen: check → plan → look at the result → write → what is left. */
import { compile, createCompileCache, type CompileCache, type Compiled } from "./build.ts";
import { findOutsideWordings, findPassages } from "./check/passages.ts";
import { sortDiagnostics, type Diagnostic } from "./diagnostics/diagnostic.ts";
import { unwritableCharacter } from "./diagnostics/messages/exceptions.ts";
import { worldFailure } from "./diagnostics/messages/outputs.ts";
import { digitsOf } from "./fix/digits.ts";
import { planFixes, type Edit, type FixKind } from "./fix/plan-fixes.ts";
import { rewriteBytes } from "./fix/rewrite-bytes.ts";
import type { Deck } from "./model/deck.ts";
import { fileSpan, splitSheet } from "./model/span.ts";
import { WorldError, type World } from "./world/world.ts";

export interface FixedProject extends Compiled {
  /** Fixes made, in order. */
  readonly edits: readonly Edit[];
}

/** A fixed mark may reveal the next one; no text needs more rounds than this. */
const ROUNDS = 9;

/** Mended without a look at the deck: a reader sees the same, and each edit keeps its digits. */
const CHARACTERS = ["hidden-character", "text-direction", "look-alike"];

interface Fixing {
  readonly root: string;
  readonly themes: readonly string[];
  readonly world: World;
  readonly cache: CompileCache;
}

interface Round {
  readonly compiled: Compiled;
  /** New bytes by project path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly edits: readonly Edit[];
  /** Files whose encoding cannot hold a fix. */
  readonly refused: ReadonlySet<string>;
}

/** Makes every safe fix in `dir` until none is left; returns the edits written and the remaining diagnostics. */
export async function fixProject(dir: string, themes: readonly string[], world: World): Promise<FixedProject> {
  const fixing: Fixing = { root: dir.replace(/(?<=.)[/\\]+$/, ""), themes, world, cache: createCompileCache() };
  let round: Round = { compiled: await compile(dir, themes, world, fixing.cache), files: new Map(), edits: [], refused: new Set() };
  for (let count = 0; count < ROUNDS; count++) {
    const next = (await tryRound(round, "wording", fixing)) ?? (await tryRound(round, "reference", fixing));
    if (next === null) break;
    round = next;
  }
  return finish(round, fixing);
}

/** One more round; null when there is nothing to fix, when wording would show other digits, or a reference any other character. */
async function tryRound(round: Round, kind: FixKind, fixing: Fixing): Promise<Round | null> {
  // Only the office's own program may write a workbook.
  const possible = planFixes(round.compiled.diagnostics, round.compiled.sources, kind).filter(({ span }) => !round.refused.has(span.file) && splitSheet(span.file).sheet === null);
  // These go first: what is left may then be read as the list that it is, whose numbers are marks and no figures.
  const hidden = possible.filter(({ code }) => CHARACTERS.includes(code));
  const planned = hidden.length > 0 ? hidden : possible;
  if (planned.length === 0) return null;
  const files = new Map(round.files);
  const refused = new Set(round.refused);
  for (const file of new Set(planned.map(({ span }) => span.file))) {
    const bytes = files.get(file) ?? (await fixing.world.readFile(`${fixing.root}/${file}`, fixing.root));
    const written = bytes === null ? null : rewriteBytes(bytes, planned.filter(({ span }) => span.file === file));
    if (written === null) refused.add(file);
    else files.set(file, written);
  }
  const compiled = await compile(fixing.root, fixing.themes, layered(fixing, files), fixing.cache);
  const read = kind === "wording" ? digitsOf : (text: string): string => text;
  if (hidden.length === 0 && shownText(compiled.model, read) !== shownText(round.compiled.model, read)) return null;
  return { compiled, files, edits: [...round.edits, ...planned.filter(({ span }) => !refused.has(span.file))], refused };
}

/** The world with some files as they would become. */
function layered({ world, root }: Fixing, files: ReadonlyMap<string, Uint8Array>): World {
  const byPath = new Map([...files].map(([file, bytes]) => [`${root}/${file}`, bytes]));
  return { ...world, readFile: async (path, from, most) => byPath.get(path) ?? world.readFile(path, from, most) };
}

/** What people see or hear of every text, in order. */
function shownText(deck: Deck | null, read: (text: string) => string): string {
  return deck === null ? "" : [...findPassages(deck), ...findOutsideWordings(deck)].map(({ text }) => read(text)).join("\n");
}

async function finish({ compiled, files, edits, refused }: Round, { root, themes, world }: Fixing): Promise<FixedProject> {
  const written = new Set<string>();
  const failures: Diagnostic[] = [...refused].map((file) => unwritableCharacter(fileSpan(file)));
  // A file that cannot be written does not keep the others from being fixed.
  for (const [file, bytes] of files) {
    try {
      await world.replaceFile(`${root}/${file}`, bytes, root);
      written.add(file);
    } catch (failure) {
      if (!(failure instanceof WorldError)) throw failure;
      failures.push(worldFailure(failure));
    }
  }
  const whole = written.size === files.size;
  const now = whole ? compiled : await compile(root, themes, world, createCompileCache());
  return { ...now, diagnostics: sortDiagnostics([...now.diagnostics, ...failures]), edits: edits.filter(({ span }) => written.has(span.file)) };
}
