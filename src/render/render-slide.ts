/** One slide: its layout's drawing, in the frame that all slides share. */
import { backupNumber } from "../model/backup-number.ts";
import type { Block, Inline, Layout, Slide } from "../model/deck.ts";
import { plainText } from "../model/plain-text.ts";
import { footerArt, type FooterOptions } from "./art/footer.ts";
import { uprightFoot } from "./art/upright-foot.ts";
import { renderBlocks } from "./blocks.ts";
import { loadCharts } from "./charts/draw.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { type TextSetting } from "./inlines.ts";
import { LAYOUT_RENDERERS } from "./layouts/layouts.ts";
import type { RenderedSlide } from "./rendered.ts";
import type { LayoutParts, Scene, SecondDrawing } from "./scene.ts";
import { readingSeconds } from "./slide-text.ts";

/** The part of a slide that does not depend on its page or its neighbours, so it can be kept between renderings. */
export interface SlideBody {
  readonly parts: LayoutParts;
  /** Whether an upright screen shows it with drawings of its own. */
  readonly hasUpright: boolean;
  /** The same with a second drawing of each chart for an upright screen, or for a phone: each is here once it was asked for. */
  readonly others: Partial<Record<SecondDrawing, LayoutParts>>;
  readonly seconds: number;
}

/** Where a slide is in the deck. */
export interface Frame {
  readonly footer: FooterOptions;
  /** Title of the slide's section on one line. */
  readonly sectionTitle: string;
  /** Title of the deck with its organisation, for the foot of slides outside the numbered sections. */
  readonly deckTitle: string;
  /** Whether it is in the long picture. */
  readonly long: boolean;
}

export function renderSlideBody(scene: Scene): SlideBody {
  const { slide, section, settings } = scene;
  const seconds = slide.seconds ?? settings.kiosk.seconds ?? readingSeconds(slide);
  return {
    parts: LAYOUT_RENDERERS[slide.layout](scene),
    hasUpright: settings.kiosk.portrait !== false && section.kiosk && slide.blocks.some(({ type }) => type === "chart" || type === "units"),
    others: {},
    seconds: section.kiosk ? seconds : 0,
  };
}

export function renderNotes(scene: Scene, running: TextSetting): string {
  return renderBlocks(scene.slide.notes, { ...scene, setting: running, steps: new Map() });
}

/** Whether {@link loadCharts} comes before it is drawn. */
export function hasCharts({ blocks }: Slide): boolean {
  return blocks.some(hasChart);
}

function hasChart(block: Block): boolean {
  return block.type === "chart" || ((block.type === "card" || block.type === "quote") && block.blocks.some(hasChart));
}

/** A slide in its frame: footer, stamps, page number, name. `onDraw` is called when it was drawn for another screen. */
export function renderSlide(scene: Scene, body: SlideBody, notes: string, frame: Frame, onDraw: () => void): RenderedSlide {
  const { slide } = scene;
  const { page, total, current } = frame.footer;
  const backup = backupNumber(page, total);
  const title = slideTitle(scene);
  const attributes = (parts: LayoutParts) => ({
    id: slide.id,
    class: classes("slide", `layout-${slide.layout}`, `ground-${parts.ground}`, scene.variant !== null && `variant-${scene.variant}`, scene.theme.motif === "none" && "bare", slide.layout === "section" && scene.section.number !== null && `part-${Math.min(9, scene.section.number)}`, ...parts.classes),
    "data-page": page,
    "data-section": current,
    "data-backup": backup === null ? null : "",
    "aria-label": title === "" ? scene.words.untitled(page) : null,
  });
  const whole = (parts: LayoutParts, foot = ""): string => element("section", attributes(parts), parts.html + renderFooter(scene, parts, frame, foot) + renderStamps(scene));
  const shown = scene.settings.kiosk.portrait !== false && body.seconds > 0;
  const other = async (second: SecondDrawing): Promise<LayoutParts> => {
    const known = body.others[second];
    if (known !== undefined) return known;
    onDraw();
    if (hasCharts(slide)) await loadCharts();
    return (body.others[second] = LAYOUT_RENDERERS[slide.layout]({ ...scene, second }));
  };
  const upright = shown ? async (): Promise<string> => whole(body.hasUpright ? await other("upright") : body.parts, scene.theme.motif === "none" ? "" : uprightFoot()) : null;
  return { id: slide.id, page, backup, section: current, title, html: whole(body.parts), upright, long: frame.long ? async () => whole(await other("phone")) : null, notes, steps: scene.steps.size, seconds: body.seconds, span: slide.span };
}

/** Inlines as plain text on one line; forced breaks between Han characters leave no gap. */
export function lineText(inlines: readonly Inline[]): string {
  return plainText(inlines)
    .replaceAll(/(?<=[\p{Script=Han}，、；：。”’）])\s*\n\s*(?=[\p{Script=Han}“‘（])/gu, "")
    .replaceAll(/(?<!\s)\s*\n\s*/g, " ");
}

/** Plain title on one line; cover and agenda have a default title. */
function slideTitle(scene: Scene): string {
  const title = lineText(scene.slide.title);
  const defaults: Partial<Record<Layout, string>> = { cover: scene.settings.title, agenda: scene.words.agenda };
  return title === "" ? (defaults[scene.slide.layout] ?? "") : title;
}

/** `foot` is drawn in the footer too. */
function renderFooter(scene: Scene, parts: LayoutParts, frame: Frame, foot: string): string {
  if (parts.footer === "none") return "";
  const { page, total } = frame.footer;
  const backup = backupNumber(page, total);
  // Slides kept for questions are counted by themselves.
  const number = element("p", { class: "foot-page" }, backup !== null ? element("span", { class: "foot-current" }, scene.words.backup(backup)) : `${element("span", { class: "foot-current" }, String(page))} / ${total}`);
  const line = parts.footer === "full" && scene.theme.motif !== "none" ? footerArt(frame.footer) : "";
  // Repeated on every page, so screen readers and PDF tags skip it.
  return element("footer", { class: classes("foot", parts.footer === "panel" && "foot-panel"), "aria-hidden": "true" }, line + (parts.footer === "page" ? "" : renderFootSection(scene, frame)) + number + foot);
}

function renderFootSection(scene: Scene, frame: Frame): string {
  const { number } = scene.section;
  if (number === null) return element("p", { class: "foot-section" }, escapeHtml(frame.deckTitle));
  const ordinal = element("span", { class: "foot-number" }, escapeHtml(scene.words.ordinal(number)));
  return element("p", { class: "foot-section" }, `${ordinal} ${escapeHtml(frame.sectionTitle)}`);
}

function renderStamps({ settings, words }: Scene): string {
  const draft = settings.status === "draft" ? element("p", { class: "draft-stamp" }, escapeHtml(words.draft)) : "";
  return draft + (settings.demo ? element("p", { class: "demo-mark" }, escapeHtml(words.demo)) : "");
}
