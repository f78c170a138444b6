/** What forms and completion may know of the deck's language: everything here comes from the shapes that the parser reads with. */
import type { DeckForms } from "../model/form.ts";
import { LAYOUTS } from "../model/deck.ts";
import { MOTIFS } from "../model/motif.ts";
import { BLOCK_NAMES } from "./block-names.ts";
import { FENCE_FORMS } from "./fences.ts";
import { INDICATOR_WORDS } from "./indicators.ts";
import { describeSlots } from "./layout-words.ts";
import { SLIDE_KEYS } from "./markdown/part-attributes.ts";
import { OBSERVATION_WORDS } from "./observations.ts";
import { PROJECT_WORDS } from "./projects.ts";
import { SETTINGS_FORM } from "./settings.ts";
import { TERM_WORDS } from "./terms.ts";

export { editSlide, readSlide } from "./edit-slide.ts";
export { editYaml, readYamlValues } from "./edit-yaml.ts";

export const DECK_FORMS: DeckForms = {
  settings: SETTINGS_FORM,
  fences: Object.entries(FENCE_FORMS).map(([language, form]) => {
    // A fence `indicators` becomes a table.
    const name = language === "indicators" ? BLOCK_NAMES.table : BLOCK_NAMES[language as keyof typeof BLOCK_NAMES];
    return { language, name: { zh: name.zh, en: name.one }, form };
  }),
  layouts: LAYOUTS.filter((layout) => layout !== "section").map((layout) => ({ layout, takes: describeSlots(layout) })),
  attributes: SLIDE_KEYS,
  motifs: MOTIFS,
  tables: { "indicators.csv": INDICATOR_WORDS, "observations.csv": OBSERVATION_WORDS, "projects.csv": PROJECT_WORDS, "terms.csv": TERM_WORDS },
};
