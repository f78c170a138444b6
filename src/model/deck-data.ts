/** The data a page passes to its script: `<script type="application/json" id="deck-data">`, written by outputs, read by deck and kiosk. */
import type { Language } from "./deck.ts";
import type { Status } from "./indicator.ts";
import type { OpeningHours } from "./opening.ts";

/** One file of slides. */
export interface DeckDataSection {
  readonly id: string;
  /** 1-based among titled sections; null for cover, agenda and closing. */
  readonly number: number | null;
  readonly title: string;
  /** Minutes planned for the speaker; null when not given. */
  readonly minutes: number | null;
  /** False keeps the section out of the loop. */
  readonly kiosk: boolean;
  /** Backup slides: outside the run of the show, reached only when asked for. */
  readonly backup: boolean;
}

/** One `<section id>` of the page, in order. */
export interface DeckDataSlide {
  readonly id: string;
  /** Plain text; empty when the slide has no title. */
  readonly title: string;
  /** Index into `sections`. */
  readonly section: number;
  /** Seconds in the loop; 0 keeps the slide out. */
  readonly seconds: number;
  /** Number of fragment steps. */
  readonly steps: number;
}

/** The published row behind a figure. Texts are as the deck shows them; null where the row has none. */
export interface FigureRecord {
  readonly name: string;
  readonly period: string;
  /** Null is the deck's own area. */
  readonly area: string | null;
  readonly value: string | null;
  /** With the words of its base: 年均增长6.2%. */
  readonly growth: string | null;
  /** Against what the growth is; null is 同比. */
  readonly base: string | null;
  readonly rank: string | null;
  readonly target: string | null;
  readonly status: Status | null;
  readonly source: string | null;
  readonly note: string | null;
  /** File and line of the row, and of the target where there is one. */
  readonly rows: readonly string[];
}

/** The whole of `#deck-data`; `</` is escaped as `<\/` so that no text ends the script tag. */
export interface DeckData {
  readonly title: string;
  /** Changes whenever slides or notes do; windows of different builds do not belong together. The preview, which changes both at once, has none. */
  readonly build: string;
  /** Whether a click turns the page (deck.yaml `stage.click`). */
  readonly click: boolean;
  readonly lang: Language;
  /** Minutes planned for the whole speech (deck.yaml `stage.minutes`); null when not given. */
  readonly minutes: number | null;
  /** When the screens play (deck.yaml `kiosk.hours` and `kiosk.closed`); null plays around the clock. */
  readonly hours: OpeningHours | null;
  readonly sections: readonly DeckDataSection[];
  readonly slides: readonly DeckDataSlide[];
  /** How many of the slides are in the run; the backup slides come after them. */
  readonly run: number;
  /** Keyed by `indicator@period` or `indicator@period/area`; empty where no figure can be pressed. */
  readonly figures: Readonly<Record<string, FigureRecord>>;
  /** The Han characters of titles by the letter that their pinyin begins with (`z` → 重中主), for the search of the speaker window. */
  readonly initials: Readonly<Record<string, string>>;
}
