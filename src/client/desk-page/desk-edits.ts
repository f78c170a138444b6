/** Edits that are made by a press: a repair, an exception, a slide that is moved. Each is one step to take back. */
import type { DeskProblem } from "../../model/desk.ts";
import { askReason } from "./ask-reason.ts";
import { slidesOf } from "./deck-places.ts";
import { withException } from "./exception.ts";
import { moveSlide } from "./move-slide.ts";
import type { Desk } from "./running-desk.ts";
import { repaired } from "./text-places.ts";

export async function repair({ saving, surface }: Desk, problem: DeskProblem): Promise<void> {
  if (problem.file === null || !(await saving.open(problem.file))) return;
  surface.open(problem.file, repaired(surface.text(), problem));
  saving.touch();
}

export async function except({ words, saving, surface }: Desk, { file, line, rule, message }: DeskProblem): Promise<void> {
  const reason = await askReason(words, message);
  if (reason === null || file === null || line === null || rule === null || !(await saving.open(file))) return;
  surface.open(file, withException(file, surface.text(), line, rule, reason));
  saving.touch();
}

/** Puts a slide before another of its file; null is the end. */
export async function move({ state, saving, surface }: Desk, id: string, before: string | null): Promise<void> {
  const all = slidesOf(state);
  const slide = all.find((one) => one.id === id);
  if (slide === undefined || !(await saving.open(slide.file))) return;
  const moved = moveSlide(surface.text(), all.filter(({ file }) => file === slide.file), id, before);
  if (moved === null) return;
  surface.open(slide.file, moved);
  saving.touch();
}
