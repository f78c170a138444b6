/** What slides/deck.yaml says, checked. */
import type { CheckLevels } from "./exception.ts";
import type { OpeningHours } from "./opening.ts";
import type { Period } from "./period.ts";
import type { Treatment } from "./photo.ts";
import type { Span } from "./span.ts";

export type Language = "zh-CN" | "en";

export type BookletHeadings = "auto" | "text" | "titles";

/** slides/deck.yaml. */
export interface Settings {
  readonly title: string;
  readonly organisation: string;
  /** The period reported and the period planned. */
  readonly period: Period;
  readonly plan: Period | null;
  readonly lang: Language;
  readonly theme: string;
  /** Whether photos take the colours of the theme. */
  readonly treatment: Treatment;
  readonly speaker: string | null;
  readonly meeting: string | null;
  /** Day on which the report was given or published, in its own words; shown at the foot of the long picture. */
  readonly date: string | null;
  readonly status: "draft" | "final" | "archived";
  /** Whether everything is invented: every page of every output says so. */
  readonly demo: boolean;
  /** Words that are never broken across two lines. */
  readonly protect: readonly string[];
  readonly html: "escape" | "trusted";
  /** `private` keeps speaker notes out of the web deck and the kiosk. */
  readonly notes: "private" | "public";
  /** `private` keeps the `note` column of tables out of everything that is published. */
  readonly remarks: "private" | "public";
  /** Whose headings the booklet has: those of the spoken text, the titles of the slides, or (`auto`) those of the text in every section that has its own. */
  readonly booklet: BookletHeadings;
  /** True ships ECharts' small client for hover. */
  readonly hover: boolean;
  /** `minutes` for the whole speech; `click` lets a click turn the page. */
  readonly stage: { readonly minutes: number | null; readonly click: boolean };
  /** `portrait`: whether slides have a layout of their own on upright screens; `auto` has it without looking at each finished page. */
  readonly kiosk: { readonly seconds: number | null; readonly portrait: boolean | "auto"; readonly hours: OpeningHours | null };
  /** Severity by diagnostic or rule code, overriding the default. */
  readonly check: CheckLevels;
  /** Where each key is written (`theme`, `kiosk.hours`), for diagnostics about it. */
  readonly places: ReadonlyMap<string, Span>;
  readonly span: Span;
}
