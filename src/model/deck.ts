/** The deck: what an author wrote, parsed, resolved and ready to be checked and rendered. */
import type { Chart } from "./chart.ts";
import type { CheckLevels, Exception } from "./exception.ts";
import type { Figure } from "./figure.ts";
import type { Growth } from "./growth.ts";
import type { Goal, Indicator, Project, Stage } from "./indicator.ts";
import type { MotifName } from "./motif.ts";
import type { Period } from "./period.ts";
import type { PhotoLook } from "./photo.ts";
import type { Published } from "./published.ts";
import type { BookletHeadings, Settings } from "./settings.ts";
import type { Span } from "./span.ts";
import type { Term } from "./term.ts";
import type { UnitKind, UnitPlan } from "./units.ts";
import type { Variant } from "./variant.ts";

export type { BookletHeadings, Language, Settings } from "./settings.ts";

export interface Deck {
  readonly settings: Settings;
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly projects: readonly Project[];
  /** Wordings that the office has settled, from data/terms.csv. */
  readonly terms: readonly Term[];
  /** Words in data/ that people read, cell by cell; each wording once per column. */
  readonly cells: readonly (readonly Inline[])[];
  /** Places exempted from check rules, from all slides. */
  readonly exceptions: readonly Exception[];
}

/** One slides/NN-name.md file. */
export interface Section {
  /** File name without number and extension: `figures` for 20-figures.md. Unique. */
  readonly id: string;
  /** 1-based among sections with a `#` title; null for a file without one (cover, agenda, closing). */
  readonly number: number | null;
  readonly title: readonly Inline[];
  /** Minutes budgeted for the speaker; null when not given. */
  readonly minutes: number | null;
  /** False keeps the section out of the kiosk loop. */
  readonly kiosk: boolean;
  /** True for slides kept for questions: after all others, not counted, not in the loop. */
  readonly backup: boolean;
  /** Whose headings this section has in the booklet; null follows deck.yaml. */
  readonly booklet: BookletHeadings | null;
  /** Severity by diagnostic or rule code for this file, overriding deck.yaml. */
  readonly check: CheckLevels;
  /** `check-ignore` comments in this file. */
  readonly exceptions: readonly Exception[];
  /** The first is the divider when the section has a title. */
  readonly slides: readonly Slide[];
  readonly span: Span;
}

export type Layout =
  | "cover" | "agenda" | "section" | "statement" | "figures" | "chart" | "bullets" | "columns" | "cards"
  | "picture" | "table" | "zones" | "projects" | "photos" | "units" | "review" | "timeline" | "quote" | "closing";
export const LAYOUTS: readonly Layout[] = [
  "cover", "agenda", "section", "statement", "figures", "chart", "bullets", "columns", "cards",
  "picture", "table", "zones", "projects", "photos", "units", "review", "timeline", "quote", "closing",
];

export interface Slide {
  /** Unique in the deck, URL-safe; `#id` of the author or `<section>-<n>`. */
  readonly id: string;
  readonly layout: Layout;
  /** Why this layout: named by the author, or the rule that chose it (shown by --verbose). */
  readonly layoutReason: string;
  readonly title: readonly Inline[];
  /** Small line above the title; empty when not given. */
  readonly kicker: string;
  /** Large numeral beside the title (`number=01`); empty when not given. */
  readonly number: string;
  /** The form of the layout that the author chose; null lets the neighbours decide (looks.ts). */
  readonly variant: Variant | null;
  /** The drawing that the author chose in place of a photo; null lets the words decide (choose-motifs.ts). */
  readonly motif: MotifName | null;
  readonly blocks: readonly Block[];
  /** Speaker notes; empty when there are none. */
  readonly notes: readonly Block[];
  /** Words outside running text, each with its place: the kicker, descriptions of images, the values of fenced blocks. */
  readonly labels: readonly (readonly Inline[])[];
  /** Its own seconds in the kiosk; null uses the reading length. */
  readonly seconds: number | null;
  /** Whether its author wants it in the long picture; null leaves that to what it shows (long-slides.ts). */
  readonly long: boolean | null;
  /** Whether its author keeps it for questions. Such a slide stands in a section of backup slides. */
  readonly backup: boolean;
  /** Null for a slide that shows all that its author wrote. */
  readonly part: SlidePart | null;
  readonly span: Span;
}

