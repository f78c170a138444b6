/** deck.yaml as a form, with the themes shown by the office's own slides. */
import { button, element } from "../dom.ts";
import type { DeskState } from "../../model/desk.ts";
import type { DeckForms } from "../../model/form.ts";
import { isMap, type FormValue } from "../../model/form.ts";
import { createFormText } from "./form-view.ts";
import { recordFields } from "./form-fields.ts";
import type { FormWords } from "./form-words.ts";
import { editSettingsText, readSettingsForm } from "./server.ts";

export interface SettingsFormView {
  readonly node: HTMLElement;
  readonly open: (text: string) => void;
  readonly text: () => string;
  readonly settle: () => Promise<void>;
}

interface Options {
  readonly words: FormWords;
  readonly zh: boolean;
  readonly forms: Promise<DeckForms | null>;
  readonly state: () => DeskState | null;
  readonly onChange: () => void;
}

export function createSettingsForm({ words, zh, forms, state, onChange }: Options): SettingsFormView {
  const view = createFormText({
    fields: async (text) => {
      const [deck, values] = await Promise.all([forms, readSettingsForm(text)]);
      if (deck === null) return null;
      if (values === null) return [element(document, "p", "desk-hint", words.broken)];
      const write = (path: readonly (string | number)[], value: FormValue, bare: boolean, again: boolean): void => view.edit(path.join("/"), { path, value, bare }, again);
      return [themePlace(words, state()?.themes ?? [], isMap(values) ? values["theme"] : null, (theme) => write(["theme"], theme, true, true)), ...recordFields(deck.settings, values, [], { words, zh, names: [], id: "deck", change: write })];
    },
    change: (text, edit) => editSettingsText(text, edit),
    onChange,
  });
  return { node: view.node, text: view.text, settle: view.settle, open: view.set };
}

function themePlace(words: FormWords, themes: readonly string[], written: FormValue | undefined, choose: (theme: string) => void): HTMLElement {
  const made = element(document, "fieldset", "desk-form-block desk-themes");
  const now = typeof written === "string" ? written : themes[0];
  made.append(element(document, "legend", "", words.themes));
  for (const theme of themes) {
    const card = button(document, "desk-theme", "", theme, () => choose(theme));
    const picture = element(document, "iframe", "");
    picture.src = `theme/${encodeURIComponent(theme)}/`;
    picture.loading = "lazy";
    picture.tabIndex = -1;
    picture.title = theme;
    picture.setAttribute("aria-hidden", "true");
    card.append(picture, element(document, "span", "", theme === now ? `${theme}　${words.chosen}` : theme));
    card.setAttribute("aria-pressed", String(theme === now));
    made.append(card);
  }
  return made;
}
