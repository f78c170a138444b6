/** Walks through the deck: list of slides, preview and source show the same slide, whichever of them was asked. */
import type { DeskProblem, DeskState } from "../../model/desk.ts";
import { faultySlides, slideAt, slidesOf } from "./deck-places.ts";
import { move } from "./desk-edits.ts";
import type { FromFrame } from "./frame-wire.ts";
import type { Desk } from "./running-desk.ts";

export function hearPreview(desk: Desk, message: FromFrame): void {
  if (message.type === "at") mark(desk, message.id);
  if (message.type === "ready") desk.slides.load();
  if (message.type !== "ready" || desk.state === null) return;
  if (message.revision !== desk.state.revision) desk.preview.node.contentWindow?.location.reload();
  else if (desk.shown !== "") desk.preview.tell({ type: "go", id: desk.shown });
}

export function hearSlides(desk: Desk, message: FromFrame): void {
  if (message.type === "choose") void choose(desk, message.id);
  else if (message.type === "move") void move(desk, message.id, message.before);
  else if (message.type === "ready") tellSlides(desk);
}

/** A list that is as it was is not told again: drawing it takes longer than a key. */
export function showSlides(desk: Desk, before: DeskState | null): void {
  const told = ({ parts, problems }: DeskState): string => JSON.stringify([parts, problems]);
  if (before === null || desk.state === null || told(before) !== told(desk.state)) tellSlides(desk);
}

function tellSlides({ state, slides, shown }: Desk): void {
  if (state === null) return;
  slides.tell({ type: "parts", parts: state.parts, faulty: faultySlides(state) });
  if (shown !== "") slides.tell({ type: "go", id: shown });
}

/** Opens the slide in all three. */
export async function choose(desk: Desk, id: string): Promise<void> {
  const slide = slidesOf(desk.state).find((one) => one.id === id);
  if (slide === undefined) return;
  goToSlide(desk, id);
  if (await desk.saving.open(slide.file)) desk.surface.go(slide.line, 1);
}

/** Opens a file, and shows the first of its slides. */
export async function openFile(desk: Desk, path: string): Promise<void> {
  const first = slidesOf(desk.state).find(({ file }) => file === path);
  if (first !== undefined) await choose(desk, first.id);
  else await desk.saving.open(path);
  desk.files.mark(desk.saving.path());
}

/** Shows a slide while another file stays open. */
export function goToSlide(desk: Desk, id: string): void {
  mark(desk, id);
  desk.preview.tell({ type: "go", id });
}

/** The preview shows the slide in which the cursor stands. */
export function follow(desk: Desk, line: number): void {
  const slide = slideAt(desk.state, desk.saving.path(), line);
  if (slide !== undefined && slide.id !== desk.shown) goToSlide(desk, slide.id);
}

export async function goTo({ saving, surface }: Desk, { file, line, column }: DeskProblem): Promise<void> {
  if (file === null || !(await saving.open(file))) return;
  surface.go(line ?? 1, column ?? 1);
  surface.focus();
}

function mark(desk: Desk, id: string): void {
  if (id === desk.shown || id === "") return;
  desk.shown = id;
  desk.slides.tell({ type: "go", id });
}
