/** The files of the project as three tabs: slides by part, tables, settings; no list hides any of them. */
import { button, element } from "../dom.ts";
import type { DeskFile, DeskState } from "../../model/desk.ts";
import type { DeskWords } from "./desk-words.ts";

export interface FileTabs {
  readonly node: HTMLElement;
  readonly show: (state: DeskState) => void;
  /** The file that is open. */
  readonly mark: (path: string) => void;
}

type Kind = DeskFile["kind"];
const KINDS: readonly Kind[] = ["slides", "table", "settings"];

/** A file as a person knows it. */
interface NamedFile extends DeskFile {
  readonly name: string;
}

interface Tabs {
  readonly tabs: ReadonlyMap<Kind, HTMLButtonElement>;
  readonly list: HTMLElement;
  /** What the tabs choose for. */
  readonly panel: HTMLElement;
  readonly words: DeskWords;
  readonly open: (path: string) => void;
  files: readonly NamedFile[];
  /** The file of each tab that was open last. */
  readonly last: Map<Kind, string>;
  path: string;
}

export function createFileTabs(words: DeskWords, panel: HTMLElement, open: (path: string) => void): FileTabs {
  const node = element(document, "div", "desk-files");
  const row = element(document, "div", "desk-tabs");
  const list = element(document, "nav", "desk-file-list");
  const tabs = new Map(KINDS.map((kind) => [kind, button(document, "desk-tab", words.tabs[kind], words.tabs[kind], () => pick(view, kind))]));
  const view: Tabs = { tabs, list, panel, words, open, files: [], last: new Map(), path: "" };
  panel.id = "desk-panel";
  panel.setAttribute("role", "tabpanel");
  row.setAttribute("role", "tablist");
  row.setAttribute("aria-label", words.files);
  for (const [kind, tab] of tabs) {
    tab.id = `desk-tab-${kind}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
  }
  row.append(...tabs.values());
  row.addEventListener("keydown", (event) => walk(view, event));
  node.append(row, list);
  return {
    node,
    show: (state) => {
      const files = namedFiles(words, state);
      if (JSON.stringify(files) === JSON.stringify(view.files)) return;
      view.files = files;
      draw(view);
    },
    mark: (path) => {
      if (path === view.path) return;
      view.path = path;
      draw(view);
    },
  };
}

function pick({ files, last, open }: Tabs, kind: Kind): void {
  const own = files.filter((file) => file.kind === kind);
  const path = (own.find((file) => file.path === last.get(kind)) ?? own[0])?.path;
  if (path !== undefined) open(path);
}

/** Arrows go from tab to tab, as in any row of tabs. */
function walk(view: Tabs, event: KeyboardEvent): void {
  const tabs = [...view.tabs].filter(([, tab]) => !tab.disabled);
  const at = tabs.findIndex(([, tab]) => tab === document.activeElement);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
  const next = to === undefined || at === -1 ? undefined : tabs[(to + tabs.length) % tabs.length];
  if (next === undefined) return;
  event.preventDefault();
  next[1].focus();
  pick(view, next[0]);
}

function draw({ tabs, list, panel, words, open, files, last, path }: Tabs): void {
  const now = files.find((file) => file.path === path)?.kind ?? "slides";
  last.set(now, path);
  for (const [kind, tab] of tabs) {
    tab.disabled = !files.some((file) => file.kind === kind);
    tab.setAttribute("aria-selected", String(kind === now));
    tab.tabIndex = kind === now ? 0 : -1;
  }
  panel.setAttribute("aria-labelledby", tabs.get(now)!.id);
  const own = files.filter(({ kind }) => kind === now);
  const focused = list.contains(document.activeElement);
  list.hidden = own.length < 2;
  list.setAttribute("aria-label", words.tabs[now]);
  list.replaceChildren(...own.map((file) => fileButton(file, file.path === path, open)));
  if (focused) list.querySelector<HTMLElement>("[aria-current]")?.focus();
}

function fileButton({ path, name }: NamedFile, current: boolean, open: (path: string) => void): HTMLButtonElement {
  const made = button(document, "desk-file", name, name, () => open(path));
  made.title = path;
  made.dataset["path"] = path;
  if (current) made.setAttribute("aria-current", "true");
  return made;
}

/** Parts by their titles, a part without one by its first slide, tables by what they hold. */
function namedFiles(words: DeskWords, { files, parts }: DeskState): readonly NamedFile[] {
  const nameOf = ({ path, kind }: DeskFile): string => {
    const plain = path.replace(/^\w+\/|\.\w+$/g, "");
    if (kind === "table") return words.tables[plain] ?? plain;
    const part = parts.find(({ slides }) => slides.some(({ file }) => file === path));
    const title = part?.title === "" ? part.slides[0]?.title : part?.title;
    return title ?? plain;
  };
  return files.map((file) => ({ ...file, name: nameOf(file) }));
}
