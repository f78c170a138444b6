/** The page that shows a person what an import took for what: one HTML file without a script, in the fonts of the machine. */
import { classes, element, escapeHtml } from "../render/html.ts";
import { renderHead } from "../render/page/head.ts";
import { inlineStyle, policyHash } from "../render/page/inline.ts";
import { shortenCss } from "../render/page/shorten-css.ts";
import type { ImportReview, Replacement, TableLine } from "./decision.ts";
import { detailOf, isOpen, titleOf } from "./describe-decision.ts";
import { groupReview, type NumberedDecision, type ReviewGroup, type ReviewGroups } from "./review-groups.ts";
import { reviewWordsOf, type ReviewWords } from "./review-words.ts";
import style from "./review.css?raw";

type SectionName = keyof ReviewWords["sections"];

/** The whole page; its file is called 导入核对.html. */
export function renderReview(review: ImportReview): string {
  const words = reviewWordsOf(review.lang);
  const groups = groupReview(review);
  const title = review.title === "" ? words.heading : `${words.heading}${words.joint === "、" ? "：" : ": "}${review.title}`;
  const css = inlineStyle(shortenCss(style));
  const sections = sectionsOf(review, groups, words);
  const page = renderHead({ lang: review.lang, title, description: null, author: review.organisation === "" ? null : review.organisation, policy: [`style-src ${policyHash(css)}`], rest: `<style>${css}</style>` });
  return `${page}<body>\n${renderTop(review, groups, sections, words)}\n<main id="main">\n${sections.map(({ name, count, html }) => renderSection(name, count, html, words)).join("\n")}\n</main>\n</body>\n</html>\n`;
}

interface Section {
  readonly name: SectionName;
  readonly count: number;
  readonly html: string;
}

/** Sections with something in them; the doubtful ones stand there even if there are none. */
function sectionsOf(review: ImportReview, groups: ReviewGroups, words: ReviewWords): readonly Section[] {
  const cards = (list: readonly ReviewGroup[]): string => list.map((group) => renderCard(group, words)).join("\n");
  const rows = [...groups.lines.values()].reduce((sum, lines) => sum + lines.length, 0);
  const all: readonly Section[] = [
    { name: "unplaced", count: groups.unplaced.length, html: cards(groups.unplaced) },
    { name: "told", count: review.told.length, html: renderTold(review.told, words) },
    { name: "doubtful", count: groups.doubtful.length, html: cards(groups.doubtful) },
    { name: "lines", count: rows, html: [...groups.lines].map(([table, lines]) => renderLines(table, lines, words)).join("\n") },
    { name: "unread", count: groups.unread.length, html: cards(groups.unread) },
    { name: "settled", count: groups.settled.length, html: cards(groups.settled) },
    { name: "asides", count: groups.asides.length, html: renderAsides(groups.asides, words) },
    { name: "replaced", count: review.replacements.length, html: renderReplaced(review.replacements, words) },
  ];
  return all.filter(({ name, count }) => name === "doubtful" || count > 0);
}

function renderTop({ document, title, organisation, period, plan, decisions }: ImportReview, groups: ReviewGroups, sections: readonly Section[], words: ReviewWords): string {
  const written = decisions.filter(({ certainty }) => certainty === "sure").length;
  const doubtful = decisions.filter(isOpen).length;
  const facts = [title, organisation, words.file(document), period === "" ? "" : words.periods(period, plan)].filter((fact) => fact !== "");
  const links = sections.map(({ name, count }) => element("li", {}, element("a", { href: `#${name}` }, `${escapeHtml(words.sections[name].title)} ${element("span", { class: "count" }, escapeHtml(words.sections[name].count(count)))}`)));
  return element(
    "header",
    {},
    `\n${element("h1", {}, escapeHtml(words.heading))}\n${facts.map((fact) => element("p", { class: "about" }, escapeHtml(fact))).join("\n")}\n${element("p", { class: "summary" }, escapeHtml(words.summary(written, doubtful, groups.unread.length)))}\n${element("nav", { "aria-label": words.heading }, element("ul", {}, links.join("")))}\n`,
  );
}

function renderSection(name: SectionName, count: number, html: string, words: ReviewWords): string {
  const { title, about, count: inAll } = words.sections[name];
  const head = element("h2", { id: name }, `${escapeHtml(title)} ${element("span", { class: "count" }, escapeHtml(inAll(count)))}`);
  return element("section", { class: name, "aria-labelledby": name }, `${head}${element("p", { class: "about" }, escapeHtml(count === 0 ? words.nothing : about))}\n${html}\n`);
}

