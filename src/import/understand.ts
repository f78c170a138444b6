/** What a document says, as far as it is certain: outline, indicators with their rows and targets, projects, terms, and every decision. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { dataWithoutFigures } from "../diagnostics/messages/documents.ts";
import { fileSpan } from "../model/span.ts";
import type { SourceDocument } from "../read/documents/document.ts";
import type { DataBook } from "../read/workbook/read-data-book.ts";
import { readAbout, readerOrganisation, type About } from "./about.ts";
import { areasOf, readAreaFigures } from "./area-figures.ts";
import { holdAgainstText } from "./bureau-compare.ts";
import type { Candidate } from "./candidate.ts";
import { countsIn } from "./counts.ts";
import type { Decision, FoundProject, FoundTerm, Replacement } from "./decision.ts";
import { decideFigures, haveAreas, type DraftRow } from "./decide-figures.ts";
import type { Reference } from "./reference.ts";
import { readPassageFigures } from "./figures.ts";
import { readGoals, type DraftTarget } from "./goals.ts";
import { findEnclosures, type Enclosure } from "./enclosures.ts";
import { readEnglishGoals } from "./english-goals.ts";
import { findEnglishCandidates } from "./english-names.ts";
import { findCandidates } from "./names.ts";
import { readOutline, type Outline } from "./outline.ts";
import { readPassages, type Passage } from "./passages.ts";
import { findProjects } from "./projects.ts";
import { readSpoken } from "./spoken.ts";
import { knownId, readData, readTables, type TableFigure } from "./tables.ts";
import { decideTargets, type TargetRow } from "./decide-targets.ts";
import { findTerms } from "./terms.ts";
import { draftIndicators, vocabularyOf, type DraftIndicator } from "./vocabulary.ts";

export interface Understanding {
  readonly document: string;
  readonly lang: "zh-CN" | "en";
  /** Empty where the document has no title. */
  readonly title: string;
  readonly about: About;
  /** Keys of the period reported and the period planned; a report without any year is of the year before `today`. */
  readonly period: string;
  readonly plan: string | null;
  readonly outline: Outline;
  /** Only those that a row or a target uses. */
  readonly indicators: readonly DraftIndicator[];
  readonly rows: readonly DraftRow[];
  /** Whether the tables that came with it have figures of other areas. */
  readonly areas: boolean;
  readonly targets: readonly TargetRow[];
  readonly projects: readonly FoundProject[];
  readonly terms: readonly FoundTerm[];
  /** By paragraph, in the order of its text. */
  readonly references: ReadonlyMap<number, readonly Reference[]>;
  readonly decisions: readonly Decision[];
  readonly replacements: readonly Replacement[];
  /** What is wrong with the office's workbook, and where it contradicts the text. */
  readonly told: readonly Diagnostic[];
  /** Pictures and tables, in order. */
  readonly enclosures: readonly Enclosure[];
}

export interface UnderstandOptions {
  /** The year of the clock, for a report that names none. */
  readonly today: number;
  /** Rows that the check refuses, as `table key`: their figures stay text. */
  readonly refused: ReadonlySet<string>;
  /** Paragraphs whose figures stay text. */
  readonly plain: ReadonlySet<number>;
  /** Tables that no slide shows, by their paragraph's number: they are spoken. */
  readonly spokenTables: ReadonlySet<number>;
  /** The office's workbook. */
  readonly data?: DataBook | null;
}

