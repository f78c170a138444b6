/** Changes between two editions as the body of a sheet that a person reads, compares and signs. */
import type { Change, WordPart } from "../diff/changes.ts";
import { printedOn, slideLine, type Labels } from "../diff/format-changes.ts";
import { groupOf, GROUPS, type DiffWords, type Group } from "../diff/words.ts";
import { element, escapeHtml } from "../render/html.ts";

/** HTML between the body tags; `title` and `organisation` are those of the new edition. */
export function renderChanges(changes: readonly Change[], labels: Labels, about: { readonly title: string; readonly organisation: string }, words: DiffWords): string {
  const facts = ([[words.before, labels.before], [words.after, labels.after]] as const).map(([name, label]) => element("dt", {}, escapeHtml(name)) + element("dd", {}, escapeHtml(label)));
  const named = about.title.startsWith(about.organisation) ? about.title : `${about.organisation}${words.lang === "en" ? " " : ""}${about.title}`;
  const head = element("h1", {}, escapeHtml(words.heading)) + element("p", { class: "about" }, escapeHtml(named)) + element("dl", { class: "facts" }, facts.join(""));
  const count = changes.length === 0 ? words.none : words.count(changes.length);
  const groups = GROUPS.map((group) => renderGroup(group, changes.filter((change) => groupOf(change) === group), words));
  const signing = element("div", { class: "signing" }, [words.checkedBy, words.date].map((label) => element("p", {}, escapeHtml(label))).join(""));
  const foot = element("footer", {}, escapeHtml(words.surfacesNote));
  return element("header", {}, head) + element("main", {}, element("p", {}, escapeHtml(count)) + groups.join("")) + foot + signing;
}

function renderGroup(group: Group, changes: readonly Change[], words: DiffWords): string {
  if (changes.length === 0) return "";
  const title = element("h2", {}, `${escapeHtml(words.groups[group])}${element("small", {}, String(changes.length))}`);
  const rows = changes.flatMap((change) => rowOf(change, words));
  const { what, before, after, where } = words.columns;
  const heads = rows.some((row) => row.where !== null) ? [what, before, after, where] : [what, before, after];
  const head = element("thead", {}, element("tr", {}, heads.map((text) => element("th", { scope: "col" }, escapeHtml(text))).join("")));
  const table = rows.length === 0 ? "" : element("table", { class: "changes" }, element("caption", { class: "visually-hidden" }, escapeHtml(words.groups[group])) + head + element("tbody", {}, rows.map((row) => renderRow(row, words)).join("")));
  const lines = changes.flatMap((change) => lineOf(change, words).map((text) => element("li", {}, escapeHtml(text) + renderPrinted(change, words))));
  const list = lines.length === 0 ? "" : element("ul", { class: "plain" }, lines.join(""));
  return element("section", {}, title + table + list + changes.map((change) => renderWording(change, words)).join(""));
}

/** One thing that changed, before and after. */
interface Row {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  /** HTML. */
  readonly where: string | null;
}

function rowOf(change: Change, words: DiffWords): readonly Row[] {
  switch (change.type) {
    case "deck":
      return [{ what: words.deckFields[change.field], before: change.before, after: change.after, where: null }];
    case "figure":
      return [{ what: words.figure(change), before: change.before, after: change.after, where: whereLines(change, words) }];
    case "project": {
      const { name, section, before, after } = change;
      return [{ what: words.project(name, section), before: before && words.state(before), after: after && words.state(after), where: whereLines(change, words) }];
    }
    case "slide":
    case "shown":
    case "wording":
    case "notes":
      return [];
  }
}

function whereLines(change: Extract<Change, { type: "figure" | "project" }>, words: DiffWords): string {
  return escapeHtml(words.places(change.places).join("\n")) + renderPrinted(change, words);
}

function renderRow({ what, before, after, where }: Row, words: DiffWords): string {
  const cell = (text: string | null, name: "old" | "new", head: string): string => element("td", { class: text === null ? "none" : name, "data-head": head }, escapeHtml(text ?? words.absent));
  const place = where === null ? "" : element("td", { class: "where", "data-head": words.columns.where }, where);
  return element("tr", {}, element("th", { scope: "row" }, escapeHtml(what)) + cell(before, "old", words.before) + cell(after, "new", words.after) + place);
}

function lineOf(change: Change, words: DiffWords): readonly string[] {
  if (change.type === "slide") return [slideLine(change, words)];
  if (change.type === "shown") return [`${words.slide(change.slide)}  ${words.figure(change.figure)} ${change.figure.text}${words.lang === "en" ? ": " : "："}${words.shown(change.part, change.after)}`];
  return change.type === "notes" ? [`${words.slide(change.slide)}  ${words.notesChanged}`] : [];
}

function renderWording(change: Change, words: DiffWords): string {
  if (change.type !== "wording") return "";
  const place = `${escapeHtml(words.slide(change.slide))}${element("small", {}, ` ${escapeHtml(words.surfaces[change.surface])}`)}`;
  return element("h3", {}, place) + element("p", { class: "passage" }, change.parts.map(renderPart).join("")) + renderPrinted(change, words);
}

function renderPrinted(change: Change, words: DiffWords): string {
  const printed = printedOn(change, words);
  if (printed === null) return "";
  const sheets = printed.sheets.map((sheet, index) => element("span", { class: "unit" }, escapeHtml(index === printed.sheets.length - 1 ? sheet : sheet + words.between.trimEnd())));
  return element("p", { class: "printed" }, escapeHtml(printed.label) + sheets.join(" "));
}

function renderPart({ type, text }: WordPart): string {
  return type === "same" ? escapeHtml(text) : element(type === "added" ? "ins" : "del", {}, escapeHtml(text));
}
