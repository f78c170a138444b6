/** deck.yaml as a form, with the themes shown by the office's own slides. */
import { button, element } from "../dom.ts";
import type { DeskState } from "../../model/desk.ts";
import { isMap, type DeckForms, type FormPath, type FormValue } from "../../model/form.ts";
import { createFormText } from "./form-view.ts";
import { recordFields } from "./form-fields.ts";
import type { FormWords } from "./form-words.ts";
import { editSettingsText, readSettingsForm } from "./server.ts";

export interface SettingsFormView {
  readonly node: HTMLElement;
  readonly open: (text: string) => void;
  readonly text: () => string;
  readonly settle: () => Promise<void>;
  readonly pending: () => boolean;
}

interface Options {
  readonly words: FormWords;
  readonly zh: boolean;
  readonly forms: Promise<DeckForms | null>;
  readonly state: () => DeskState | null;
  readonly onChange: (typed: boolean) => void;
  readonly onLost: () => void;
}

export function createSettingsForm({ words, zh, forms, state, onChange, onLost }: Options): SettingsFormView {
  const node = element(document, "div", "desk-form");
  const write = (path: FormPath, value: FormValue, bare: boolean, again: boolean): void => view.edit(path.join("/"), { path, value, bare }, again);
  // Beside the fields, which are drawn anew: a frame that is moved loads again.
  const themes = createThemes(words, (theme) => write(["theme"], theme, true, true));
  const view = createFormText({
    fields: async (text) => {
      const [deck, values] = await Promise.all([forms, readSettingsForm(text)]);
      if (deck === null) return null;
      if (values === null) return [element(document, "p", "desk-hint", words.broken)];
      themes.mark(isMap(values) && typeof values["theme"] === "string" ? values["theme"] : USUAL_THEME);
      return recordFields(deck.settings, values, [], { words, zh, names: [], id: "deck", change: write });
    },
    change: (text, edit) => editSettingsText(text, edit),
    onChange,
    onLost,
  });
  view.node.className = "desk-form-fields";
  node.append(themes.node, view.node);
  return {
    node,
    text: view.text,
    settle: view.settle,
    pending: view.pending,
    open: (text) => {
      const now = state();
      if (now !== null) themes.show(now.themes, now.revision);
      view.set(text);
    },
  };
}

interface Themes {
  readonly node: HTMLElement;
  /** Draws the pictures, where the report has changed since. */
  readonly show: (themes: readonly string[], revision: number) => void;
  readonly mark: (theme: string) => void;
}

/** That of a report that names none. */
const USUAL_THEME = "shuixiang";

function createThemes(words: FormWords, choose: (theme: string) => void): Themes {
  const node = element(document, "fieldset", "desk-form-block desk-themes");
  const legend = element(document, "legend", "", words.themes);
  let drawn = -1;
  let chosen = "";
  const mark = (theme: string): void => {
    chosen = theme;
    for (const card of node.querySelectorAll<HTMLElement>(".desk-theme")) {
      const now = card.dataset["theme"] === theme;
      card.setAttribute("aria-pressed", String(now));
      card.querySelector("span")!.textContent = now ? `${theme}　${words.chosen}` : (card.dataset["theme"] ?? "");
    }
  };
  return {
    node,
    mark,
    show: (themes, revision) => {
      if (revision === drawn) return;
      drawn = revision;
      node.replaceChildren(legend, ...themes.map((theme) => themeCard(theme, choose)));
      mark(chosen);
    },
  };
}

function themeCard(theme: string, choose: (theme: string) => void): HTMLElement {
  const card = button(document, "desk-theme", "", theme, () => choose(theme));
  const picture = element(document, "iframe", "");
  card.dataset["theme"] = theme;
  picture.src = `theme/${encodeURIComponent(theme)}/`;
  picture.loading = "lazy";
  picture.tabIndex = -1;
  picture.title = theme;
  picture.setAttribute("aria-hidden", "true");
  card.append(picture, element(document, "span", "", theme));
  return card;
}
