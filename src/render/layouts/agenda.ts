/** Agenda: its title on a dark panel, a row for each section, with a bridge that has one more arch each time. */
import type { Inline } from "../../model/deck.ts";
import { textWidth } from "../../model/text-width.ts";
import { plainText } from "../../model/plain-text.ts";
import { agendaArt } from "../art/agenda.ts";
import { panelArt } from "../art/panel.ts";
import { renderHeading, renderKicker, titleOr, type HeadlineSize } from "../head.ts";
import { classes, element, escapeHtml } from "../html.ts";
import { renderInlines, type TextSetting } from "../inlines.ts";
import type { AgendaEntry, LayoutParts, Scene } from "../scene.ts";

/** With more sections there is no room for a row each; they are listed in two columns. */
const MOST_ROWS = 8;
/** Up to so many rows a bridge stands beside each. */
const MOST_BRIDGES = 6;
/** Titles of 132, 104 and 80 px on the panel. */
export const AGENDA_TITLE: readonly HeadlineSize[] = [{ holds: 7, line: 3.6 }, { holds: 14, line: 4.6 }, { holds: Infinity, line: 5.9 }];
/** Sizes of names in pixels (hall.md: 72 where they have room), and of the column of two where there are many. */
const SIZES = [104, 96, 84, 72, 64, 56, 48, 44] as const;
const LISTED = 44;
/** Pixels of a row for its name: without and with a bridge; and of all rows together. */
const ROOM = { wide: 910, beside: 672, height: 928 } as const;
const LINE = 1.16;
/** Letters in a browser are a little wider than they are counted. */
const SPREAD = 1.04;
const AIR = 16;

export function renderAgenda(scene: Scene): LayoutParts {
  const { words, agenda, theme } = scene;
  const rows = agenda.length <= MOST_ROWS;
  const bridges = rows && agenda.length <= MOST_BRIDGES && theme.motif !== "none";
  const width = bridges ? ROOM.beside : ROOM.wide;
  const size = rows ? sizeOf(agenda, width, scene.setting) : LISTED;
  const head = renderKicker(scene) + renderHeading(titleOr(scene, words.agenda), scene, "title", AGENDA_TITLE);
  const art = theme.motif === "none" ? "" : panelArt(640, 29);
  const entries = agenda.map((entry) => renderEntry(entry, width / size, bridges, scene)).join("");
  const html =
    element("div", { class: "side panel" }, art + element("header", { class: "head" }, head)) +
    element("ol", { class: classes("agenda", rows ? "agenda-rows" : "agenda-list", `name-${size}`) }, entries);
  return { classes: [], ground: "paper", footer: "panel", html };
}

/** The largest size in which the names of all sections fit their rows. */
function sizeOf(agenda: readonly AgendaEntry[], width: number, setting: TextSetting): number {
  const height = ROOM.height / Math.max(1, agenda.length);
  const fits = (size: number): boolean => agenda.every(({ section }) => linesOf(section.title, width / (size * SPREAD), setting) * size * LINE + AIR <= height);
  return SIZES.find(fits) ?? SIZES.at(-1)!;
}

/** Lines of a name in a column of `line` em, broken between phrases as the page breaks it. */
function linesOf(title: readonly Inline[], line: number, setting: TextSetting): number {
  const text = plainText(title).replaceAll("\n", "");
  const breaks = setting.type === "phrases" ? [...setting.findBreaks(text)].toSorted((a, b) => a - b) : [];
  let lines = 1;
  let filled = 0;
  [...breaks, text.length].forEach((end, index) => {
    const phrase = textWidth(text.slice(breaks[index - 1] ?? 0, end));
    // A phrase that is longer than a line goes on over further ones.
    if (filled > 0 && filled + phrase > line) [lines, filled] = [lines + 1, 0];
    lines += Math.max(0, Math.ceil(phrase / line) - 1);
    filled = phrase > line ? phrase % line : filled + phrase;
  });
  return lines;
}

/** A title's forced breaks suit the divider's long lines: they are kept only where the title has to break anyway and every line fits. */
function fitBreaks(title: readonly Inline[], line: number): readonly Inline[] {
  const lines = plainText(title).split("\n");
  const keep = textWidth(lines.join("")) > line && lines.every((text) => textWidth(text) <= line);
  return keep ? title : title.filter((inline) => inline.type !== "break");
}

function renderEntry(entry: AgendaEntry, line: number, bridge: boolean, scene: Scene): string {
  const part = element("span", { class: "part" }, escapeHtml(scene.words.part(entry.number)));
  const title = element("span", { class: "part-title" }, renderInlines(fitBreaks(entry.section.title, line), scene.setting));
  return element("li", {}, element("a", { href: `#${entry.target}` }, `${part} ${title}`) + (bridge ? agendaArt(entry.number) : ""));
}
