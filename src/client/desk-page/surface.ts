/** What a file is written on: a grid for tables, the editor for all else and for whoever prefers text. */
import type { DeskProblem } from "../../model/desk.ts";
import { button, element } from "../dom.ts";
import type { DeskWords } from "./desk-words.ts";
import type { Editor } from "./editor.ts";
import type { TableGrid } from "./table-grid.ts";

export interface Surface {
  readonly node: HTMLElement;
  readonly open: (path: string, text: string) => void;
  readonly text: () => string;
  readonly go: (line: number, column: number) => void;
  readonly setProblems: (problems: readonly DeskProblem[]) => void;
  readonly focus: () => void;
}

export function createSurface(words: DeskWords, editor: Editor, grid: TableGrid, onOpened: () => void): Surface {
  const node = element(document, "div", "desk-surface");
  let path = "";
  let asText = false;
  const isGrid = (): boolean => path.endsWith(".csv") && !asText;
  const toggle = button(document, "desk-button desk-toggle", words.asText, words.asText, () => {
    const text = surface.text();
    asText = !asText;
    show(text);
    onOpened();
  });
  const show = (text: string): void => {
    toggle.hidden = !path.endsWith(".csv");
    toggle.textContent = asText ? words.asTable : words.asText;
    editor.node.hidden = isGrid();
    grid.node.hidden = !isGrid();
    if (isGrid()) grid.open(text);
    else editor.open(path, text);
  };
  const surface: Surface = {
    node,
    open: (next, text) => {
      path = next;
      show(text);
    },
    text: () => (isGrid() ? grid.text() : editor.text()),
    go: (line, column) => (isGrid() ? grid.go(line, column) : editor.go(line, column)),
    setProblems: (problems) => (isGrid() ? grid : editor).setProblems(problems),
    // A cell has the focus already when it was gone to.
    focus: () => (isGrid() ? undefined : editor.focus()),
  };
  node.append(toggle, editor.node, grid.node);
  return surface;
}