/** The place of a slide among those on which a long table, list or board goes on. All have the same source. */
export interface SlidePart {
  /** Id of the first of them; the others add `.2`, `.3` …, which no author can write. */
  readonly first: string;
  /** 1-based. */
  readonly number: number;
  readonly of: number;
  /** Entries on the fullest of them: all are set in the size that suits it. */
  readonly fullest: number;
}

/** Whether a slide only goes on with what an earlier one began: it repeats the title, and has no notes and no bookmark. */
export function goesOn({ part }: Slide): boolean {
  return part !== null && part.number > 1;
}

/** Which field of an indicator a reference shows. */
export type ReferenceField = "figure" | "value" | "unit" | "growth" | "rank" | "name" | "target";

/** Inline content. Every leaf has a span that covers exactly its source text. */
export type Inline =
  | { readonly type: "text"; readonly text: string; readonly span: Span }
  | { readonly type: "strong"; readonly children: readonly Inline[]; readonly span: Span }
  /** `*…*`: Chinese has no italics, so themes show it in the accent colour. */
  | { readonly type: "emphasis"; readonly children: readonly Inline[]; readonly span: Span }
  | { readonly type: "deleted"; readonly children: readonly Inline[]; readonly span: Span }
  | { readonly type: "code"; readonly text: string; readonly span: Span }
  | { readonly type: "link"; readonly href: string; readonly children: readonly Inline[]; readonly span: Span }
  | { readonly type: "break"; readonly span: Span }
  /** `{{gdp.growth}}`: `text` is what is shown, taken from the data as published. */
  | { readonly type: "figure"; readonly indicator: string; readonly field: ReferenceField; readonly period: Period; readonly area: string | null; readonly text: string; readonly span: Span }
  /** Sanitised HTML, only if deck.yaml trusts it. */
  | { readonly type: "html"; readonly html: string; readonly span: Span };

/** The click at which this part appears, 1-based within the slide; null shows it at once. */
export type Step = number | null;

export interface ListItem {
  /** Its number as the author gave it (`6`, `一`); null in a list with bullets. */
  readonly ordinal: string | null;
  readonly inlines: readonly Inline[];
  /** Nested lists and paragraphs. */
  readonly blocks: readonly Block[];
  readonly step: Step;
  readonly span: Span;
}

/** A KPI card: everything it shows, resolved. */
export interface FigureCard {
  readonly indicator: string;
  readonly name: string;
  readonly value: Published | null;
  readonly unit: string;
  readonly growth: Growth | null;
  /** What the column `basis` says of a value without a growth: 累计, 年均. */
  readonly basis: string | null;
  readonly rank: number | null;
  readonly hero: boolean;
}

export interface TargetCard {
  readonly indicator: string;
  readonly name: string;
  /** As written. */
  readonly wording: string;
  readonly goal: Goal;
}

export type ZoneSymbol = "fields" | "towers" | "bridge" | "water" | "none";
export interface Zone {
  readonly name: string;
  /** 西部, 中部, 东部 …; empty when not given. */
  readonly where: string;
  readonly phrases: readonly string[];
  readonly symbol: ZoneSymbol;
}

export interface ProjectGroup {
  readonly status: Stage;
  readonly title: string;
  readonly caption: string;
  readonly projects: readonly Project[];
  /** Columns of the board that it takes. */
  readonly columns: number;
}

/** How a table is set on its slide. */
export interface TableForm {
  /** Type of the cells in pixels: 60, 52, 44, 40 or 36. */
  readonly size: number;
  /** Room above and below each row, 1 (tight) to 6 (roomy). */
  readonly room: number;
}

