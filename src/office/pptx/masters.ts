/** The slide master with its layouts: places, grounds and art that all slides share, in colours and fonts of the theme. */
import { CANVAS } from "../../model/canvas.ts";
import type { Settings } from "../../model/deck.ts";
import type { OfficePlace } from "../../model/office-look.ts";
import type { Theme } from "../../model/theme.ts";
import { textWidth } from "../../model/text-width.ts";
import { wordsOf } from "../../model/words.ts";
import { closingArt, coverArt } from "../../render/art/cover.ts";
import { panelArt } from "../../render/art/panel.ts";
import { colourMap, solid, type Ink } from "../ink.ts";
import type { Part, Relation } from "../parts.ts";
import type { Box } from "../units.ts";
import { xml, XML_HEAD } from "../xml.ts";
import { drawArt, findDrawings } from "./art.ts";
import { INDEX, LAYOUTS, type LayoutName, type LayoutSpec, type Place, type PlaceStyle } from "./layout-specs.ts";
import { NAMESPACES, presentationType, shapeTree } from "./namespaces.ts";
import { bodyProperties, outlineOf, placeholderReference, properties, shape, transform } from "./shapes.ts";
import { paragraphProperties, renderParagraphs, runProperties, textRuns } from "./text.ts";
import { gradient, standingShapes, wholeSlide, type ShapePlace } from "./theme-shapes.ts";

const MASTER = "/ppt/slideMasters/slideMaster1.xml";
const NAMES = Object.keys(LAYOUTS) as readonly LayoutName[];

export function layoutPath(name: LayoutName): string {
  return `/ppt/slideLayouts/slideLayout${NAMES.indexOf(name) + 1}.xml`;
}

/** Whether the cover of a theme is dark; all else of it follows from the colours of that ground. */
export function groundOf(spec: LayoutSpec, { colours }: Theme): "paper" | "deep" {
  return spec.ground === "cover" ? (colours["cover-paper"] === colours.deep ? "deep" : "paper") : spec.ground;
}

/** Master and layouts; the master's theme is number 1. The bridge of the cover stands `lower` below many words. */
export function masterParts(settings: Settings, theme: Theme, lower: boolean): readonly Part[] {
  const relations: Relation[] = [
    ...NAMES.map((name, index): Relation => ({ id: `rId${index + 1}`, type: "slideLayout", target: layoutPath(name) })),
    { id: `rId${NAMES.length + 1}`, type: "theme", target: "/ppt/theme/theme1.xml" },
  ];
  // Ids of masters and layouts share one range (ECMA-376-1, 19.7.13).
  const ids = NAMES.map((_, index) => xml("p:sldLayoutId", { id: 2_147_483_649 + index, "r:id": `rId${index + 1}` }));
  const spec = LAYOUTS.wide;
  const shapes = [...spec.places.filter(({ index }) => index === null || index === INDEX.body).map((place, index) => layoutPlace(index + 2, place.type === "body" ? { ...place, index: 1 } : place, settings, true)), ...footPlaces(spec, settings, 10)];
  const bytes =
    XML_HEAD +
    xml("p:sldMaster", NAMESPACES,
      `<p:cSld><p:bg><p:bgPr>${solid("ground")}<a:effectLst/></p:bgPr></p:bg>${shapeTree(shapes.join(""))}</p:cSld>`,
      xml("p:clrMap", colourMap("paper")), `<p:sldLayoutIdLst>${ids.join("")}</p:sldLayoutIdLst>`, '<p:hf hdr="0" dt="0"/>', textStyles());
  return [{ path: MASTER, type: presentationType("slideMaster"), bytes, relations }, ...NAMES.map((name) => layoutPart(name, settings, theme, lower))];
}

/** Styles of every level: the levels below the first are as large, and quieter. */
function textStyles(): string {
  const [title, body] = LAYOUTS.wide.places.filter(({ index }) => index === null || index === INDEX.body).map(({ style }) => style);
  const levels = Array.from({ length: 9 }, (_, level) => level + 1);
  const other = levels.map((level) => paragraphProperties(`a:lvl${level}pPr`, { margin: 0 }, runProperties("a:defRPr", { size: 36, ink: "text", face: "sans" }, null)));
  return xml("p:txStyles", {}, xml("p:titleStyle", {}, levelStyle(1, title!)), xml("p:bodyStyle", {}, ...levels.map((level) => levelStyle(level, level === 1 ? body! : { ...body!, ink: "muted" }))), xml("p:otherStyle", {}, ...other));
}

function levelStyle(level: number, { size, ink, face, bold, align, line, tracking }: PlaceStyle): string {
  const inside = runProperties("a:defRPr", { size, ink, face, bold, ...(tracking === undefined ? {} : { tracking }) }, null);
  return paragraphProperties(`a:lvl${level}pPr`, { align, line: { percent: line }, before: 0, bullet: null, margin: 0 }, inside);
}