export function understand(document: SourceDocument, { today, refused, plain, spokenTables, data = null }: UnderstandOptions): Understanding {
  const { lang, paragraphs, replacements } = readSpoken(document, spokenTables);
  const outline = readOutline(paragraphs, lang);
  const found = readAbout(outline.title, outline.front, outline.paragraphs, lang === "en");
  const about: About = { ...found, year: found.year ?? today - 1 };
  const passages = readPassages(outline, about, lang === "en");
  const goals = passages.flatMap((passage) => (lang === "en" ? readEnglishGoals(passage) : readGoals(passage, about.organisation)));
  const told: Diagnostic[] = [];
  const sheets = data === null ? [] : readData(data, about.year, about.organisation, (diagnostic) => void told.push(diagnostic));
  if (data !== null && sheets.length === 0 && told.length === 0) told.push(dataWithoutFigures(fileSpan(data.path)));
  const tables = [...sheets.map((figure) => ({ ...figure, paragraph: 0, line: null })), ...readTables(document, about.year, about.organisation)];
  const all = draftIndicators([...candidatesOf(passages, about, lang), ...namesOf(goals, tables)]);
  const byId = new Map(all.map((indicator) => [indicator.id, indicator]));
  const vocabulary = vocabularyOf(all, readerOrganisation(about));
  const drafts = passages.flatMap((passage) => readPassageFigures(passage, byId, vocabulary));
  const targets = decideTargets(goals, all, about, refused);
  const figures = decideFigures({ drafts, tables, indicators: all, year: about.year ?? today - 1, refused, plain, goals });
  const projects = uniqueProjects(passages.flatMap(findProjects)).filter(({ name, status }) => !refused.has(`projects.csv ${name} ${status}`));
  const terms = findTerms(outline).filter(({ wording }) => !refused.has(`terms.csv ${wording}`));
  const counts = passages.flatMap((passage) => countsIn(passage, drafts, goals));
  const decisions = [...figures.decisions, ...targets.decisions, ...projects, ...terms, ...counts].toSorted((a, b) => a.place.paragraph - b.place.paragraph || a.place.start - b.place.start);
  told.push(...holdAgainstText([...decisions.filter(({ place }) => place.paragraph > 0), ...readAreaFigures(passages, areasOf(sheets), all, byId)], sheets, knownId));
  const used = new Set([...figures.rows.map(({ indicator }) => indicator), ...targets.rows.map(({ indicator }) => indicator)]);
  const references = merge(figures.references, targets.references, plain);
  return {
    document: document.path, lang, title: outline.title, about, period: `${about.year}`, plan: about.plan === null ? null : `${about.plan}`, outline,
    indicators: all.filter(({ id }) => used.has(id)), rows: figures.rows, areas: haveAreas(tables), targets: targets.rows, projects, terms, references, decisions, replacements, told, enclosures: findEnclosures(document, outline.paragraphs),
  };
}

function candidatesOf(passages: readonly Passage[], about: About, lang: Understanding["lang"]): Candidate[] {
  return passages.flatMap((passage) => (passage.setting === null ? [] : lang === "en" ? findEnglishCandidates(passage.read.text) : findCandidates(passage.read.text, about.organisation)));
}

/** Names that only a target or a table has. */
function namesOf(goals: readonly DraftTarget[], tables: readonly TableFigure[]): Candidate[] {
  const names = [...goals.filter(({ name }) => name !== "").map(({ name }) => ({ name, unit: null })), ...tables.filter(({ parent, period }) => parent === "" && period !== null).map(({ name, unit, value }) => ({ name, unit: value === "" ? null : unit }))];
  return names.map(({ name, unit }) => ({ name, unit, start: 0, rank: false }));
}

function uniqueProjects(projects: readonly FoundProject[]): FoundProject[] {
  const seen = new Set<string>();
  return projects.filter(({ name, section, status }) => {
    const key = `${section}\n${name}\n${status}`;
    return !seen.has(key) && seen.add(key);
  });
}

function merge(figures: ReadonlyMap<number, readonly Reference[]>, targets: ReadonlyMap<number, readonly Reference[]>, plain: ReadonlySet<number>): ReadonlyMap<number, readonly Reference[]> {
  const merged = new Map<number, readonly Reference[]>();
  for (const paragraph of new Set([...figures.keys(), ...targets.keys()])) {
    if (plain.has(paragraph)) continue;
    const sorted = [...(figures.get(paragraph) ?? []), ...(targets.get(paragraph) ?? [])].toSorted((a, b) => a.start - b.start);
    merged.set(paragraph, sorted.filter(({ start }, index) => index === 0 || start >= sorted[index - 1]!.end));
  }
  return merged;
}
