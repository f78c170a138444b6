/** Cover: who reports what, for which year; the bridge and the seal. */
import { coverArt } from "../art/cover.ts";
import { sealArt } from "../art/marks.ts";
import { plainText } from "../../model/plain-text.ts";
import { textWidth } from "../../model/text-width.ts";
import { renderHeading, titleOr, type HeadlineSize } from "../head.ts";
import { classes, element, escapeHtml } from "../html.ts";
import { renderText } from "../inlines.ts";
import type { LayoutParts, Scene } from "../scene.ts";

/** Titles of 192, 144, 112 and 88 px. */
export const COVER_TITLE: readonly HeadlineSize[] = [
  { holds: 8, line: 8 }, { holds: 11, line: 10.7 }, { holds: 26, line: 13.8 }, { holds: Infinity, line: 17.5 },
];

/** Widest fact in em that stands on one line above the bridge, below a title of two lines. */
const SHORT_FACT = 12;

/** Below a title of several lines long facts take several lines as well: the bridge sinks, so that none of them stands on it. */
export function isLowCover(scene: Scene): boolean {
  const { settings } = scene;
  const facts = [settings.meeting, settings.speaker].filter((fact) => fact !== null);
  const title = plainText(titleOr(scene, settings.title));
  const width = textWidth(title);
  const { line } = COVER_TITLE.find(({ holds }) => width <= holds)!;
  return width > line && facts.some((fact) => textWidth(fact) > SHORT_FACT);
}

/** The two characters of a place's name before its kind (省, 镇 …); null if the name is longer or shorter, or not a place. */
export function findSeal(organisation: string): string | null {
  return /^(\p{Script=Han}{2})(?:[省市区县镇乡州盟旗村]|街道|社区)/u.exec(organisation)?.[1] ?? null;
}

/** The seal's drawing in its place on the slide; empty if there is none. */
export function renderSeal(scene: Scene): string {
  const text = findSeal(scene.settings.organisation);
  return text === null || scene.theme.motif === "none" ? "" : element("div", { class: "seal" }, sealArt(text));
}

export function renderCover(scene: Scene): LayoutParts {
  const { settings, words, setting } = scene;
  const year = words.coverPeriod(settings.plan ?? settings.period);
  const facts = [settings.meeting, settings.speaker].filter((fact) => fact !== null);
  const html =
    (scene.theme.motif === "none" ? "" : coverArt()) +
    element("header", { class: "cover-head" },
      element("p", { class: "organisation" }, renderText(settings.organisation, setting)) +
        renderHeading(titleOr(scene, settings.title), scene, "cover-title", COVER_TITLE) +
        element("div", { class: "cover-foot" },
          renderSeal(scene) + (facts.length === 0 ? "" : element("div", { class: "cover-facts" }, facts.map((fact) => element("p", { class: "fact" }, renderText(fact, setting))).join(""))))) +
    element("p", { class: classes("cover-period", settings.lang === "zh-CN" && "vertical") }, escapeHtml(year));
  return { classes: isLowCover(scene) ? ["cover-low"] : [], ground: "cover", footer: "none", html };
}
