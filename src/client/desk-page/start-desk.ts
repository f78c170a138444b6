/** Puts the desk together: slides, preview, source and checks around one state from the server. */
import { button, element } from "../dom.ts";
import type { DeskState } from "../../model/desk.ts";
import type { DeckForms } from "../../model/form.ts";
import { askWhich } from "./ask-which.ts";
import { createBar } from "./bar.ts";
import { problemsOf, slidesOf, titleOf } from "./deck-places.ts";
import { except, repair } from "./desk-edits.ts";
import { follow, goTo, goToSlide, hearPreview, hearSlides, openFile, showSlides } from "./desk-walk.ts";
import { deskWords, type DeskWords } from "./desk-words.ts";
import { createEditor } from "./editor.ts";
import { createFileTabs } from "./file-tabs.ts";
import { formWords } from "./form-words.ts";
import { createFrame } from "./frame-wire.ts";
import { createOutputs } from "./outputs.ts";
import { createProblems } from "./problems.ts";
import { openReview } from "./review.ts";
import type { Desk } from "./running-desk.ts";
import { createSaving, type Saving } from "./saving.ts";
import { listenToServer, readForms, readUses } from "./server.ts";
import { createSettingsForm } from "./settings-form.ts";
import { createSlideForm } from "./slide-form.ts";
import { watchTyping } from "./still.ts";
import { createSurface, type Surface } from "./surface.ts";
import { createTableGrid } from "./table-grid.ts";
import { cellOffers, type CellOffer } from "./table-offers.ts";

export function startDesk(body: HTMLElement): void {
  const words = deskWords(document.documentElement.lang);
  const outputs = createOutputs(words.out);
  const review = button(document, "desk-button desk-review-button", words.review, words.review, () => openReview(desk));
  review.hidden = true;
  const surface = createDeskSurface(words, () => desk);
  const desk: Desk = {
    words,
    state: null,
    shown: "",
    bar: createBar(words, { step: (way) => void desk.saving.step(way), tools: [review, button(document, "desk-button desk-make", words.out.heading, words.out.heading, () => outputs.open())] }),
    surface,
    saving: createDeskSaving(words, () => desk),
    files: createFileTabs(words, surface.node, (path) => void openFile(desk, path)),
    problems: createProblems(words, { go: (problem) => void goTo(desk, problem), repair: (problem) => void repair(desk, problem), except: (problem) => void except(desk, problem) }),
    preview: createFrame("preview", words.preview, (message) => hearPreview(desk, message)),
    slides: createFrame("slides", words.slides, (message) => hearSlides(desk, message)),
  };
  body.append(desk.bar.node, layOut(desk));
  // Pages in frames take turns: the slide that is worked on comes first.
  desk.preview.load();
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
  const onChange = (typed: boolean): void => desk().saving.touch(typed);
  const forms = readForms();
  const form = { words: formWords(document.documentElement.lang), zh: words.zh, forms, onChange, onLost: () => desk().saving.lost() };
  let known: DeckForms | null = null;
  void forms.then((read) => (known = read));
  const offers = (column: string): readonly CellOffer[] => cellOffers(desk().saving.path(), column, { state: desk().state, forms: known, zh: words.zh });
  const editor = createEditor({
    words,
    forms,
    nonce: document.querySelector<HTMLMetaElement>("meta[name=luduan-nonce]")?.content ?? "",
    names: () => desk().state?.names ?? [],
    onChange: () => onChange(true),
    onLine: (line) => follow(desk(), line),
  });
  const views = {
    editor,
    grid: createTableGrid(words, () => onChange(false), offers, { uses: () => readUses(desk().saving.path()), titleOf: (id) => titleOf(desk().state, id), choose: (id) => goToSlide(desk(), id) }),
    slide: createSlideForm({ ...form, names: () => desk().state?.names ?? [] }),
    settings: createSettingsForm({ ...form, state: () => desk().state }),
  };
  return createSurface(words, views, () => desk().surface.setProblems(problemsOf(desk().state, desk().saving.path())));
}

function createDeskSaving(words: DeskWords, desk: () => Desk): Saving {
  return createSaving({
    text: () => desk().surface.text(),
    settle: () => desk().surface.settle(),
    pending: () => desk().surface.pending(),
    still: watchTyping(document),
    show: ({ path, text }) => {
      desk().surface.open(path, text);
      desk().files.mark(path);
      desk().surface.setProblems(problemsOf(desk().state, path));
    },
    tell: (saved, message) => desk().bar.tell(saved, message),
    ask: (mine, now) => askWhich(words, mine, now, (text) => desk().saving.choose(text, now)),
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
  if (state.revision === 0) desk.slides.load();
  // A deck that was broken from the start has no page to patch.
  if (before?.revision === 0 && state.revision > 0) for (const { node } of [desk.preview, desk.slides]) node.contentWindow?.location.reload();
  desk.state = state;
  document.title = state.title === "" ? "Luduan" : `${state.title} – Luduan`;
  desk.bar.show(state);
  desk.files.show(state);
  desk.problems.show(state.problems, state.untold);
  showSlides(desk, before);
  const begin = slidesOf(state)[0]?.file ?? state.files[0]?.path;
  if (before === null && begin !== undefined) void desk.saving.open(begin);
  else void desk.saving.look().then(() => desk.surface.setProblems(problemsOf(desk.state, desk.saving.path())));
}