/** The paragraph, and beside it what was recognised. */
function renderCard(group: ReviewGroup, words: ReviewWords): string {
  const { paragraph, line, heading, text, decisions } = group;
  const place = element("h3", {}, `${escapeHtml(words.place(paragraph, line))}${heading === "" ? "" : ` ${element("small", {}, escapeHtml(heading))}`}`);
  const said = text === null ? [...new Set(decisions.map(({ decision }) => decision.sentence))].map((sentence) => element("p", {}, `${element("small", {}, escapeHtml(words.table))} ${escapeHtml(sentence)}`)).join("") : element("p", { class: "said" }, markText(text, decisions));
  const list = decisions.length === 0 ? "" : element("ol", { class: "found" }, decisions.map((one) => renderDecision(one, words)).join(""));
  return element("article", { class: decisions.length === 0 ? "card plain" : "card" }, `${place}${element("div", { class: "pair" }, `${element("div", {}, said)}${list}`)}`);
}

/** Keeps a number with the words before it. */
const NO_BREAK = "\u2060";

/** The words that were recognised, each with the number of its decision; what lies within another is not marked twice. */
function markText(text: string, decisions: readonly NumberedDecision[]): string {
  let [html, at] = ["", 0];
  for (const { number, decision } of decisions.toSorted((a, b) => a.decision.place.start - b.decision.place.start)) {
    const { start, end } = decision.place;
    if (start < at || end <= start || end > text.length) continue;
    const link = element("a", { href: `#d${number}` }, String(number));
    html += escapeHtml(text.slice(at, start)) + element("mark", { class: classes(isOpen(decision) && "unsure") }, escapeHtml(text.slice(start, end)) + element("sup", {}, `${NO_BREAK}${link}`));
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

/** What is settled takes a line; what is open has its reason and its rows below it. */
function renderDecision({ number, decision }: NumberedDecision, words: ReviewWords): string {
  const { certainty, type, reason, lines } = decision;
  const state = certainty === "sure" ? words.written : type === "count" ? words.counted : words.open;
  const mark = element("span", { class: classes("mark", isOpen(decision) && "mark-open") }, escapeHtml(state));
  const kind = element("span", { class: "kind" }, escapeHtml(words.types[type]));
  const why = element("span", { class: "why" }, escapeHtml(words.joint === "、" ? reason.zh : reason.en));
  const rows = (isOpen(decision) ? lines : []).map(({ table, line }) => element("p", { class: "row" }, `${element("span", { class: "file" }, escapeHtml(table))} ${element("code", {}, escapeHtml(line))}`)).join("");
  return element("li", { id: `d${number}`, value: number, class: classes(isOpen(decision) && "open") }, `${mark} ${kind} ${element("strong", {}, escapeHtml(titleOf(decision, words)))} ${element("span", { class: "what" }, escapeHtml(detailOf(decision, words)))} ${why}${rows}`);
}

/** A field from which the rows are copied with the keyboard; paper shows them as text. */
function renderLines(table: TableLine["table"], lines: readonly string[], words: ReviewWords): string {
  const id = `copy-${table.replace(/\W/g, "-")}`;
  const text = escapeHtml(lines.join("\n"));
  const field = element("textarea", { id, readonly: "", rows: Math.min(lines.length + 1, 16), spellcheck: "false", wrap: "off" }, `\n${text}`);
  return element("div", { class: "copy" }, `${element("label", { for: id }, escapeHtml(words.copy(table, lines.length)))}${field}${element("pre", { "aria-hidden": "true" }, text)}`);
}

/** Each note and table with the words before its mark. */
function renderAsides(asides: ReviewGroups["asides"], words: ReviewWords): string {
  const items = asides.map(({ paragraph, line, before, mark, text }) => element("li", {}, `${escapeHtml(words.place(paragraph, line))}${before === "" ? "" : ` ${element("small", {}, escapeHtml(`…${before}`))}`} ${element("strong", {}, escapeHtml(mark.trim()))} ${escapeHtml(text)}`));
  return items.length === 0 ? "" : element("ul", { class: "plain-list asides" }, items.join(""));
}

function renderTold(told: ImportReview["told"], words: ReviewWords): string {
  const items = told.map(({ paragraph, line, cell, message }) => element("li", {}, escapeHtml(`${words.place(paragraph ?? 0, line)}${cell === "" ? "" : ` ${cell}`} ${words.joint === "、" ? message.zh : message.en}`)));
  return items.length === 0 ? "" : element("ul", { class: "plain-list" }, items.join(""));
}

function renderReplaced(replacements: readonly Replacement[], words: ReviewWords): string {
  const items = replacements.map(({ place, sign, by }) => element("li", {}, escapeHtml(`${words.place(place.paragraph, place.line)} ${words.sign(sign, by)}`)));
  return items.length === 0 ? "" : element("ul", { class: "plain-list" }, items.join(""));
}
