/** Which slides show the figures of the row in focus. */
import type { DeskUses } from "../../model/desk.ts";
import { button } from "../dom.ts";
import type { DeskWords } from "./desk-words.ts";
import type { Grid } from "./grid-view.ts";

/** How the grid learns which slides show a row, and leads to them. */
export interface RowUses {
  readonly uses: () => Promise<DeskUses>;
  readonly titleOf: (id: string) => string;
  readonly choose: (id: string) => void;
}

/** Names the slides that show the row in focus; the function reads anew which they are. */
export function followUses(grid: Grid, words: DeskWords, shown: HTMLElement, { uses, titleOf, choose }: RowUses): () => void {
  let known: DeskUses = {};
  const tell = (): void => {
    const line = grid.rows[grid.at.row]?.line;
    const ids = known[String(line)] ?? [];
    shown.hidden = Object.keys(known).length === 0 || line === undefined;
    shown.replaceChildren(...(ids.length === 0 ? [words.shownNowhere] : [words.shownOn, ...ids.map((id) => button(document, "desk-way", titleOf(id), titleOf(id), () => choose(id)))]));
  };
  grid.onRow = tell;
  return () => void uses().then((now) => {
    known = now;
    tell();
  });
}
