/** Puts the desk together: slides, preview, source and checks around one state from the server. */
import { button, element } from "../dom.ts";
import type { DeskProblem, DeskSlide, DeskState, DeskText } from "../../model/desk.ts";
import { listenToServer } from "./server.ts";
import { createBar } from "./bar.ts";
import { deskWords, type DeskWords } from "./desk-words.ts";
import { createEditor, type Editor } from "./editor.ts";
import { createFileList } from "./file-list.ts";
import { createFrame, type Frame } from "./frame-wire.ts";
import { moveSlide } from "./move-slide.ts";
import { createProblems } from "./problems.ts";
import { createSaving, type Saving } from "./saving.ts";
import { createSurface } from "./surface.ts";
import { createTableGrid } from "./table-grid.ts";

/** What runs on the page. */
interface Desk {
  state: DeskState | null;
  /** The slide of the preview. */
  shown: string;
}

export function startDesk(body: HTMLElement): void {
  const words = deskWords(document.documentElement.lang);
  const desk: Desk = { state: null, shown: "" };
  const bar = createBar(words, { step: (way) => void stepBack(way) });
  const editor: Editor = createEditor({
    words,
    nonce: document.querySelector<HTMLMetaElement>("meta[name=luduan-nonce]")?.content ?? "",
    names: () => desk.state?.names ?? [],
    onChange: () => saving.touch(),
    onLine: (line) => follow(line),
  });
  const surface = createSurface(words, editor, createTableGrid(words, () => saving.touch()), () => surface.setProblems(problemsOf(desk, saving.path())));
  const saving: Saving = createSaving({
    text: surface.text,
    show: ({ path, text }) => {
      surface.open(path, text);
      files.mark(path);
      surface.setProblems(problemsOf(desk, path));
    },
    tell: bar.tell,
    ask: (mine, now) => askWhich(body, words, mine, now, (text) => saving.choose(text, now.sum)),
  });
  const files = createFileList(words, (path) => void saving.open(path));
  const problems = createProblems(words, (problem) => void goTo(problem), (problem) => void repair(problem));
  const preview: Frame = createFrame("preview", words.preview, (message) => {
    if (message.type === "at") show(message.id);
    else if (message.type === "ready" && message.revision !== desk.state?.revision && desk.state !== null) preview.node.contentWindow?.location.reload();
    else if (message.type === "ready" && desk.shown !== "") preview.tell({ type: "go", id: desk.shown });
  });
  const slides: Frame = createFrame("slides", words.slides, (message) => {
    if (message.type === "choose") void choose(message.id);
    else if (message.type === "move") void move(message.id, message.before);
    else if (message.type === "ready") tellSlides();
  });
  body.append(bar.node, layOut(words, slides, preview, problems.node, files.node, surface.node));

  const tellSlides = (): void => {
    if (desk.state === null) return;
    slides.tell({ type: "parts", parts: desk.state.parts, faulty: faultySlides(desk.state) });
    if (desk.shown !== "") slides.tell({ type: "go", id: desk.shown });
  };
  const show = (id: string): void => {
    if (id === desk.shown || id === "") return;
    desk.shown = id;
    slides.tell({ type: "go", id });
  };
  const choose = async (id: string): Promise<void> => {
    const slide = slidesOf(desk.state).find((one) => one.id === id);
    if (slide === undefined) return;
    show(id);
    preview.tell({ type: "go", id });
    if (await saving.open(slide.file)) surface.go(slide.line, 1);
  };
  /** The preview shows the slide in which the cursor stands. */
  const follow = (line: number): void => {
    const slide = slideAt(desk.state, saving.path(), line);
    if (slide === undefined || slide.id === desk.shown) return;
    show(slide.id);
    preview.tell({ type: "go", id: slide.id });
  };
  const goTo = async ({ file, line, column }: DeskProblem): Promise<void> => {
    if (file === null || !(await saving.open(file))) return;
    surface.go(line ?? 1, column ?? 1);
    surface.focus();
  };
  const repair = async (problem: DeskProblem): Promise<void> => {
    if (problem.file === null || !(await saving.open(problem.file))) return;
    surface.open(problem.file, repaired(surface.text(), problem));
    saving.touch();
  };
  const stepBack = async (way: "undo" | "redo"): Promise<void> => {
    await saving.step(way);
  };
  const move = async (id: string, before: string | null): Promise<void> => {
    const all = slidesOf(desk.state);
    const slide = all.find((one) => one.id === id);
    if (slide === undefined || !(await saving.open(slide.file))) return;
    const moved = moveSlide(surface.text(), all.filter(({ file }) => file === slide.file), id, before);
    if (moved !== null) {
      surface.open(slide.file, moved);
      saving.touch();
    }
  };
  listenToServer({
    connected: bar.connected,
    build: bar.build,
    patch: (patch) => {
      preview.tell({ type: "patch", patch });
      slides.tell({ type: "patch", patch });
    },
    state: (state) => {
      const first = desk.state === null;
      // A deck that was broken from the start has no page to patch.
      if (desk.state !== null && desk.state.revision === 0 && state.revision > 0) for (const { node } of [preview, slides]) node.contentWindow?.location.reload();
      desk.state = state;
      document.title = state.title === "" ? "Luduan" : `${state.title} – Luduan`;
      bar.show(state);
      files.show(state.files);
      problems.show(state.problems, state.untold);
      tellSlides();
      const begin = slidesOf(state)[0]?.file ?? state.files[0]?.path;
      if (first && begin !== undefined) void saving.open(begin);
      else void saving.look().then(() => surface.setProblems(problemsOf(desk, saving.path())));
    },
  });
}

