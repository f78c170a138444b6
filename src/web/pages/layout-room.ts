/** What each layout has room for, for slides whose words do not fit; the same numbers as in docs/authoring.md, "Room for words". */
import type { Text } from "../../diagnostics/diagnostic.ts";
import type { Layout } from "../../model/deck.ts";

/** None for a layout that goes on to further slides by itself, or that shows only what deck.yaml says. */
const ROOM: Readonly<Partial<Record<Layout, Text>>> = {
  statement: { zh: "这种版式（statement）2—5 张卡片，卡片标题不超过 12 个字，说明不超过 20 个字", en: "a statement has 2–5 cards with titles of up to 20 letters and texts of up to 40" },
  columns: { zh: "这种版式（columns）2—4 栏，栏目标题不超过 16 个字，每栏不超过 60 个字", en: "columns are 2–4, with titles of up to 30 letters and up to 120 letters each" },
  cards: { zh: "这种版式（cards）1—4 张卡片，卡片标题不超过 16 个字，每张不超过 40 个字", en: "cards are 1–4, with titles of up to 30 letters and up to 80 letters each" },
  picture: { zh: "这种版式（picture）两段，或 4 条各不超过 16 个字的列表", en: "a picture has two paragraphs, or a list of 4 items of up to 30 letters" },
  zones: { zh: "片区（zones）最多 5 个，名称不超过 12 个字，各 3 个不超过 6 个字的短语", en: "zones are up to 5, with names of up to 20 letters and 3 phrases of up to 13" },
  quote: { zh: "引语（quote）不超过 90 个字", en: "a quote has up to 180 letters" },
  section: { zh: "扉页的标题不超过 24 个字", en: "the title of a section has up to 48 letters" },
  closing: { zh: "封底的标题不超过 24 个字", en: "a closing title has up to 48 letters" },
  figures: { zh: "数字卡的名称不超过 36 个字，主卡旁另有一段话时卡片不超过 4 张", en: "names on cards have up to 60 letters; beside a hero with a paragraph there are up to 4 cards" },
  chart: { zh: "图里的名称不超过 36 个字；超过 10 个地区的排名不超过 16 个字", en: "names in charts have up to 60 letters; in a ranking of more than 10 areas up to 36" },
};

/** The limit that words on a slide of this layout have exceeded. */
export function roomOf(layout: Layout | undefined): Text | null {
  return layout === undefined ? null : (ROOM[layout] ?? null);
}
