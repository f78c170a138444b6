/** The editor of one file: every change is written soon after the last key. */
import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { linter, lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Text } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { commonEnds } from "../../model/common-ends.ts";
import type { DeskProblem, DeskState } from "../../model/desk.ts";
import type { DeckForms } from "../../model/form.ts";
import { offersAt } from "./complete.ts";
import type { DeskWords } from "./desk-words.ts";
import { languageOf } from "./language.ts";

export interface Editor {
  readonly node: HTMLElement;
  /** Shows another file, or another content of the same: then place and selection stay. */
  readonly open: (path: string, text: string) => void;
  readonly text: () => string;
  /** Puts the cursor there and shows it; 1-based. */
  readonly go: (line: number, column: number) => void;
  /** The problems of the open file. */
  readonly setProblems: (problems: readonly DeskProblem[]) => void;
  readonly focus: () => void;
}

interface Options {
  readonly words: DeskWords;
  readonly nonce: string;
  /** Ids of indicators with their names. */
  readonly names: () => DeskState["names"];
  /** The language of the deck, once it is here. */
  readonly forms: Promise<DeckForms | null>;
  readonly onChange: () => void;
  /** The cursor stands in another line. */
  readonly onLine: (line: number) => void;
}

export function createEditor({ words, nonce, names, forms, onChange, onLine }: Options): Editor {
  const node = document.createElement("div");
  node.className = "desk-editor";
  const language = new Compartment();
  let path = "";
  let quiet = false;
  let line = 0;
  const extensions = [
    EditorView.cspNonce.of(nonce),
    lineNumbers(), history(), drawSelection(), highlightActiveLine(), search(), highlightSelectionMatches(), lintGutter(), linter(null),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": words.source, spellcheck: "false", tabindex: "0" }),
    autocompletion({ override: [async (context) => complete(context, path, { forms: await forms, names: names(), zh: words.zh })] }),
    // Tab leaves the editor where it has nothing to indent: Escape first, as everywhere in the web.
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
    EditorView.domEventHandlers({ compositionend: () => onChange() }),
    EditorView.updateListener.of((update) => {
      // What an input method has not finished is not written.
      if (update.docChanged && !quiet && !update.view.composing) onChange();
      const now = update.state.doc.lineAt(update.state.selection.main.head).number;
      if (now !== line && !quiet) onLine((line = now));
    }),
  ];
  const view = new EditorView({ parent: node, state: EditorState.create({ extensions }) });
  const open = (next: string, text: string): void => {
    quiet = true;
    if (next === path) {
      if (view.state.doc.toString() !== text) view.dispatch({ changes: changeTo(view.state.doc, text) });
    } else {
      path = next;
      line = 0;
      view.setState(EditorState.create({ doc: text, extensions: [...extensions, language.of(languageOf(path))] }));
    }
    quiet = false;
  };
  const go = (to: number, column: number): void => {
    const place = offsetOf(view.state.doc, to, column);
    view.dispatch({ selection: { anchor: place }, effects: EditorView.scrollIntoView(place, { y: "center" }) });
  };
  return {
    node,
    open,
    go,
    text: () => view.state.doc.toString(),
    setProblems: (problems) => view.dispatch(setDiagnostics(view.state, problems.flatMap((problem) => markOf(view.state.doc, problem, words)))),
    focus: () => view.focus(),
  };
}

/** The one change between two texts, so that cursor and folds stay. */
function changeTo(doc: Text, text: string): { readonly from: number; readonly to: number; readonly insert: string } {
  const old = doc.toString();
  const { head, tail } = commonEnds(old, text);
  return { from: head, to: old.length - tail, insert: text.slice(head, text.length - tail) };
}

function offsetOf(doc: Text, line: number, column: number): number {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + column - 1, found.to);
}

function markOf(doc: Text, { severity, message, hint, line, column, endLine, endColumn, fix }: DeskProblem, words: DeskWords): readonly Diagnostic[] {
  if (line === null || column === null || endLine === null || endColumn === null) return [];
  const from = offsetOf(doc, line, column);
  const to = Math.max(from, offsetOf(doc, endLine, endColumn));
  const actions = fix === null ? [] : [{ name: `${words.repair} ${fix.replacement}`, apply: (view: EditorView) => view.dispatch({ changes: { from: offsetOf(view.state.doc, fix.line, fix.column), to: offsetOf(view.state.doc, fix.endLine, fix.endColumn), insert: fix.replacement } }) }];
  return [{ from, to, severity: severity === "note" ? "info" : severity, message: hint === null ? message : `${message}\n${hint}`, actions }];
}

function complete(context: CompletionContext, path: string, known: Parameters<typeof offersAt>[2]): CompletionResult | null {
  const found = offersAt(path, context.state.sliceDoc(0, context.pos), known);
  return found === null ? null : { from: context.pos - found.back, options: found.offers.map(({ label, detail, apply }) => ({ label, detail, apply })), validFor: /^[\w.-]*$/ };
}
