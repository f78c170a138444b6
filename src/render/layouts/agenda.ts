/** Agenda: one bridge per section, with one more arch each time. */
import type { Inline } from "../../model/deck.ts";
import { textWidth } from "../../model/text-width.ts";
import { plainText } from "../../model/plain-text.ts";
import { agendaArt } from "../art/agenda.ts";
import { renderHeading, renderKicker, titleOr, WIDE_TITLE } from "../head.ts";
import { element, escapeHtml } from "../html.ts";
import { renderInlines } from "../inlines.ts";
import type { AgendaEntry, LayoutParts, Scene } from "../scene.ts";

/** With more sections there is no room for bridges; they are listed in two columns. */
const MOST_BRIDGES = 8;

export function renderAgenda(scene: Scene): LayoutParts {
  const { words, agenda } = scene;
  const bridges = agenda.length > 0 && agenda.length <= MOST_BRIDGES && scene.theme.motif !== "none";
  const head = renderKicker(scene) + renderHeading(titleOr(scene, words.agenda), scene, "title", WIDE_TITLE);
  const form = bridges ? `cols-${agenda.length}` : "agenda-list";
  const html =
    (bridges ? agendaArt(agenda.length).svg : "") +
    element("header", { class: "head" }, head) +
    element("ol", { class: `agenda ${form}` }, agenda.map((entry) => renderEntry(entry, scene)).join(""));
  return { classes: [], ground: "paper", footer: "full", html };
}

/** Line width of a column in em, for 1–8 columns. */
const LINES: readonly number[] = [30, 14.8, 9.7, 8.3, 7.4, 7.1, 5.9, 5.7];

/** A title's forced breaks suit the divider's long lines: they are kept only if every line fits the column. */
function fitBreaks(title: readonly Inline[], columns: number): readonly Inline[] {
  const line = LINES[columns - 1] ?? Infinity;
  const fits = plainText(title).split("\n").every((text) => textWidth(text) <= line);
  return fits ? title : title.filter((inline) => inline.type !== "break");
}

function renderEntry(entry: AgendaEntry, scene: Scene): string {
  const part = element("span", { class: "part" }, escapeHtml(scene.words.part(entry.number)));
  const title = element("span", { class: "part-title" }, renderInlines(fitBreaks(entry.section.title, scene.agenda.length), scene.setting));
  return element("li", {}, element("a", { href: `#${entry.target}` }, `${part} ${title}`));
}