function layoutPart(name: LayoutName, settings: Settings, theme: Theme, lower: boolean): Part {
  const spec = LAYOUTS[name];
  const ground = groundOf(spec, theme);
  const ids = counter(2);
  const shapes = [
    ...backdrop(name, ground, ids, settings, theme, lower),
    ...spec.places.map((place) => layoutPlace(ids(), inkOnCover(place, spec, theme), settings, false)),
    ...footPlaces(spec, settings, ids()),
    ...stamps(spec, ids, settings),
  ];
  const override = ground === "deep" ? xml("a:overrideClrMapping", colourMap("deep")) : "<a:masterClrMapping/>";
  const title = settings.lang === "en" ? spec.name.en : spec.name.zh;
  const bytes =
    XML_HEAD +
    xml("p:sldLayout", { ...NAMESPACES, type: spec.type, preserve: 1, userDrawn: 1 },
      xml("p:cSld", { name: title }, ground === "deep" ? `<p:bg><p:bgPr>${groundFill(spec, theme)}<a:effectLst/></p:bgPr></p:bg>` : "", shapeTree(shapes.join(""))),
      `<p:clrMapOvr>${override}</p:clrMapOvr>`);
  return { path: layoutPath(name), type: presentationType("slideLayout"), bytes, relations: [{ id: "rId1", type: "slideMaster", target: MASTER }] };
}

function groundFill({ ground }: LayoutSpec, theme: Theme): string {
  const changing = theme.office.grounds[ground === "cover" ? "cover" : "deep"];
  return changing === undefined ? solid("ground") : gradient(changing, "deep", theme);
}

function counter(first: number): () => number {
  let next = first + 20;
  return () => (next += 1);
}

/** The ink of the theme that comes nearest to its own colour for words on the cover. */
function inkOnCover(place: Place, spec: LayoutSpec, { colours }: Theme): Place {
  if (spec.ground !== "cover" || colours["cover-paper"] !== colours.deep || place.index !== null) return place;
  const away = (one: string, other: string): number => [1, 3, 5].reduce((sum, at) => sum + Math.abs(parseInt(one.slice(at, at + 2), 16) - parseInt(other.slice(at, at + 2), 16)), 0);
  const ink: Ink = away(colours["cover-ink"], colours.glow) < away(colours["cover-ink"], colours["on-deep"]) ? "accent" : "text";
  return { ...place, style: { ...place.style, ink } };
}

/** What lies behind the words: the panel, the art that is the same on every slide of the layout, and what the theme adds. */
function backdrop(name: LayoutName, ground: "paper" | "deep", nextId: () => number, { lang }: Settings, theme: Theme, lower: boolean): readonly string[] {
  const spec = LAYOUTS[name];
  const art = lang === "en" ? "Art" : "图案";
  const whole: Box = { x: 0, y: 0, ...CANVAS };
  const draw = (svg: string, at = whole, down = 0): string => findDrawings(svg).map((drawing) => drawArt({ ...drawing, body: down === 0 ? drawing.body : `<g transform="translate(0 ${down})">${drawing.body}</g>` }, { box: at, ground, name: art, nextId, theme, lang })).join("");
  const place = { ground, theme, lang, nextId };
  const below = name === "pictureFull" || name === "picture" ? [] : standingShapes(ground, wholeSlide(place));
  const area: Box = { ...whole, width: spec.panel ?? 0 };
  const panel = spec.panel === null ? [] : [shape(nextId(), { name: lang === "en" ? "Panel" : "色块", decorative: true, box: area, fill: solid("deep") }, lang), ...standingShapes("panel", { ...place, area })];
  const own = OFFICE_NAMES[name] === undefined ? [] : standingShapes(OFFICE_NAMES[name], wholeSlide(place));
  if (theme.motif === "none") return [...below, ...panel, ...own, ...footRule(spec, place)];
  const width = spec.panel ?? (name === "panelDeep" ? 640 : null);
  const drawn = name === "cover" ? [draw(coverArt(), whole, lower ? LOWER : 0)] : name === "closing" ? [draw(closingArt())] : width === null ? [] : [draw(panelArt(width, 33), { ...whole, width })];
  return [...below, ...panel, ...drawn, ...own];
}

/** Pixels by which the bridge of a cover is lower, as in opening.css. */
const LOWER = 130;

/** What a theme calls the layouts that may have shapes of their own. */
const OFFICE_NAMES: Readonly<Partial<Record<LayoutName, OfficePlace>>> = { cover: "cover", section: "section", closing: "closing", opener: "opener", openerPlain: "opener-light" };

/** Themes without the motif have a rule where the bridges of progress would stand, or shapes of their own. */
function footRule(spec: LayoutSpec, place: Omit<ShapePlace, "area">): readonly string[] {
  if (spec.ground !== "paper" || (spec.foot !== "full" && spec.foot !== "plain")) return [];
  const own = standingShapes("foot", wholeSlide(place));
  if (own.length > 0) return own;
  const name = place.lang === "en" ? "Art" : "图案";
  return [shape(place.nextId(), { name, decorative: true, box: { x: 112, y: 999, width: 1696, height: 0 }, preset: "line", line: outlineOf(2, solid("line")) }, place.lang)];
}

