/** Head and foot of the long picture: who reports what, for which year; where it is from, and of which day. */
import { textWidth } from "../model/text-width.ts";
import type { Deck } from "../model/deck.ts";
import type { Theme } from "../model/theme.ts";
import { wordsOf } from "../model/words.ts";
import { coverArt } from "./art/cover.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText, type TextSetting } from "./inlines.ts";
import { sealArt } from "./art/marks.ts";
import { findSeal } from "./layouts/cover.ts";
import { createLineBreaker } from "./line-break.ts";
import { protectedWords } from "./protected-words.ts";

/** Em of a title that stands on one line in the larger sizes, as in long.css. */
const TITLES = [6.1, 8.2] as const;

/** Before all slides. */
export function renderLongHead(deck: Deck, theme: Theme): string {
  const { title, organisation, lang, period, plan } = deck.settings;
  const setting = settingOf(deck);
  const size = TITLES.findIndex((most) => textWidth(title) <= most);
  const named = title.startsWith(organisation) ? "" : element("p", { class: "organisation" }, renderText(organisation, setting));
  const head =
    named +
    element("h1", { class: `cover-title long-title-${size === -1 ? TITLES.length + 1 : size + 1}` }, renderText(title, setting)) +
    element("p", { class: "cover-period" }, escapeHtml(wordsOf(lang).coverPeriod(plan ?? period)));
  return element("header", { class: classes("slide", "layout-cover", "ground-cover", "long-head", theme.motif === "none" && "bare") }, (theme.motif === "none" ? "" : coverArt()) + element("div", { class: "cover-head" }, head) + stamps(deck));
}

/** After all slides. Without a date of its own the report's period stands for it. */
export function renderLongFoot(deck: Deck, theme: Theme): string {
  const { title, organisation, lang, meeting, date, period } = deck.settings;
  const words = wordsOf(lang);
  const setting = settingOf(deck);
  const named = title.startsWith(organisation) ? title : organisation + (lang === "en" ? " " : "") + title;
  const seal = theme.motif === "none" ? null : findSeal(organisation);
  const lines = [`${words.source}${lang === "en" ? ": " : "："}${named}`, ...(meeting === null ? [] : [meeting]), date ?? words.period(period)];
  const text = lines.map((line, index) => element("p", { class: index === 0 ? "long-source" : null }, renderText(line, setting))).join("");
  return element("footer", { class: classes("slide", "ground-deep", "long-foot", theme.motif === "none" && "bare") }, (seal === null ? "" : element("div", { class: "seal" }, sealArt(seal))) + element("div", { class: "long-words" }, text));
}

/** Words of head and foot that no slide may have: their characters need glyphs too. */
export function renderLongWords(deck: Deck, theme: Theme): string {
  return renderLongHead(deck, theme) + renderLongFoot(deck, theme);
}

function settingOf(deck: Deck): TextSetting {
  return { type: "phrases", findBreaks: createLineBreaker(protectedWords(deck)), line: null };
}

function stamps({ settings }: Deck): string {
  const words = wordsOf(settings.lang);
  const draft = settings.status === "draft" ? element("p", { class: "draft-stamp" }, escapeHtml(words.draft)) : "";
  return draft + (settings.demo ? element("p", { class: "demo-mark" }, escapeHtml(words.demo)) : "");
}
