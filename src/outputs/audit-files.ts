/** audit.html and audit.json: every figure in every place, its row in data/, and what it was compared with. */
import { auditFigures, type FigureUse } from "../check/audit.ts";
import type { Deck } from "../model/deck.ts";
import { findIndicator, findObservation } from "../model/indicator.ts";
import { periodKey } from "../model/period.ts";
import type { Span } from "../model/span.ts";
import type { Theme } from "../model/theme.ts";
import { wordsOf } from "../model/words.ts";
import { element, escapeHtml } from "../render/html.ts";
import { lineText } from "../render/render-slide.ts";
import type { World } from "../world/world.ts";
import { auditWordsOf, type AuditWords } from "./audit-words.ts";
import type { FontCutter } from "../fonts/cut-fonts.ts";
import { encodeText } from "../model/encode-text.ts";
import { writeSheet } from "./report-page.ts";

/** `themes` are folders that hold themes. The deck's own fonts have been checked, so a missing glyph here is not reported again. */
export async function writeAudit(deck: Deck, theme: Theme, themes: readonly string[], cutter: FontCutter, world: World): Promise<Map<string, Uint8Array>> {
  const { title, organisation, lang } = deck.settings;
  const uses = auditFigures(deck);
  const sheet = { title: `${auditWordsOf(lang).heading}：${title}`, organisation, lang, theme, themes, body: renderAudit(deck, uses) };
  const json = { title, organisation, figures: uses.map((use) => recordOf(use, deck)) };
  return new Map([
    ["audit.html", await writeSheet(sheet, cutter, world, () => undefined)],
    ["audit.json", encodeText(`${JSON.stringify(json, null, 2)}\n`)],
  ]);
}

function recordOf(use: FigureUse, deck: Deck): object {
  const { page, slide, section, surface, origin, indicator, field, period, area, span, row, checks } = use;
  return {
    text: textOf(use, deck), origin, page, slide, section, surface,
    file: span.file, line: span.line, column: span.column,
    indicator, name: nameOf(use, deck), field, period: period === null ? null : periodKey(period), area,
    row: row === null ? null : { file: row.file, line: row.line },
    checks: checks.map(({ rule, against: { file, line } }) => ({ rule, file, line })),
  };
}

/** In the tables a rank is a bare number. */
function textOf({ text, field }: FigureUse, { settings }: Deck): string {
  return field === "rank" && /^\d+$/.test(text) ? wordsOf(settings.lang).place(Number(text)) : text;
}

function nameOf({ indicator }: FigureUse, { indicators }: Deck): string | null {
  return indicator === null ? null : (findIndicator(indicators, indicator)?.name ?? null);
}

/** A table for each slide with figures. */
export function renderAudit(deck: Deck, uses: readonly FigureUse[]): string {
  const { title, organisation, lang } = deck.settings;
  const words = auditWordsOf(lang);
  const named = title.startsWith(organisation) ? title : `${organisation}${lang === "en" ? " " : ""}${title}`;
  const count = (origin: FigureUse["origin"]): number => uses.filter((use) => use.origin === origin).length;
  const head = element("h1", {}, escapeHtml(words.heading)) + element("p", { class: "about" }, escapeHtml(named));
  const slides = deck.sections.flatMap((section) => section.slides).map((slide, index) => renderSlide(lineText(slide.title), uses.filter((use) => use.page === index + 1), deck, words));
  const summary = element("p", {}, escapeHtml(uses.length === 0 ? words.noFigures : words.count(count("bound"), count("derived"), count("literal"))));
  return element("header", {}, head) + element("main", {}, summary + slides.join("")) + element("footer", {}, escapeHtml(words.legend));
}

function renderSlide(title: string, uses: readonly FigureUse[], deck: Deck, words: AuditWords): string {
  const [first] = uses;
  if (first === undefined) return "";
  const { figure, what, where, row, checks } = words.columns;
  const heading = element("span", { class: "page" }, escapeHtml(words.page(first.page))) + (title === "" ? "" : ` ${escapeHtml(title)}`);
  const head = element("thead", {}, element("tr", {}, [figure, what, where, row, checks].map((text) => element("th", { scope: "col" }, escapeHtml(text))).join("")));
  const rows = mergeUses(uses, deck).map((merged) => renderRow(merged, deck, words));
  return element("section", {}, element("h2", {}, heading) + element("table", { class: "audit" }, element("caption", { class: "visually-hidden" }, heading) + head + element("tbody", {}, rows.join(""))));
}

/** One figure of a slide with all the places that show it. */
interface MergedUse {
  readonly use: FigureUse;
  readonly surfaces: ReadonlySet<FigureUse["surface"]>;
}

function mergeUses(uses: readonly FigureUse[], deck: Deck): readonly MergedUse[] {
  const merged = new Map<string, { use: FigureUse; surfaces: Set<FigureUse["surface"]> }>();
  for (const use of uses) {
    const key = JSON.stringify([textOf(use, deck), use.origin, use.indicator, use.row]);
    const known = merged.get(key) ?? { use, surfaces: new Set() };
    known.surfaces.add(use.surface);
    merged.set(key, known);
  }
  return [...merged.values()];
}

function renderRow({ use, surfaces }: MergedUse, deck: Deck, words: AuditWords): string {
  const { origin, row, checks, area, period } = use;
  const when = period === null ? "" : wordsOf(deck.settings.lang).period(period);
  const what = [nameOf(use, deck) ?? "", area ?? "", when, fieldWord(use, deck, words)].filter((part) => part !== "").join(" ");
  const compared = checks.map(({ rule, against }) => `${rule} ${placeOf(against)}`).join("\n");
  const source = row === null ? element("span", { class: "mark mark-open" }, escapeHtml(words.origins[origin])) : escapeHtml(placeOf(row));
  const cell = (name: keyof AuditWords["columns"], content: string): string => element("td", { class: name === "what" ? null : "where", "data-head": words.columns[name] }, content);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, escapeHtml(textOf(use, deck))) +
      cell("what", escapeHtml(what === "" ? words.none : what)) +
      cell("where", escapeHtml([...surfaces].map((surface) => words.surfaces[surface]).join(deck.settings.lang === "en" ? ", " : "、"))) +
      cell("row", source) +
      cell("checks", escapeHtml(compared === "" ? words.none : compared)),
  );
}

/** 同比 only of growth on the year before; a value may be a sum or a mean. */
function fieldWord({ indicator: id, field, period, area }: FigureUse, { indicators }: Deck, words: AuditWords): string {
  const indicator = id === null ? null : findIndicator(indicators, id);
  const row = indicator === null || period === null ? null : findObservation(indicator, period, area);
  if (field === "rank") return "";
  if (field === "growth") return row?.growth?.base ?? words.fields.growth;
  return field !== "target" && row !== null && row.growth === null ? (row.basis ?? words.fields[field]) : words.fields[field];
}

function placeOf({ file, line }: Span): string {
  return `${file.replace(/^data\//, "")}:${line}`;
}