/** How a list that fills a slide is set: pixels of its items, and of the text below or beside a title. */
export interface ListForm {
  readonly item: number;
  readonly text: number;
  /** Title and text of an item on one line. */
  readonly beside: boolean;
}

/** A project with its photo; null where it has none. */
export interface ProjectPhoto {
  readonly name: string;
  readonly status: Stage;
  readonly due: string | null;
  readonly picture: ({ readonly file: string; readonly width: number; readonly height: number } & Omit<PhotoLook, "caption">) | null;
}

/** A figure whose things are drawn. */
export interface Counted {
  readonly name: string;
  readonly figure: Figure;
  readonly unit: string;
  /** As shown: a figure with its unit, or a target in its own words. */
  readonly text: string;
  /** Null for the number of projects in the table. */
  readonly origin: { readonly indicator: string; readonly period: Period; readonly field: "figure" | "target" } | null;
}

/** An indicator then and now. */
export interface ReviewRow {
  readonly indicator: string;
  readonly name: string;
  readonly unit: string;
  readonly before: Published;
  readonly now: Published;
  /** What was published of the way between, in its own words, and for which period; never computed. */
  readonly growth: { readonly period: Period; readonly text: string } | null;
  /** `none` where one of the two is words. */
  readonly direction: "up" | "down" | "flat" | "none";
}

/** How a review is set, from its plan (review-plan.ts): pixels of the later figures, and whether units stand below their numbers. */
export interface ReviewForm {
  readonly size: number;
  readonly below: boolean;
}

export interface TimelineEntry {
  readonly when: string;
  readonly title: string;
  readonly text: string;
}

export type Block = { readonly span: Span; readonly step: Step } & (
  | { readonly type: "paragraph"; readonly inlines: readonly Inline[] }
  | { readonly type: "list"; readonly ordered: boolean; /** Null where the list does not fill a slide. */ readonly form: ListForm | null; readonly items: readonly ListItem[] }
  /** `###`: a card or column with its own blocks. */
  | { readonly type: "card"; readonly title: readonly Inline[]; readonly blocks: readonly Block[] }
  | { readonly type: "quote"; readonly blocks: readonly Block[] }
  | { readonly type: "table"; /** Null where the table is not a slide's own. */ readonly form: TableForm | null; readonly align: readonly ("left" | "center" | "right" | null)[]; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly type: "code"; readonly language: string; readonly text: string }
  /** `file` is the image's path relative to the project; pixels after EXIF rotation. */
  | ({ readonly type: "image"; readonly file: string; readonly alt: string; readonly width: number; readonly height: number } & PhotoLook)
  | { readonly type: "chart"; readonly chart: Chart }
  | { readonly type: "figures"; readonly period: Period; readonly cards: readonly FigureCard[] }
  | { readonly type: "targets"; readonly period: Period; readonly cards: readonly TargetCard[] }
  | { readonly type: "zones"; readonly note: string; readonly zones: readonly Zone[] }
  | { readonly type: "projects"; readonly note: string; /** Many projects: vessels beside their heads, smaller type. */ readonly dense: boolean; readonly small: boolean; readonly groups: readonly ProjectGroup[] }
  | { readonly type: "photos"; readonly entries: readonly ProjectPhoto[] }
  /** `lit` is the part of the things that is lit; null lights all of them. */
  | { readonly type: "units"; readonly kind: UnitKind; readonly counted: Counted; readonly lit: Counted | null; readonly plan: UnitPlan }
  | { readonly type: "review"; readonly from: Period; readonly to: Period; readonly rows: readonly ReviewRow[]; /** Null until the slide is laid out. */ readonly form: ReviewForm | null }
  | { readonly type: "timeline"; /** Side by side on the waterline, where they fit. */ readonly open: boolean; readonly entries: readonly TimelineEntry[] }
  | { readonly type: "html"; readonly html: string }
);

export type BlockType = Block["type"];
/** A block of one type. */
export type BlockOf<T extends BlockType> = Extract<Block, { type: T }>;
