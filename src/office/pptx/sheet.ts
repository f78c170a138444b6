/** A slide in the making: its shapes, relations, pictures and clicks are gathered here, in the order in which they are read. */
import { isDrawing, isTreated, type PhotoLook } from "../../model/photo.ts";
import type { Inline, Step } from "../../model/deck.ts";
import { plainText } from "../../model/plain-text.ts";
import { CANVAS } from "../../model/canvas.ts";
import type { OfficePlace } from "../../model/office-look.ts";
import type { EncodedImage } from "../../pictures/images.ts";
import type { LineBreaker } from "../../render/line-break.ts";
import type { Scene } from "../../render/scene.ts";
import type { Part, Relation } from "../parts.ts";
import type { Box } from "../units.ts";
import { drawArt, type Drawing } from "./art.ts";
import { INDEX, LAYOUTS, type LayoutName, type Place } from "./layout-specs.ts";
import { addedBreaks } from "./lines.ts";
import { placeName } from "./masters.ts";
import { picture, placeholder, shape, type ShapeOptions, type TextBody } from "./shapes.ts";
import { textRuns, type Paragraph, type Run, type TextStyle } from "./text.ts";
import { changingShapes, standingShapes } from "./theme-shapes.ts";

/** What appears at a click: a shape, its ground alone, or paragraphs of it (from, to; both counted from 0). */
export interface Click {
  readonly step: number;
  readonly shape: number;
  readonly paragraphs: readonly [from: number, to: number] | "ground" | null;
  readonly kind: "text" | "filled" | "frame";
}

/** What all slides share. */
export interface Book {
  /** The part of the slide with this id; null for none. */
  readonly slidePath: (id: string) => string | null;
  /** The encoded picture of a file, in its tone or as it is. */
  readonly pictureOf: (file: string, toned: boolean) => SharedPicture | null;
  /** A number that no other chart has. */
  readonly nextChart: () => number;
}

/** A picture that several slides may show: its parts are written once. */
export interface SharedPicture {
  readonly image: EncodedImage;
  readonly path: string;
  /** The same as SVG, for programs that draw it. */
  readonly drawing: string | null;
}

export interface Sheet {
  readonly scene: Scene;
  readonly book: Book;
  readonly layout: LayoutName;
  readonly ground: "paper" | "deep";
  readonly drawings: readonly Drawing[];
  readonly shapes: string[];
  readonly relations: Relation[];
  readonly parts: Part[];
  readonly clicks: Click[];
  readonly nextId: () => number;
}

export function createSheet(scene: Scene, book: Book, layout: LayoutName, ground: "paper" | "deep", drawings: readonly Drawing[]): Sheet {
  let id = 1;
  return { scene, book, layout, ground, drawings, shapes: [], relations: [], parts: [], clicks: [], nextId: () => (id += 1) };
}

export function relate({ relations }: Sheet, type: string, target: string, external = false): string {
  const known = relations.find((one) => one.type === type && one.target === target);
  if (known !== undefined) return known.id;
  const id = `rId${relations.length + 2}`;
  relations.push({ id, type, target, ...(external ? { external } : {}) });
  return id;
}

export function breakerOf({ setting }: Scene): LineBreaker {
  return setting.type === "phrases" ? setting.findBreaks : () => new Set();
}

/** Lets a shape appear with its step; without one it is there at once. */
export function appear({ clicks }: Sheet, step: Step, shapeId: number, kind: Click["kind"], paragraphs: Click["paragraphs"] = null): void {
  if (step !== null) clicks.push({ step, shape: shapeId, kind, paragraphs });
}

/** Lets a text appear with its step, and paragraphs with steps of their own later. */
function appearText(sheet: Sheet, step: Step, shapeId: number, kind: Click["kind"], paragraphs: readonly Paragraph[]): void {
  if (paragraphs.every((paragraph) => (paragraph.step ?? null) === null)) return appear(sheet, step, shapeId, kind);
  if (kind === "filled") appear(sheet, step, shapeId, kind, "ground");
  for (const [index, paragraph] of paragraphs.entries()) appear(sheet, laterOf(step, paragraph.step ?? null), shapeId, kind, [index, index]);
}

/** When something inside another appears. */
export function laterOf(outer: Step, inner: Step): Step {
  return outer === null || inner === null ? (outer ?? inner) : Math.max(outer, inner);
}

