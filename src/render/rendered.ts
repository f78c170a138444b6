/** What render hands to outputs: strings that are ready for pages. */
import type { Span } from "../model/span.ts";
import type { Language } from "../model/deck.ts";

export interface RenderedSlide {
  readonly id: string;
  /** 1-based page number in the deck. */
  readonly page: number;
  /** Its number among the slides kept for questions, from 1; null for a slide of the run. */
  readonly backup: number | null;
  /** Index into RenderedDeck.sections. */
  readonly section: number;
  /** Plain text of the title, for outlines and the speaker window. */
  readonly title: string;
  /**
   * One `<section id class="slide layout-…">…</section>` of 1920 × 1080 CSS pixels: semantic HTML with inline SVG,
   * no style attributes, no scripts, no remote references. Images are `<img src="asset:ADDRESS">`: the project
   * path, or how the picture is made from its file (picture-address.ts).
   * Fragments carry `class="fragment" data-fragment-index="0…"` (reveal.js). Ids inside have the slide's id as prefix.
   */
  readonly html: string;
  /** The same slide for a loop that may stand on an upright screen: a bridge at its foot, and after each chart a drawing as high as such a page. It is drawn when asked for, since only the loop has it; null where there is none. */
  readonly upright: (() => Promise<string>) | null;
  /** The same slide for the long picture, with a drawing of each chart for a phone; drawn when asked for. Null for a slide that is not in it. */
  readonly long: (() => Promise<string>) | null;
  /** Speaker notes as HTML blocks; empty when there are none. */
  readonly notes: string;
  /** Number of fragment steps. */
  readonly steps: number;
  /** Seconds in the kiosk loop: max(8, characters ÷ 5) or the author's own; 0 leaves the slide out. */
  readonly seconds: number;
  readonly span: Span;
}

export interface RenderedSection {
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly minutes: number | null;
  readonly kiosk: boolean;
  /** Slides kept for questions; their sections are the last. */
  readonly backup: boolean;
  /** Page of its first slide. */
  readonly firstPage: number;
}

export interface RenderedDeck {
  readonly title: string;
  readonly organisation: string;
  readonly author: string | null;
  readonly lang: Language;
  /** Whether every page says that its data are for demonstration. */
  readonly demo: boolean;
  readonly sections: readonly RenderedSection[];
  readonly slides: readonly RenderedSlide[];
  /** Tokens as custom properties, layout CSS and the theme's own CSS; no @font-face (outputs add those). */
  readonly css: string;
  /** The same for the kiosk loop, and for the long picture. */
  readonly loopCss: string;
  readonly longCss: string;
}