function layOut(words: DeskWords, slides: Frame, preview: Frame, problems: HTMLElement, files: HTMLElement, surface: HTMLElement): HTMLElement {
  const main = element(document, "main", "desk-main");
  const middle = element(document, "div", "desk-middle");
  const stage = element(document, "div", "desk-stage");
  const source = element(document, "section", "desk-source");
  slides.node.className = "desk-slides-frame";
  stage.append(preview.node);
  middle.append(stage, problems);
  source.setAttribute("aria-label", words.source);
  source.append(files, surface);
  main.append(slides.node, middle, source);
  return main;
}

/** The text with a repair made. */
function repaired(text: string, { fix }: DeskProblem): string {
  if (fix === null) return text;
  const lines = text.split("\n");
  const offset = (line: number, column: number): number => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return text.slice(0, offset(fix.line, fix.column)) + fix.replacement + text.slice(offset(fix.endLine, fix.endColumn));
}

function slidesOf(state: DeskState | null): readonly DeskSlide[] {
  return (state?.parts ?? []).flatMap((part) => part.slides);
}

/** The slide that is written at a line of a file: the last that begins before it. */
function slideAt(state: DeskState | null, file: string, line: number): DeskSlide | undefined {
  const before = slidesOf(state).filter((slide) => slide.file === file && slide.line <= line);
  const last = Math.max(...before.map((slide) => slide.line));
  return before.find((slide) => slide.line === last);
}

function problemsOf({ state }: Desk, path: string): readonly DeskProblem[] {
  return (state?.problems ?? []).filter(({ file }) => file === path);
}

function faultySlides(state: DeskState): readonly string[] {
  return state.problems.flatMap(({ severity, file, line }) => (severity === "note" || file === null || line === null ? [] : [slideAt(state, file, line)?.id ?? ""]));
}

/** Both versions side by side; the one that is not chosen can still be taken back by undo. */
function askWhich(body: HTMLElement, words: DeskWords, mine: string, now: DeskText, take: (text: string) => void): void {
  const dialog = element(document, "dialog", "desk-which");
  const sides = element(document, "div", "desk-sides");
  const side = (title: string, text: string, label: string): HTMLElement => {
    const made = element(document, "section", "");
    const shown = element(document, "textarea", "", "");
    shown.value = text;
    shown.readOnly = true;
    shown.setAttribute("aria-label", title);
    const choose = button(document, "desk-button", label, label, () => {
      dialog.close();
      dialog.remove();
      take(text);
    });
    made.append(element(document, "h3", "", title), shown, choose);
    return made;
  };
  sides.append(side(words.mine, mine, words.keepMine), side(words.theirs, now.text, words.takeTheirs));
  dialog.append(element(document, "p", "", words.changedElsewhere), sides);
  // Neither may be dropped by a key that was meant for something else.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  body.append(dialog);
  dialog.showModal();
}
