/** Puts the desk together: slides, preview, source and checks around one state from the server. */
import { button, element } from "../dom.ts";
import type { DeskProblem, DeskSlide, DeskState, DeskText } from "../../model/desk.ts";
import { askReason } from "./ask-reason.ts";
import { createBar, type Bar } from "./bar.ts";
import { deskWords, type DeskWords } from "./desk-words.ts";
import { createEditor } from "./editor.ts";
import { withException } from "./exception.ts";
import { createFileList, type FileList } from "./file-list.ts";
import { formWords } from "./form-words.ts";
import { createFrame, type Frame, type FromFrame } from "./frame-wire.ts";
import { moveSlide } from "./move-slide.ts";
import { createOutputs } from "./outputs.ts";
import { createProblems, type Problems } from "./problems.ts";
import { createSaving, type Saving } from "./saving.ts";
import { openReview } from "./review.ts";
import { listenToServer, readForms, readUses } from "./server.ts";
import { createSettingsForm } from "./settings-form.ts";
import { createSlideForm } from "./slide-form.ts";
import { createSurface, type Surface } from "./surface.ts";
import { createTableGrid } from "./table-grid.ts";
import { repaired } from "./text-places.ts";

/** What runs on the page. */
interface Desk {
  readonly words: DeskWords;
  readonly bar: Bar;
  readonly surface: Surface;
  readonly saving: Saving;
  readonly files: FileList;
  readonly problems: Problems;
  readonly preview: Frame;
  readonly slides: Frame;
  state: DeskState | null;
  /** The slide of the preview. */
  shown: string;
}

export function startDesk(body: HTMLElement): void {
  const words = deskWords(document.documentElement.lang);
  const outputs = createOutputs(words.out);
  const review = button(document, "desk-button desk-review-button", words.review, words.review, () => openReview(words));
  review.hidden = true;
  const desk: Desk = {
    words,
    state: null,
    shown: "",
    bar: createBar(words, { step: (way) => void desk.saving.step(way), tools: [review, button(document, "desk-button desk-make", words.out.heading, words.out.heading, () => outputs.open())] }),
    surface: createDeskSurface(words, () => desk),
    saving: createDeskSaving(body, words, () => desk),
    files: createFileList(words, (path) => void desk.saving.open(path)),
    problems: createProblems(words, { go: (problem) => void goTo(desk, problem), repair: (problem) => void repair(desk, problem), except: (problem) => void except(desk, problem) }),
    preview: createFrame("preview", words.preview, (message) => hearPreview(desk, message)),
    slides: createFrame("slides", words.slides, (message) => hearSlides(desk, message)),
  };
  body.append(desk.bar.node, layOut(desk));
  listenToServer({
    connected: desk.bar.connected,
    build: outputs.build,
    patch: (patch) => {
      for (const frame of [desk.preview, desk.slides]) frame.tell({ type: "patch", patch });
    },
    state: (state) => {
      review.hidden = !state.review;
      takeState(desk, state);
    },
  });
}

function createDeskSurface(words: DeskWords, desk: () => Desk): Surface {
  const onChange = (): void => desk().saving.touch();
  const forms = readForms();
  const form = { words: formWords(document.documentElement.lang), zh: words.zh, forms, onChange };
  const editor = createEditor({
    words,
    forms,
    nonce: document.querySelector<HTMLMetaElement>("meta[name=luduan-nonce]")?.content ?? "",
    names: () => desk().state?.names ?? [],
    onChange,
    onLine: (line) => follow(desk(), line),
  });
  const views = {
    editor,
    grid: createTableGrid(words, onChange, { uses: () => readUses(desk().saving.path()), titleOf: (id) => titleOf(desk().state, id), choose: (id) => goToSlide(desk(), id) }),
    slide: createSlideForm({ ...form, names: () => desk().state?.names ?? [] }),
    settings: createSettingsForm({ ...form, state: () => desk().state }),
  };
  return createSurface(words, views, () => desk().surface.setProblems(problemsOf(desk(), desk().saving.path())));
}

function createDeskSaving(body: HTMLElement, words: DeskWords, desk: () => Desk): Saving {
  return createSaving({
    text: () => desk().surface.text(),
    settle: () => desk().surface.settle(),
    show: ({ path, text }) => {
      desk().surface.open(path, text);
      desk().files.mark(path);
      desk().surface.setProblems(problemsOf(desk(), path));
    },
    tell: (saved, message) => desk().bar.tell(saved, message),
    ask: (mine, now) => askWhich(body, words, mine, now, (text) => desk().saving.choose(text, now.sum)),
  });
}

function layOut({ words, slides, preview, problems, files, surface }: Desk): HTMLElement {
  const main = element(document, "main", "desk-main");
  const middle = element(document, "div", "desk-middle");
  const stage = element(document, "div", "desk-stage");
  const source = element(document, "section", "desk-source");
  slides.node.className = "desk-slides-frame";
  stage.append(preview.node);
  middle.append(stage, problems.node);
  source.setAttribute("aria-label", words.source);
  files.node.append(surface.toggle);
  source.append(files.node, surface.node);
  main.append(slides.node, middle, source);
  return main;
}

