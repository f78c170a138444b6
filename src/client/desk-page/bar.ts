/** The bar above the desk: title, undo and redo, whether everything is saved, and what can be made. */
import { button, element } from "../dom.ts";
import type { DeskBuild, DeskState } from "../../model/desk.ts";
import { startBuild } from "./server.ts";
import type { DeskWords } from "./desk-words.ts";
import type { Saved } from "./saving.ts";

export interface Bar {
  readonly node: HTMLElement;
  readonly show: (state: DeskState) => void;
  readonly tell: (saved: Saved, message: string) => void;
  readonly connected: (connected: boolean) => void;
  readonly build: (build: DeskBuild) => void;
}

export function createBar(words: DeskWords, { step }: { readonly step: (way: "undo" | "redo") => void }): Bar {
  const node = element(document, "header", "desk-bar");
  const title = element(document, "h1", "");
  const undo = button(document, "desk-button", words.undo, words.undo, () => step("undo"));
  const redo = button(document, "desk-button", words.redo, words.redo, () => step("redo"));
  const status = element(document, "p", "desk-status", words.saved);
  const progress = element(document, "p", "desk-progress");
  status.setAttribute("role", "status");
  progress.setAttribute("role", "status");
  const only = element(document, "select", "");
  only.setAttribute("aria-label", words.make);
  only.append(new Option(words.all, ""), ...Object.entries(words.outputs).map(([name, text]) => new Option(text, name)));
  const make = button(document, "desk-button desk-make", words.make, words.make, () => void begin());
  const back = element(document, "a", "desk-button desk-back", words.begin);
  back.href = "../../";
  node.append(back, title, undo, redo, status, progress, only, make);
  let message: Saved = "saved";
  const begin = async (): Promise<void> => {
    make.disabled = true;
    progress.textContent = words.making(0);
    if (!(await startBuild(only.value === "" ? null : [only.value]))) make.disabled = false;
  };
  addEventListener("beforeunload", (event) => message !== "saved" && event.preventDefault());
  return {
    node,
    show: (state) => {
      title.textContent = state.title;
      undo.disabled = state.undo === null;
      redo.disabled = state.redo === null;
      undo.title = state.undo ?? "";
      redo.title = state.redo ?? "";
    },
    tell: (saved, text) => {
      message = saved;
      status.textContent = text === "" ? words[saved] : text;
      status.classList.toggle("bad", saved === "unsaved");
    },
    connected: (connected) => {
      document.body.classList.toggle("lost", !connected);
      if (!connected) status.textContent = words.lost;
      else status.textContent = words[message];
      status.classList.toggle("bad", !connected);
    },
    build: ({ done, ok, message: text }) => {
      make.disabled = ok === null;
      progress.textContent = ok === null ? words.making(done.length) : ok ? words.made(text) : `${words.failed} ${text}`;
      progress.classList.toggle("bad", ok === false);
    },
  };
}
