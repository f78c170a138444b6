/** What every part of a slide may look up while it is parsed. */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Inline, Settings } from "../model/deck.ts";
import type { Indicator, Project } from "../model/indicator.ts";
import type { ImageFile } from "../model/sources.ts";

export interface ParseContext {
  readonly settings: Settings;
  readonly indicators: readonly Indicator[];
  readonly projects: readonly Project[];
  /** Pictures below the project folder, by path. */
  readonly images: ReadonlyMap<string, ImageFile>;
  readonly report: Report;
  /** Collects words outside running text, for the check. */
  readonly label: (words: readonly Inline[]) => void;
}
