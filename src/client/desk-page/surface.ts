/** What a file is written on: a grid for tables, forms for slides and settings, the editor for all else and for whoever prefers text. */
import type { DeskProblem } from "../../model/desk.ts";
import { button, element } from "../dom.ts";
import type { DeskWords } from "./desk-words.ts";
import type { Editor } from "./editor.ts";
import type { SettingsFormView } from "./settings-form.ts";
import type { SlideFormView } from "./slide-form.ts";
import type { TableGrid } from "./table-grid.ts";

export interface Surface {
  readonly node: HTMLElement;
  /** Between the form or the table of a file and its text. */
  readonly toggle: HTMLElement;
  readonly open: (path: string, text: string) => void;
  readonly text: () => string;
  /** Resolves when all that was typed is in the text. */
  readonly settle: () => Promise<void>;
  /** Whether something that was typed is not in the text yet. */
  readonly pending: () => boolean;
  readonly go: (line: number, column: number) => void;
  readonly setProblems: (problems: readonly DeskProblem[]) => void;
  readonly focus: () => void;
}

interface Views {
  readonly editor: Editor;
  readonly grid: TableGrid;
  readonly slide: SlideFormView;
  readonly settings: SettingsFormView;
}

type Kind = keyof Views;

/** What a file is shown on by who does not ask for its text. */
function kindOf(path: string): Kind {
  return path.endsWith(".csv") ? "grid" : path.endsWith(".md") ? "slide" : path.endsWith("deck.yaml") ? "settings" : "editor";
}

export function createSurface(words: DeskWords, views: Views, onOpened: () => void): Surface {
  const node = element(document, "div", "desk-surface");
  const { editor, grid, slide, settings } = views;
  let path = "";
  let line = 1;
  // Who writes slides as text may still want tables as tables.
  const asText = new Set<Kind>();
  const kind = (): Kind => (asText.has(kindOf(path)) ? "editor" : kindOf(path));
  const toggle = button(document, "desk-button desk-toggle", words.asText, words.asText, () => {
    void surface.settle().then(() => {
      const text = surface.text();
      if (!asText.delete(kindOf(path))) asText.add(kindOf(path));
      show(text);
      surface.go(line, 1);
      onOpened();
    });
  });
  const show = (text: string): void => {
    const shown = kind();
    toggle.hidden = kindOf(path) === "editor";
    toggle.textContent = asText.has(kindOf(path)) ? (kindOf(path) === "grid" ? words.asTable : words.asForm) : words.asText;
    toggle.setAttribute("aria-label", toggle.textContent);
    for (const [name, view] of Object.entries(views)) view.node.hidden = name !== shown;
    if (shown === "grid") grid.open(text);
    else if (shown === "slide") slide.open(path, text);
    else if (shown === "settings") settings.open(text);
    else editor.open(path, text);
  };
  const surface: Surface = {
    node,
    toggle,
    open: (next, text) => {
      if (next !== path) line = 1;
      path = next;
      show(text);
    },
    text: () => views[kind()].text(),
    settle: async () => {
      grid.settle();
      await slide.settle();
      await settings.settle();
    },
    pending: () => slide.pending() || settings.pending(),
    go: (to, column) => {
      line = to;
      const shown = kind();
      if (shown === "grid") grid.go(to, column);
      else if (shown === "slide") slide.go(to);
      else if (shown === "editor") editor.go(to, column);
    },
    setProblems: (problems) => {
      if (kind() === "grid") grid.setProblems(problems);
      else if (kind() === "editor") editor.setProblems(problems);
    },
    // A cell has the focus already when it was gone to; a form keeps it in its list.
    focus: () => (kind() === "editor" ? editor.focus() : undefined),
  };
  node.append(...Object.values(views).map((view) => view.node));
  return surface;
}
