/** The files of a draft project, with a name for each of their lines: what is wrong with a line can be mended in the next draft. */
import { spokenLines } from "./asides.ts";
import { csvLine } from "./csv-line.ts";
import { rowLine } from "./decide-figures.ts";
import { shortTitle } from "./phrases.ts";
import type { DraftSection, DraftSlide } from "./slides.ts";
import { HEADS, observationColumns } from "./table-heads.ts";
import type { Understanding } from "./understand.ts";
import { writeParagraph, type Care } from "./write-text.ts";

/** What earlier drafts taught: which lines need an exception, which are left out, which paragraphs are written with care. */
export interface Lessons {
  /** Rules by line name. */
  readonly exceptions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of lines and blocks of slides that are left out. */
  readonly dropped: ReadonlySet<string>;
  readonly careful: ReadonlySet<number>;
  /** Whether the settings keep only what no rule can find fault with. */
  readonly plainSettings: boolean;
}

export interface Draft {
  /** By path below the project. */
  readonly files: ReadonlyMap<string, string>;
  /** Name of each line of a file, from line 1; empty for lines of the draft's own. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

/** Why a line is excepted from a rule: the words are the document's own. */
const REASON = { "zh-CN": "原稿如此，导入时未改动", en: "as in the document; the import changes nothing" } as const;
/** Characters spoken in a minute, Han and Latin. */
const PACE = { "zh-CN": 220, en: 800 } as const;

export function writeDraft(understanding: Understanding, sections: readonly DraftSection[], lessons: Lessons): Draft {
  const files = new Map<string, string>();
  const lines = new Map<string, readonly string[]>();
  const put = (path: string, written: readonly Line[]): void => {
    files.set(path, written.map(({ text }) => `${text}\n`).join(""));
    lines.set(path, written.map(({ name }) => name));
  };
  put("slides/deck.yaml", settingsLines(understanding, lessons));
  for (const section of sections) put(`slides/${section.name}.md`, sectionLines(section, understanding, lessons));
  for (const [path, written] of tableFiles(understanding)) put(path, written);
  return { files, lines };
}

interface Line {
  readonly text: string;
  readonly name: string;
}

const plain = (text: string): Line => ({ text, name: "" });

/** What stands where the document does not say who reports. */
const UNKNOWN_ORGANISATION = { "zh-CN": "报告单位（待填）", en: "Organisation (to be filled in)" } as const;
const UNKNOWN_TITLE = { "zh-CN": "工作报告", en: "Work report" } as const;

function settingsLines({ title, about, period, plan, lang }: Understanding, { plainSettings }: Lessons): Line[] {
  const named = title === "" || plainSettings ? UNKNOWN_TITLE[lang] : shortTitle(title, 30);
  const organisation = about.organisation === "" || plainSettings ? UNKNOWN_ORGANISATION[lang] : about.organisation;
  const settings: readonly (readonly [key: string, value: string | null])[] = [
    ["title", JSON.stringify(named)], ["organisation", JSON.stringify(organisation)], ["period", JSON.stringify(period)], ["plan", plan === null ? null : JSON.stringify(plan)],
    ["meeting", about.meeting === "" || plainSettings ? null : JSON.stringify(about.meeting)], ["lang", lang === "en" ? lang : null], ["status", "draft"],
  ];
  return settings.flatMap(([key, value]) => (value === null ? [] : [{ text: `${key}: ${value}`, name: "settings" }]));
}

function sectionLines({ name, kiosk, slides }: DraftSection, understanding: Understanding, lessons: Lessons): Line[] {
  const { lang } = understanding;
  const spoken = slides.reduce((sum, { notes }) => sum + notes.reduce((length, { text }) => length + text.length, 0), 0);
  const minutes = Math.max(0.1, Math.round((spoken / PACE[lang]) * 10) / 10);
  const front = ["---", `minutes: ${minutes}`, ...(kiosk ? [] : ["kiosk: false"]), "---"].map(plain);
  return [...front, ...slides.flatMap((slide, index) => slideLines(slide, `${name}/${index}`, understanding, lessons))];
}

function slideLines({ head, body, notes }: DraftSlide, name: string, { lang, references }: Understanding, lessons: Lessons): Line[] {
  const shown = lessons.dropped.has(`block ${name}`) ? [] : body.map((text, index) => ({ text: withException(text, lessons.exceptions.get(`body ${name} ${index}`), lang), name: `body ${name} ${index}` })).filter((line) => !lessons.dropped.has(line.name));
  // A slide that is made for its data alone goes with them.
  if (shown.length === 0 && body.length > 0 && notes.length === 0) return [];
  const bare = shown.length === 0 && body.length > 0 ? head.replace("{layout=bullets}", "{layout=picture}") : head;
  const heading: Line = { text: withException(bare, lessons.exceptions.get(`head ${name}`), lang), name: `head ${name}` };
  const spoken = spokenLines(notes, references).flatMap((line) => {
    const care: Care = lessons.careful.has(line.paragraph) ? "careful" : "plain";
    const text = writeParagraph(line.text, line.references, care);
    const named = `note ${line.id}`;
    const exception = commentOn(lessons.exceptions.get(named), lang);
    return [plain(""), ...(exception === "" ? [] : [{ text: exception, name: named }, plain("")]), { text, name: named }];
  });
  return [heading, ...(shown.length === 0 ? [] : [plain(""), ...shown]), ...(spoken.length === 0 ? [] : [plain(""), plain(lang === "en" ? "Note:" : "备注："), ...spoken]), plain("")];
}

/** Attributes come after the comment. */
function withException(line: string, rules: ReadonlySet<string> | undefined, lang: Understanding["lang"]): string {
  const comment = commentOn(rules, lang);
  if (comment === "") return line;
  const attributes = line.startsWith("#") ? (/ \{[^{}]*\}$/.exec(line)?.[0] ?? "") : "";
  return `${line.slice(0, line.length - attributes.length)} ${comment}${attributes}`;
}

/** On a line of its own it holds for the paragraph that follows. */
export function commentOn(rules: ReadonlySet<string> | undefined, lang: Understanding["lang"]): string {
  return rules === undefined || rules.size === 0 ? "" : `<!-- check-ignore ${[...rules].toSorted().join(", ")}: ${REASON[lang]} -->`;
}

/** Tables with at least one row. */
export function tableFiles(understanding: Understanding): [string, Line[]][] {
  const { indicators, rows, areas, targets, projects, terms, about, title } = understanding;
  const sure = projects.filter(({ certainty, lines }) => certainty === "sure" && lines.length > 0);
  const since = `${about.year}`;
  const table = (path: string, head: readonly string[], lines: readonly Line[]): [string, Line[]][] => (lines.length === 0 ? [] : [[path, [plain(head.join(",")), ...lines]]]);
  return [
    ...table("data/indicators.csv", HEADS["indicators.csv"], indicators.map(({ id, name, unit, kind, better, aliases }) => ({ text: csvLine([id, name, unit, kind, better ?? "", aliases.join("|")]), name: `indicators.csv ${id}` }))),
    ...table("data/observations.csv", observationColumns(areas), rows.map((row) => ({ text: rowLine(row, areas), name: `observations.csv ${row.indicator} ${row.period}${row.area === "" ? "" : ` ${row.area}`}` }))),
    ...table("data/targets.csv", HEADS["targets.csv"], targets.map((row) => ({ text: csvLine([row.indicator, row.period, row.wording]), name: `targets.csv ${row.indicator} ${row.period}` }))),
    ...table("data/projects.csv", HEADS["projects.csv"], sure.map(({ name, section, status }) => ({ text: csvLine([name, section, status]), name: `projects.csv ${name} ${status}` }))),
    ...table("data/terms.csv", HEADS["terms.csv"], uniqueTerms(terms).map(({ wording, kind }) => ({ text: csvLine([wording, kind, since, title]), name: `terms.csv ${wording}` }))),
  ];
}

function uniqueTerms(terms: Understanding["terms"]): Understanding["terms"] {
  const seen = new Set<string>();
  return terms.filter(({ wording, certainty, lines }) => certainty === "sure" && lines.length > 0 && !seen.has(wording) && seen.add(wording));
}
