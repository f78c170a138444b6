/** What a draft's faults teach the next draft: no fault of the document's own words stops an import, and none changes them. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Draft, Lessons } from "./draft.ts";

/** Everything that the next draft has to heed. */
export interface Taught extends Lessons {
  readonly refused: ReadonlySet<string>;
  readonly plain: ReadonlySet<number>;
  /** Tables that no slide showed in whole. */
  readonly spokenTables: ReadonlySet<number>;
}

export const UNTAUGHT: Taught = { exceptions: new Map(), dropped: new Set(), careful: new Set(), plainSettings: false, refused: new Set(), plain: new Set(), spokenTables: new Set() };

/** The lessons with those of a draft's errors; the same object where the errors teach nothing. */
export function learn(taught: Taught, draft: Draft, errors: readonly Diagnostic[]): Taught {
  const next = { exceptions: new Map(taught.exceptions), dropped: new Set(taught.dropped), careful: new Set(taught.careful), plainSettings: taught.plainSettings, refused: new Set(taught.refused), plain: new Set(taught.plain), spokenTables: taught.spokenTables };
  let learnt = false;
  // One line may break a rule several times.
  const seen = new Set<string>();
  for (const { span, rule } of errors) {
    const name = span === null ? "" : (draft.lines.get(span.file)?.[span.line - 1] ?? "");
    const [kind = "", ...rest] = name.split(" ");
    if (seen.has(`${name} ${rule}`)) continue;
    seen.add(`${name} ${rule}`);
    if (name === "settings") {
      learnt ||= !next.plainSettings;
      next.plainSettings = true;
    } else if (kind.endsWith(".csv")) learnt = add(next.refused, name) || learnt;
    else if (kind === "note") learnt = learnFromNote(next, name, rule) || learnt;
    else if (kind === "head" && rule !== null && isExcepted(rule)) learnt = except(next.exceptions, name, rule) || learnt;
    else if (kind === "head") learnt = add(next.dropped, `block ${rest[0]}`) || learnt;
    // One line of a block that is fenced would break it.
    else if (kind === "body") learnt = add(next.dropped, `block ${rest[0]}`) || learnt;
  }
  return learnt ? next : taught;
}

/** The lessons without the exceptions that `unused` reports; the same object where there are none. */
export function forget(taught: Taught, draft: Draft, unused: readonly Diagnostic[]): Taught {
  const idle = new Set(unused.flatMap(({ span }) => (span === null ? [] : [draft.lines.get(span.file)?.[span.line - 1] ?? ""])));
  const exceptions = new Map([...taught.exceptions].filter(([name]) => !idle.has(name)));
  return exceptions.size === taught.exceptions.size ? taught : { ...taught, exceptions };
}

/** First the rule is excepted; what no exception silences is written with care and without references. */
function learnFromNote(next: { exceptions: Map<string, ReadonlySet<string>>; careful: Set<number>; plain: Set<number> }, name: string, rule: string | null): boolean {
  if (rule !== null && isExcepted(rule) && except(next.exceptions, name, rule)) return true;
  const paragraph = Number.parseInt(name.slice("note ".length), 10);
  const plain = add(next.plain, paragraph);
  return add(next.careful, paragraph) || plain;
}

function isExcepted(rule: string): boolean {
  return /^[APNT]\d/.test(rule);
}

function except(exceptions: Map<string, ReadonlySet<string>>, name: string, rule: string): boolean {
  const known = exceptions.get(name) ?? new Set();
  if (known.has(rule)) return false;
  exceptions.set(name, new Set([...known, rule]));
  return true;
}

function add<T>(set: Set<T>, value: T): boolean {
  if (set.has(value)) return false;
  set.add(value);
  return true;
}