/** Adds a shape; its id is returned. */
export function addShape(sheet: Sheet, options: ShapeOptions, step: Step = null): number {
  const id = sheet.nextId();
  sheet.shapes.push(shape(id, options, sheet.scene.settings.lang));
  appearText(sheet, step, id, options.fill === undefined ? "text" : "filled", options.text?.paragraphs ?? []);
  return id;
}

export function addText(sheet: Sheet, name: string, box: Box, text: TextBody, step: Step = null): number {
  return addShape(sheet, { name, box, text }, step);
}

export function placeOf({ layout }: Pick<Sheet, "layout">, index: number | null): Place {
  return LAYOUTS[layout].places.find((place) => place.index === index)!;
}

/** Fills a place of the layout; null keeps the layout's box. */
export function fillPlace(sheet: Sheet, index: number | null, paragraphs: readonly Paragraph[], box: Box | null = null, { anchor, step = null }: { readonly anchor?: "t" | "ctr" | "b"; readonly step?: Step } = {}): void {
  const { type } = placeOf(sheet, index);
  const id = sheet.nextId();
  const { lang } = sheet.scene.settings;
  sheet.shapes.push(placeholder(id, { name: `${placeName(type, lang)} ${id}`, type, index, box, paragraphs, ...(anchor === undefined ? {} : { anchor }) }, lang));
  appearText(sheet, step, id, "text", paragraphs);
}

/** Foot of the slide: the section's name, and the number as a field. Not every program takes their style from the layout. */
export function fillFoot(sheet: Sheet, section: string, page: string, after: string): void {
  const { foot } = LAYOUTS[sheet.layout];
  const { lang } = sheet.scene.settings;
  const put = (type: "ftr" | "sldNum", index: number, paragraph: Paragraph): void => {
    const id = sheet.nextId();
    sheet.shapes.push(placeholder(id, { name: `${placeName(type, lang)} ${id}`, type, index, paragraphs: [paragraph] }, lang));
  };
  if (foot === "none") return;
  const style: TextStyle = { size: 28, ink: "muted", face: "sans" };
  if (foot !== "page" && section !== "") put("ftr", INDEX.footer, { align: "l", runs: textRuns(section, foot === "panel" ? { ...style, ink: "on-deep2" } : style) });
  const number: TextStyle = { size: 32, ink: "text", face: "numeral", bold: true };
  put("sldNum", INDEX.page, { align: "r", runs: after === "" ? textRuns(page, number) : [{ type: "page", text: page, style: number }, ...textRuns(after, { ...style, face: "numeral" })] });
}

/** Draws the next drawing of the page that has this class, if there is one. */
export function addArt(sheet: Sheet, name: string, box: Box, nth = 0): void {
  const drawing = sheet.drawings.filter(({ names }) => names.includes(name))[nth];
  if (drawing === undefined) return;
  const { lang } = sheet.scene.settings;
  sheet.shapes.push(drawArt(drawing, { box, ground: sheet.ground, name: lang === "en" ? "Art" : "图案", nextId: sheet.nextId, theme: sheet.scene.theme, lang }));
}

/** Draws what the theme adds to this slide of a place, in an area of it. */
export function addThemeShapes(sheet: Sheet, name: OfficePlace, area: Box = { x: 0, y: 0, ...CANVAS }): void {
  const { theme, settings, section, opener } = sheet.scene;
  const place = { area, ground: sheet.ground, theme, lang: settings.lang, nextId: sheet.nextId, part: section.number, task: opener };
  const layouts = name !== "blank" && name !== "panel" && name !== "band";
  sheet.shapes.push(...(layouts ? [] : standingShapes(name, place)), ...changingShapes(name, place));
}

/** Draws what stands on the waterline of a panel; the water itself belongs to the layout. */
export function addStanding(sheet: Sheet, width: number): void {
  const drawing = sheet.drawings.find(({ names }) => names.includes("art-panel"));
  const body = drawing === undefined ? undefined : /<g transform.*<\/g>/su.exec(drawing.body)?.[0];
  if (drawing === undefined || body === undefined) return;
  addArt({ ...sheet, drawings: [{ ...drawing, body }] }, "art-panel", { x: 0, y: 0, width, height: 1080 });
}

/** Inlines as runs. `ends` are the places of {@link addedBreaks}, where a line ends. */
export function inlineRuns(sheet: Sheet, inlines: readonly Inline[], style: TextStyle = {}, ends: ReadonlySet<number> = new Set()): readonly Run[] {
  const place = { at: 0 };
  return inlines.flatMap((inline) => runsOf(sheet, inline, style, ends, place, null));
}

