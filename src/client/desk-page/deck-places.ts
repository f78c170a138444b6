/** Where slides and problems are, by what the server has told last. */
import type { DeskProblem, DeskSlide, DeskState } from "../../model/desk.ts";

export function slidesOf(state: DeskState | null): readonly DeskSlide[] {
  return (state?.parts ?? []).flatMap((part) => part.slides);
}

/** The slide that is written at a line of a file: the last that begins before it. */
export function slideAt(state: DeskState | null, file: string, line: number): DeskSlide | undefined {
  const before = slidesOf(state).filter((slide) => slide.file === file && slide.line <= line);
  const last = Math.max(...before.map((slide) => slide.line));
  return before.find((slide) => slide.line === last);
}

/** Number and title, as the list of slides has them. */
export function titleOf(state: DeskState | null, id: string): string {
  const index = slidesOf(state).findIndex((slide) => slide.id === id);
  return index === -1 ? id : `${index + 1} ${slidesOf(state)[index]!.title}`;
}

export function problemsOf(state: DeskState | null, path: string): readonly DeskProblem[] {
  return (state?.problems ?? []).filter(({ file }) => file === path);
}

export function faultySlides(state: DeskState): readonly string[] {
  return state.problems.flatMap(({ severity, file, line }) => (severity === "note" || file === null || line === null ? [] : [slideAt(state, file, line)?.id ?? ""]));
}
