/** What may differ between two editions, with every place that shows it. */
import type { Printed } from "./find-sheets.ts";
import type { EditionFigure, EditionSlide, EditionUse } from "./edition.ts";

export type SlideName = Pick<EditionSlide, "id" | "page" | "title">;

/** A slide, and the part of it that shows the thing. */
export interface Place extends SlideName {
  readonly surface: EditionUse["surface"];
  readonly part: EditionUse["part"] | "board";
}

/** A stretch of wording: in both, only in the old, only in the new. */
export interface WordPart {
  readonly type: "same" | "removed" | "added";
  readonly text: string;
}

export interface ProjectState {
  readonly status: string;
  readonly role: string | null;
  readonly due: string | null;
}

export type Change =
  | { readonly type: "deck"; readonly field: "title" | "organisation"; readonly before: string; readonly after: string }
  /** A null text means that the figure was added or removed; places are those of the new edition, or of the old one if removed. */
  | ({ readonly type: "figure"; readonly before: string | null; readonly after: string | null; readonly places: readonly Place[]; readonly printed: Printed | null } & Omit<EditionFigure, "text">)
  | { readonly type: "project"; readonly name: string; readonly section: string; readonly before: ProjectState | null; readonly after: ProjectState | null; readonly places: readonly Place[]; readonly printed: Printed | null }
  /** A slide that was added, removed, or moved among those that stayed. */
  | { readonly type: "slide"; readonly before: SlideName | null; readonly after: SlideName | null }
  /** A card or chart that now shows a figure, or no longer does. */
  | { readonly type: "shown"; readonly slide: SlideName; readonly figure: EditionFigure; readonly part: EditionUse["part"]; readonly before: boolean; readonly after: boolean; readonly printed: Printed | null }
  | { readonly type: "wording"; readonly slide: SlideName; readonly surface: "slide" | "notes"; readonly parts: readonly WordPart[]; readonly printed: Printed | null }
  /** Notes that changed in an edition that keeps their wording to itself. */
  | { readonly type: "notes"; readonly slide: SlideName; readonly printed: Printed | null };