const PROMPTS = {
  zh: { title: "单击此处编辑标题", ctrTitle: "单击此处编辑标题", subTitle: "单击此处编辑副标题", body: "单击此处编辑文字", pic: "单击图标添加图片" },
  en: { title: "Click to edit the title", ctrTitle: "Click to edit the title", subTitle: "Click to edit the subtitle", body: "Click to edit the text", pic: "Click the icon to add a picture" },
} as const;
const PLACES = {
  zh: { title: "标题", ctrTitle: "标题", subTitle: "副标题", body: "文本", pic: "图片", ftr: "页脚", sldNum: "页码" },
  en: { title: "Title", ctrTitle: "Title", subTitle: "Subtitle", body: "Text", pic: "Picture", ftr: "Footer", sldNum: "Slide number" },
} as const;

/** What a kind of place is called. */
export function placeName(type: keyof typeof PLACES.zh, lang: Settings["lang"]): string {
  return PLACES[lang === "en" ? "en" : "zh"][type];
}

function layoutPlace(id: number, { type, index, box, style }: Place, { lang }: Settings, master: boolean): string {
  const prompt = PROMPTS[lang === "en" ? "en" : "zh"][type];
  const levels = type === "body" && index === INDEX.body ? [1, 2] : [1];
  const list = xml("a:lstStyle", {}, ...levels.map((level) => levelStyle(level, level === 1 ? style : { ...style, size: Math.max(36, Math.round(style.size * 0.8)), face: "sans", bold: false, ink: style.ink === "text" ? "muted" : style.ink })));
  return `<p:sp><p:nvSpPr>${properties(id, { name: `${placeName(type, lang)} ${id}` })}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderReference({ type, index: master && type === "body" ? 1 : index })}</p:nvPr></p:nvSpPr><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>${bodyProperties({ anchor: style.anchor, ...(style.vertical === true ? { vertical: true } : {}) })}${list}${renderParagraphs([{ runs: textRuns(prompt, {}) }], lang)}</p:txBody></p:sp>`;
}

/** The section's name and the page number, both fields of the foot. */
function footPlaces({ foot }: LayoutSpec, { lang }: Settings, id: number): readonly string[] {
  if (foot === "none") return [];
  const place = (at: number, type: "ftr" | "sldNum", index: number, x: number, width: number, align: "l" | "r", ink: Ink, content: string): string => {
    const style: PlaceStyle = { size: 28, ink, face: type === "ftr" ? "sans" : "numeral", bold: false, align, anchor: "ctr", line: 100 };
    return `<p:sp><p:nvSpPr>${properties(at, { name: `${placeName(type, lang)} ${at}` })}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderReference({ type, index })}</p:nvPr></p:nvSpPr><p:spPr>${transform({ x, y: 1012, width, height: 48 })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>${bodyProperties({ anchor: "ctr" })}<a:lstStyle>${levelStyle(1, style)}</a:lstStyle>${content}</p:txBody></p:sp>`;
  };
  const number = renderParagraphs([{ runs: [{ type: "page", text: "‹#›", style: {} }] }], lang);
  const section = foot === "page" ? "" : place(id, "ftr", INDEX.footer, 112, foot === "panel" ? 496 : 1240, "l", foot === "panel" ? "on-deep2" : "muted", renderParagraphs([], lang));
  return [section, place(id + 1, "sldNum", INDEX.page, 1560, 248, "r", "muted", number)];
}

/** 讨论稿 and 示例数据 stand in the layouts: taken away there, they are gone from every slide. */
function stamps({ ground }: LayoutSpec, nextId: () => number, { status, demo, lang }: Settings): readonly string[] {
  const words = wordsOf(lang);
  const [right, height] = [1656, 46];
  const stamp = { name: words.draft, box: { x: right - 150, y: 1012, width: 150, height }, line: outlineOf(3, solid("accent")), text: { anchor: "ctr" as const, paragraphs: [{ align: "ctr" as const, runs: textRuns(words.draft, { size: 28, ink: "accent", bold: true, face: "serif" }) }] } };
  const width = Math.ceil(textWidth(words.demo) * 28 * 1.1) + 28;
  // On the water of a cover the words have a ground of their own, as on the page.
  const [ink, own]: readonly [Ink, object] = ground === "paper" ? ["muted", {}] : ["text", ground === "cover" ? { fill: solid("ground") } : {}];
  const mark = { name: words.demo, box: { x: right - width + 14 - (status === "draft" ? 168 : 0), y: 1012, width, height }, ...own, text: { anchor: "ctr" as const, paragraphs: [{ align: "ctr" as const, runs: textRuns(words.demo, { size: 28, ink, face: "sans" }) }] } };
  return [...(status === "draft" ? [shape(nextId(), stamp, lang)] : []), ...(demo ? [shape(nextId(), mark, lang)] : [])];
}
