/** What the desk's page shows, from a compilation. */
import type { State } from "../dev/session.ts";
import { toJson } from "../diagnostics/format.ts";
import type { DeskFile, DeskPart, DeskState } from "../model/desk.ts";
import type { Deck } from "../model/deck.ts";
import { periodKey } from "../model/period.ts";
import { plainText } from "../model/plain-text.ts";
import { splitSheet } from "../model/span.ts";
import { isEditable } from "./files.ts";
import type { UndoLog } from "./undo.ts";

/** Nobody reads more, and a page with thousands of them is slow. */
const MOST = 300;
/** Who has more types the first letters. */
const MOST_OFFERS = 200;
const SEVERITIES = ["error", "warning", "note"] as const;

export interface StateOptions {
  readonly log: UndoLog;
  readonly lang: "zh" | "en";
  /** Names of the themes that there are. */
  readonly themes: readonly string[];
  /** Whether the review of an import is there. */
  readonly review: boolean;
}

export function deskState(number: number, state: State, { log, lang, themes, review }: StateOptions): DeskState {
  const { model, preview, diagnostics, sources } = state;
  const found = toJson(diagnostics, lang).diagnostics;
  const problems = SEVERITIES.flatMap((severity) => found.filter((one) => one.severity === severity));
  return {
    number,
    revision: preview?.revision ?? 0,
    title: preview?.title ?? "",
    parts: model === null ? [] : partsOf(model),
    problems: problems.slice(0, MOST),
    untold: Math.max(0, problems.length - MOST),
    files: filesOf(sources),
    undo: log.last("undo")?.path ?? null,
    redo: log.last("redo")?.path ?? null,
    cells: cellsOf(model),
    names: (model?.indicators ?? []).map(({ id, name }) => ({ id, name })),
    themes,
    review,
  };
}

/** The slides in the order of the deck; those before the first part, and between parts, stand in parts without a title. */
function partsOf({ sections }: Deck): readonly DeskPart[] {
  return sections.map(({ title, slides }) => ({
    title: plainText(title).replaceAll("\n", " "),
    slides: slides.map((slide) => ({ id: slide.id, title: plainText(slide.title).replaceAll("\n", " "), file: slide.span.file, line: slide.span.line })),
  }));
}

/** The period of the report and the planned one come first, then the newest. */
function cellsOf(model: Deck | null): DeskState["cells"] {
  if (model === null) return { period: [], unit: [], area: [] };
  const { indicators, settings } = model;
  const rows = indicators.flatMap(({ observations }) => observations);
  const distinct = (words: readonly (string | null)[]): readonly string[] => [...new Set(words.filter((word) => word !== null && word !== ""))].slice(0, MOST_OFFERS) as readonly string[];
  const now = [settings.period, ...(settings.plan === null ? [] : [settings.plan])].map(periodKey);
  return { period: distinct([...now, ...rows.map(({ period }) => periodKey(period)).toSorted().toReversed()]), unit: distinct(indicators.map(({ unit }) => unit)), area: distinct(rows.map(({ area }) => area)) };
}

function filesOf(sources: ReadonlyMap<string, string>): readonly DeskFile[] {
  const paths = [...new Set([...sources.keys()].map((path) => splitSheet(path).file))].filter(isEditable);
  return paths.map((path) => ({ path, kind: path.startsWith("data/") ? "table" : path.endsWith(".md") ? "slides" : "settings" }));
}
