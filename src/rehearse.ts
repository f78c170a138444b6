/** luduan rehearse on one screen: times of a rehearsal → minutes → look at the result → write. */
import { compile, createCompileCache, type Compiled } from "./build.ts";
import { hasErrors, sortDiagnostics, type Diagnostic } from "./diagnostics/diagnostic.ts";
import { minutesNotWritten, otherDeckTimes } from "./diagnostics/messages/rehearsal.ts";
import { placeMinutes } from "./fix/place-minutes.ts";
import type { Edit } from "./fix/plan-fixes.ts";
import { rewriteBytes } from "./fix/rewrite-bytes.ts";
import type { Deck, Section } from "./model/deck.ts";
import { fileSpan } from "./model/span.ts";
import { minutesSpoken, type SpeechTimes } from "./model/speech-times.ts";
import type { World } from "./world/world.ts";

/** A section that was spoken, with what it was planned and what it took. */
export interface Spoken {
  readonly section: Section;
  readonly planned: number | null;
  /** Minutes, to a tenth. */
  readonly minutes: number;
}

export interface Rehearsed extends Compiled {
  readonly spoken: readonly Spoken[];
  /** What was written. */
  readonly edits: readonly Edit[];
}

/** Writes the minutes of a rehearsal into the sections' files; with an error, or if anything else of the deck would change, nothing is written. */
export async function rehearseProject(dir: string, times: Pick<SpeechTimes, "title" | "sections">, themes: readonly string[], world: World): Promise<Rehearsed> {
  const root = dir.replace(/(?<=.)[/\\]+$/, "");
  const cache = createCompileCache();
  const compiled = await compile(root, themes, world, cache);
  const deck = compiled.model;
  if (deck === null || hasErrors(compiled.diagnostics)) return { ...compiled, spoken: [], edits: [] };
  const spoken = spokenSections(deck, times);
  const strange = spoken.length === 0 ? [otherDeckTimes(times.title)] : [];
  const { files, edits, failures } = await plan(root, spoken.filter(({ planned, minutes }) => planned !== minutes), compiled, world);
  const layered: World = { ...world, readFile: async (path, from, most) => files.get(path) ?? world.readFile(path, from, most) };
  const after = await compile(root, themes, layered, cache);
  const unchanged = spoken.filter(({ section, minutes }) => minutesOf(after.model, section.id) !== minutes);
  const wrong = unchanged.length > 0 || withoutMinutes(deck) !== withoutMinutes(after.model);
  const refused = wrong && failures.length === 0 ? unchanged.map(({ section }) => minutesNotWritten(fileSpan(section.span.file))) : failures;
  const diagnostics = sortDiagnostics([...compiled.diagnostics, ...strange, ...refused]);
  if (wrong || strange.length > 0 || refused.length > 0) return { ...compiled, diagnostics, spoken, edits: [] };
  for (const [path, bytes] of files) await world.replaceFile(path, bytes, root);
  return { ...after, spoken, edits };
}

function spokenSections({ sections }: Deck, times: Pick<SpeechTimes, "sections">): readonly Spoken[] {
  return sections.flatMap((section) => {
    const minutes = minutesSpoken(times.sections.find(({ id }) => id === section.id)?.seconds ?? 0);
    return minutes === null ? [] : [{ section, planned: section.minutes, minutes }];
  });
}

interface Planned {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly edits: readonly Edit[];
  readonly failures: readonly Diagnostic[];
}

async function plan(root: string, spoken: readonly Spoken[], { sources }: Compiled, world: World): Promise<Planned> {
  const files = new Map<string, Uint8Array>();
  const edits: Edit[] = [];
  const failures: Diagnostic[] = [];
  for (const { section, minutes } of spoken) {
    const { file } = section.span;
    const path = `${root}/${file}`;
    const bytes = await world.readFile(path, root);
    const edit = placeMinutes(file, sources.get(file) ?? "", minutes, bytes !== null && endsLinesTwice(bytes) ? "\r\n" : "\n");
    const written = bytes === null ? null : rewriteBytes(bytes, [edit]);
    if (written === null) failures.push(minutesNotWritten(fileSpan(file)));
    else {
      files.set(path, written);
      edits.push(edit);
    }
  }
  return { files, edits, failures };
}

/** Whether lines end with CR and LF; in UTF-16 a zero stands between the two. */
function endsLinesTwice(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte === 13 && (bytes[at + 1] === 10 || (bytes[at + 1] === 0 && bytes[at + 2] === 10)));
}

function minutesOf(deck: Deck | null, id: string): number | null {
  return deck?.sections.find((section) => section.id === id)?.minutes ?? null;
}

/** All that a deck says except its minutes and the places of things. */
function withoutMinutes(deck: Deck | null): string {
  return JSON.stringify(deck?.sections ?? null, (key, value: unknown) => (key === "span" || key === "minutes" || key === "valueSpan" ? undefined : value));
}