function runsOf(sheet: Sheet, inline: Inline, style: TextStyle, ends: ReadonlySet<number>, place: { at: number }, link: Extract<Run, { type: "text" }>["link"]): readonly Run[] {
  const text = (words: string, own: TextStyle = style): readonly Run[] => {
    const runs: Run[] = [];
    let from = 0;
    for (let index = 0; index < words.length; index += 1) {
      if (!ends.has(place.at + index)) continue;
      if (index > from) runs.push({ type: "text", text: words.slice(from, index), style: own, link });
      runs.push({ type: "break", style: own });
      from = index;
    }
    if (from < words.length) runs.push({ type: "text", text: words.slice(from), style: own, link });
    place.at += words.length;
    return runs;
  };
  const inside = (children: readonly Inline[], own: TextStyle, to = link): readonly Run[] => children.flatMap((child) => runsOf(sheet, child, own, ends, place, to));
  switch (inline.type) {
    case "text":
    case "figure":
      return text(inline.text);
    case "code":
      return text(inline.text, { ...style, face: "numeral" });
    case "html":
      return text(inline.html.replaceAll(/<[^>]*>/g, ""));
    case "break":
      return [{ type: "break", style }];
    case "strong":
      return inside(inline.children, { ...style, bold: true });
    case "emphasis":
      return inside(inline.children, { ...style, ink: "accent" });
    case "deleted":
      return inside(inline.children, { ...style, struck: true });
    case "link":
      return inside(inline.children, style, linkTo(sheet, inline.href));
  }
}

/** WPS follows a link to the web only with this action; PowerPoint follows it with and without. */
const TO_WEB = "ppaction://hlinkfile";

/** The relation of a link; null for an address that leads nowhere. */
export function linkTo(sheet: Sheet, href: string): Extract<Run, { type: "text" }>["link"] {
  if (href.startsWith("#")) {
    const path = sheet.book.slidePath(href.slice(1));
    return path === null ? null : { relation: relate(sheet, "slide", path), action: "ppaction://hlinksldjump" };
  }
  if (!/^(?:https?|mailto|tel):/i.test(href) || !URL.canParse(href)) return null;
  return { relation: relate(sheet, "hyperlink", new URL(href).href, true), action: /^https?:/i.test(href) ? TO_WEB : null };
}

/** Words as a headline of a size in a box of this width, with their breaks. */
export function headlineRuns(sheet: Sheet, inlines: readonly Inline[], size: number, width: number, style: TextStyle = {}): readonly Run[] {
  return inlineRuns(sheet, inlines, style, addedBreaks(plainText(inlines), width / size, breakerOf(sheet.scene)));
}

export function plainHeadline(sheet: Sheet, text: string, size: number, width: number, style: TextStyle = {}): readonly Run[] {
  return headlineRuns(sheet, [{ type: "text", text, span: sheet.scene.slide.span }], size, width, style);
}

export interface ShownPicture extends PhotoLook {
  readonly file: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A photo that fills a box, cropped around its focus; a drawing stands in it whole. False where there is no such picture. */
export function addPicture(sheet: Sheet, image: ShownPicture, box: Box, step: Step, options: { readonly index?: number; readonly whole?: boolean } = {}): boolean {
  const { theme, settings } = sheet.scene;
  const shared = sheet.book.pictureOf(image.file, theme.photo !== null && isTreated(image.file, image.treatment, settings.treatment));
  if (shared === null) return false;
  const whole = options.whole === true || isDrawing(image.file);
  const fill = Math[whole ? "min" : "max"](box.width / image.width, box.height / image.height);
  const [width, height] = [image.width * fill, image.height * fill];
  const id = sheet.nextId();
  const shown: Box = whole ? { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height } : box;
  const cut = (size: number, room: number, focus: number): [number, number] => {
    const spare = whole ? 0 : Math.max(0, 1 - room / size);
    return [(spare * focus) / 100, (spare * (100 - focus)) / 100];
  };
  const [[left, right], [top, bottom]] = [cut(width, box.width, image.focus.x), cut(height, box.height, image.focus.y)];
  sheet.shapes.push(
    picture(id, {
      name: image.caption === "" ? `${placeName("pic", settings.lang)} ${id}` : image.caption, description: image.alt, decorative: image.alt === "", box: shown, crop: [left, top, right, bottom],
      relation: relate(sheet, "image", shared.path), drawing: shared.drawing === null ? null : relate(sheet, "image", shared.drawing),
      ...(options.index === undefined ? {} : { index: options.index }),
    }),
  );
  appear(sheet, step, id, "frame");
  return true;
}
