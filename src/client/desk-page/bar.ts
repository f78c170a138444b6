/** The bar above the desk: title, undo and redo, and whether everything is saved. */
import { button, element } from "../dom.ts";
import type { DeskState } from "../../model/desk.ts";
import type { DeskWords } from "./desk-words.ts";
import type { Saved } from "./saving.ts";

export interface Bar {
  readonly node: HTMLElement;
  readonly show: (state: DeskState) => void;
  readonly tell: (saved: Saved, message: string) => void;
  readonly connected: (connected: boolean) => void;
}

/** In milliseconds. */
const PATIENCE = 400;

export function createBar(words: DeskWords, { step, tools }: { readonly step: (way: "undo" | "redo") => void; readonly tools: readonly HTMLElement[] }): Bar {
  const node = element(document, "header", "desk-bar");
  const title = element(document, "h1", "");
  const undo = button(document, "desk-button", words.undo, words.undo, () => step("undo"));
  const redo = button(document, "desk-button", words.redo, words.redo, () => step("redo"));
  const status = element(document, "p", "desk-status", words.saved);
  status.setAttribute("role", "status");
  const back = element(document, "a", "desk-button desk-back", words.begin);
  back.href = "../../";
  node.append(back, title, undo, redo, status, ...tools);
  let message: Saved = "saved";
  let patience: ReturnType<typeof setTimeout> | null = null;
  let undoable = false;
  const say = (text: string): void => {
    if (patience !== null) clearTimeout(patience);
    patience = null;
    status.textContent = text;
  };
  addEventListener("beforeunload", (event) => message !== "saved" && event.preventDefault());
  return {
    node,
    show: (state) => {
      title.textContent = state.title;
      undoable = state.undo !== null;
      undo.disabled = !undoable && message !== "unsaved";
      redo.disabled = state.redo === null;
      undo.title = state.undo ?? "";
      redo.title = state.redo ?? "";
    },
    tell: (saved, text) => {
      message = saved;
      undo.disabled = !undoable && saved !== "unsaved";
      status.classList.toggle("bad", saved === "unsaved");
      // Most keys are written before anyone could read that they are being written.
      if (saved === "saving") patience ??= setTimeout(() => say(words.saving), PATIENCE);
      else say(text === "" ? words[saved] : text);
    },
    connected: (connected) => {
      document.body.classList.toggle("lost", !connected);
      say(connected ? words[message] : words.lost);
      status.classList.toggle("bad", !connected);
    },
  };
}
