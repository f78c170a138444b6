/** Slides that show what the tables hold: key figures, growth, targets, projects. */
import { SAME_SCOPE } from "./figures.ts";
import { parseGrowth } from "../model/growth.ts";
import { STAGES } from "../model/indicator.ts";
import { KNOWN_INDICATORS } from "./known-indicators.ts";
import { roomOf } from "./phrases.ts";
import type { DraftRow } from "./decide-figures.ts";
import type { FoundProject } from "./decision.ts";
import type { Understanding } from "./understand.ts";

/** A fenced block with the layout that it makes. */
export interface DataBlock {
  readonly lines: readonly string[];
}

const ORDER = new Map(KNOWN_INDICATORS.map(({ id }, index) => [id, index]));
/** Cards on one slide beside a hero, and marks in a chart of growth or of targets. */
const [MOST_CARDS, MOST_GROWTHS, MOST_GOALS] = [6, 8, 8] as const;
/** Fewer make no chart. */
const LEAST = 3;

/** Rows of the year reported, the well-known ones first. */
function ownRows({ rows, period }: Understanding): DraftRow[] {
  return rows.filter((row) => row.period === period && row.area === "").toSorted((a, b) => (ORDER.get(a.indicator) ?? 99) - (ORDER.get(b.indicator) ?? 99));
}

/** Null where too little was published for the year. */
export function keyFigures(understanding: Understanding): DataBlock | null {
  const rows = ownRows(understanding);
  const levels = rows.filter(({ value }) => value !== "");
  const others = rows.filter(({ value, growth, rank }) => value === "" && (growth !== "" || rank !== ""));
  const ids = [...levels, ...others].map(({ indicator }) => indicator);
  const [hero, ...cards] = ids;
  if (hero === undefined || ids.length < LEAST) return null;
  return { lines: fence("figures", [`hero: ${hero}`, `cards: [${cards.slice(0, MOST_CARDS).join(", ")}]`]) };
}

/** Fewest and most cards of a topic's own figures. */
const [LEAST_OWN, MOST_OWN] = [2, 6] as const;

/** What a topic says of the year's indicators, in the order of its text; null where that is too little for a page. */
export function topicFigures(paragraphs: ReadonlySet<number>, { decisions, rows, period }: Understanding): DataBlock | null {
  const told = decisions.flatMap((one) => (one.type === "figure" && one.certainty === "sure" && one.period === period && paragraphs.has(one.place.paragraph) && one.measure !== "change" ? [one.indicator] : []));
  const ids = [...new Set(told)].filter((id) => rows.some((row) => row.indicator === id && row.period === period && row.area === ""));
  return ids.length < LEAST_OWN ? null : { lines: fence("figures", [`cards: [${ids.slice(0, MOST_OWN).join(", ")}]`]) };
}

/** Growth in per cent on the year before, of the same scope too, as its label says; the chart needs three. */
export function growthChart(understanding: Understanding): DataBlock | null {
  const ids = ownRows(understanding).filter(({ growth, basis }) => ["", SAME_SCOPE].includes(basis) && isRate(growth)).map(({ indicator }) => indicator).slice(0, MOST_GROWTHS);
  const [first] = ids;
  return first === undefined || ids.length < LEAST ? null : { lines: fence("chart", ["type: growth", `indicators: [${ids.join(", ")}]`, `highlight: ${first}`]) };
}

function isRate(cell: string): boolean {
  const growth = cell === "" ? null : parseGrowth(cell, null);
  return growth?.measure === "percent" && growth.figure !== null && growth.against === "year";
}

/** Room of a name and of a plan's words on a card, in Han characters: longer ones are spoken, and on no slide. */
const [ROOM_OF_NAME, ROOM_OF_PLAN] = [16, 12] as const;

/** The targets of the plan, as cards. */
export function targetCards({ targets, plan, indicators }: Understanding): DataBlock | null {
  const fits = (id: string): boolean => roomOf(indicators.find((indicator) => indicator.id === id)?.name ?? "") <= ROOM_OF_NAME;
  const ids = targets.filter(({ period, wording, indicator }) => period === plan && roomOf(wording) <= ROOM_OF_PLAN && fits(indicator)).map(({ indicator }) => indicator);
  return ids.length < LEAST ? null : { lines: fence("targets", [`indicators: [${ids.slice(0, 40).join(", ")}]`]) };
}

/** Targets of growth as a chart. */
export function targetChart({ targets, plan }: Understanding): DataBlock | null {
  const ids = targets.filter(({ period, wording }) => period === plan && /^(?:按|年均)?(?:增长|下降)\D{0,3}\d[^，]*%/.test(wording)).map(({ indicator }) => indicator).slice(0, MOST_GOALS);
  const [first] = ids;
  return first === undefined || ids.length < LEAST ? null : { lines: fence("chart", ["type: target", `indicators: [${ids.join(", ")}]`, `highlight: ${first}`]) };
}

/** The projects of a topic by stage. */
export function projectBoard(projects: readonly FoundProject[]): DataBlock | null {
  const sure = projects.filter(({ certainty }) => certainty === "sure");
  if (sure.length < LEAST) return null;
  const groups = STAGES.flatMap((stage) => {
    const names = sure.filter(({ status }) => status === stage).map(({ name }) => name);
    return names.length === 0 ? [] : [`  - status: ${stage}`, `    names: [${names.map((name) => JSON.stringify(name)).join(", ")}]`];
  });
  return { lines: fence("projects", ["groups:", ...groups]) };
}

function fence(name: string, lines: readonly string[]): string[] {
  return [`\`\`\`${name}`, ...lines, "```"];
}