function takeState(desk: Desk, state: DeskState): void {
  const before = desk.state;
  // A deck that was broken from the start has no page to patch.
  if (before?.revision === 0 && state.revision > 0) for (const { node } of [desk.preview, desk.slides]) node.contentWindow?.location.reload();
  desk.state = state;
  document.title = state.title === "" ? "Luduan" : `${state.title} – Luduan`;
  desk.bar.show(state);
  desk.files.show(state.files);
  desk.problems.show(state.problems, state.untold);
  tellSlides(desk);
  const begin = slidesOf(state)[0]?.file ?? state.files[0]?.path;
  if (before === null && begin !== undefined) void desk.saving.open(begin);
  else void desk.saving.look().then(() => desk.surface.setProblems(problemsOf(desk, desk.saving.path())));
}

function hearPreview(desk: Desk, message: FromFrame): void {
  if (message.type === "at") show(desk, message.id);
  if (message.type !== "ready" || desk.state === null) return;
  if (message.revision !== desk.state.revision) desk.preview.node.contentWindow?.location.reload();
  else if (desk.shown !== "") desk.preview.tell({ type: "go", id: desk.shown });
}

function hearSlides(desk: Desk, message: FromFrame): void {
  if (message.type === "choose") void choose(desk, message.id);
  else if (message.type === "move") void move(desk, message.id, message.before);
  else if (message.type === "ready") tellSlides(desk);
}

function tellSlides({ state, slides, shown }: Desk): void {
  if (state === null) return;
  slides.tell({ type: "parts", parts: state.parts, faulty: faultySlides(state) });
  if (shown !== "") slides.tell({ type: "go", id: shown });
}

function show(desk: Desk, id: string): void {
  if (id === desk.shown || id === "") return;
  desk.shown = id;
  desk.slides.tell({ type: "go", id });
}

async function choose(desk: Desk, id: string): Promise<void> {
  const slide = slidesOf(desk.state).find((one) => one.id === id);
  if (slide === undefined) return;
  show(desk, id);
  desk.preview.tell({ type: "go", id });
  if (await desk.saving.open(slide.file)) desk.surface.go(slide.line, 1);
}

/** The preview shows the slide in which the cursor stands. */
function follow(desk: Desk, line: number): void {
  const slide = slideAt(desk.state, desk.saving.path(), line);
  if (slide === undefined || slide.id === desk.shown) return;
  show(desk, slide.id);
  desk.preview.tell({ type: "go", id: slide.id });
}

async function goTo({ saving, surface }: Desk, { file, line, column }: DeskProblem): Promise<void> {
  if (file === null || !(await saving.open(file))) return;
  surface.go(line ?? 1, column ?? 1);
  surface.focus();
}

async function repair({ saving, surface }: Desk, problem: DeskProblem): Promise<void> {
  if (problem.file === null || !(await saving.open(problem.file))) return;
  surface.open(problem.file, repaired(surface.text(), problem));
  saving.touch();
}

async function except({ words, saving, surface }: Desk, { file, line, rule, message }: DeskProblem): Promise<void> {
  const reason = await askReason(words, message);
  if (reason === null || file === null || line === null || rule === null || !(await saving.open(file))) return;
  surface.open(file, withException(file, surface.text(), line, rule, reason));
  saving.touch();
}

async function move({ state, saving, surface }: Desk, id: string, before: string | null): Promise<void> {
  const all = slidesOf(state);
  const slide = all.find((one) => one.id === id);
  if (slide === undefined || !(await saving.open(slide.file))) return;
  const moved = moveSlide(surface.text(), all.filter(({ file }) => file === slide.file), id, before);
  if (moved === null) return;
  surface.open(slide.file, moved);
  saving.touch();
}

/** Number and title, as the list of slides has them. */
function titleOf(state: DeskState | null, id: string): string {
  const index = slidesOf(state).findIndex((slide) => slide.id === id);
  return index === -1 ? id : `${index + 1} ${slidesOf(state)[index]!.title}`;
}

/** Shows a slide while the table stays open. */
function goToSlide(desk: Desk, id: string): void {
  show(desk, id);
  desk.preview.tell({ type: "go", id });
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
    const chosen = button(document, "desk-button", label, label, () => {
      dialog.close();
      dialog.remove();
      take(text);
    });
    made.append(element(document, "h3", "", title), shown, chosen);
    return made;
  };
  sides.append(side(words.mine, mine, words.keepMine), side(words.theirs, now.text, words.takeTheirs));
  dialog.append(element(document, "p", "", words.changedElsewhere), sides);
  // Neither may be dropped by a key that was meant for something else.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  body.append(dialog);
  dialog.showModal();
}
