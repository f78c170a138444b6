/** Shapes of a slide (ECMA-376-1, 19.3.1): text boxes, placeholders, lines, pictures and free outlines. */
import type { Language } from "../../model/deck.ts";
import { emu, type Box } from "../units.ts";
import { xml } from "../xml.ts";
import { renderParagraphs, type Link, type Paragraph } from "./text.ts";

/** What a shape is called in the selection pane, and what a screen reader says of it. */
export interface Label {
  readonly name: string;
  /** Alternative text; empty for what its own text tells. */
  readonly description?: string;
  /** Art that says nothing: screen readers skip it. */
  readonly decorative?: boolean;
  /** Where a click on the shape leads. */
  readonly link?: Link | null;
}

const DECORATIVE = '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** `p:cNvPr`. */
export function properties(id: number, { name, description = "", decorative = false, link = null }: Label): string {
  const click = link === null ? "" : xml("a:hlinkClick", { "r:id": link.relation, action: link.action });
  return xml("p:cNvPr", { id, name, descr: description === "" ? null : description }, click, decorative ? DECORATIVE : "");
}

/** `a:xfrm` or, with its name, the transform of a frame. */
export function transform({ x, y, width, height }: Box, name = "a:xfrm"): string {
  return `<${name}>${xml("a:off", { x: emu(x), y: emu(y) })}${xml("a:ext", { cx: emu(width), cy: emu(height) })}</${name}>`;
}

/** `a:ln` of a width in pixels, around a fill. */
export function outlineOf(pixels: number, fill: string): string {
  return xml("a:ln", { w: emu(pixels) }, fill);
}

export interface TextBody {
  readonly paragraphs: readonly Paragraph[];
  readonly anchor?: "t" | "ctr" | "b";
  /** Pixels inside each edge: left, top, right, bottom; 0 unless given. */
  readonly insets?: readonly [left: number, top: number, right: number, bottom: number];
  /** Characters below one another, columns from the right. */
  readonly vertical?: boolean;
  /** Whether lines wrap at the box; true unless told. */
  readonly wraps?: boolean;
  /** Side by side, with the pixels between them. */
  readonly columns?: { readonly count: number; readonly gap: number };
}

export interface ShapeOptions extends Label {
  readonly box: Box;
  /** Preset geometry: `rect`, `ellipse`. */
  readonly preset?: string;
  /** `a:custGeom` in place of a preset. */
  readonly geometry?: string;
  /** A fill; none unless given. */
  readonly fill?: string;
  /** An `a:ln`; none unless given. */
  readonly line?: string;
  readonly text?: TextBody;
}

export function bodyProperties({ anchor = "t", insets = [0, 0, 0, 0], vertical = false, wraps = true, columns }: Omit<TextBody, "paragraphs">): string {
  const [lIns, tIns, rIns, bIns] = insets.map(emu);
  return xml("a:bodyPr", { vert: vertical ? "eaVert" : null, wrap: wraps ? "square" : "none", lIns: lIns!, tIns: tIns!, rIns: rIns!, bIns: bIns!, numCol: columns?.count ?? null, spcCol: columns === undefined ? null : emu(columns.gap), anchor, rtlCol: 0 }, "<a:noAutofit/>");
}

/** A shape with or without text. */
export function shape(id: number, options: ShapeOptions, lang: Language): string {
  const { box, preset = "rect", geometry, fill = "<a:noFill/>", line = "", text } = options;
  const textBox = text !== undefined && options.fill === undefined;
  const form = geometry ?? `<a:prstGeom prst="${preset}"><a:avLst/></a:prstGeom>`;
  // PowerPoint drops shapes without a text body; art has thousands of them.
  const body = text === undefined ? "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>" : `<p:txBody>${bodyProperties(text)}<a:lstStyle/>${renderParagraphs(text.paragraphs, lang)}</p:txBody>`;
  return `<p:sp><p:nvSpPr>${properties(id, options)}${xml("p:cNvSpPr", { txBox: textBox ? 1 : null })}<p:nvPr/></p:nvSpPr><p:spPr>${transform(box)}${form}${fill}${line}</p:spPr>${body}</p:sp>`;
}

/** A place of the slide's layout that this slide fills. */
export interface PlaceholderOptions extends Label {
  readonly type: string;
  /** Null for the kinds of which a layout has one. */
  readonly index: number | null;
  /** Null keeps the place of the layout. */
  readonly box?: Box | null;
  readonly paragraphs: readonly Paragraph[];
  readonly anchor?: "t" | "ctr" | "b";
}

export function placeholderReference({ type, index }: Pick<PlaceholderOptions, "type" | "index">): string {
  return xml("p:ph", { type: type === "obj" ? null : type, sz: type === "ftr" || type === "sldNum" ? "quarter" : null, idx: index });
}

export function placeholder(id: number, options: PlaceholderOptions, lang: Language): string {
  const { box = null, paragraphs, anchor } = options;
  const own = box === null ? "<p:spPr/>" : `<p:spPr>${transform(box)}</p:spPr>`;
  const body = anchor === undefined ? "<a:bodyPr/>" : `<a:bodyPr anchor="${anchor}"/>`;
  return `<p:sp><p:nvSpPr>${properties(id, options)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderReference(options)}</p:nvPr></p:nvSpPr>${own}<p:txBody>${body}<a:lstStyle/>${renderParagraphs(paragraphs, lang)}</p:txBody></p:sp>`;
}

export interface PictureOptions extends Label {
  readonly box: Box;
  /** Relations of the picture, and of its drawing as SVG where it is one. */
  readonly relation: string;
  readonly drawing: string | null;
  /** Shares of the picture that the crop takes away: left, top, right, bottom, each 0 to 1. */
  readonly crop: readonly [left: number, top: number, right: number, bottom: number];
  /** The picture fills this placeholder of the layout. */
  readonly index?: number;
}

export function picture(id: number, { box, relation, drawing, crop, index, ...label }: PictureOptions): string {
  const [l, t, r, b] = crop.map((share) => Math.round(share * 100_000));
  const svg = drawing === null ? "" : `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${drawing}"/></a:ext></a:extLst>`;
  const cropped = crop.every((share) => share === 0) ? "" : xml("a:srcRect", { l: l!, t: t!, r: r!, b: b! });
  const held = index === undefined ? "<p:nvPr/>" : `<p:nvPr><p:ph type="pic" idx="${index}"/></p:nvPr>`;
  return `<p:pic><p:nvPicPr>${properties(id, label)}<p:cNvPicPr><a:picLocks noChangeAspect="1"${index === undefined ? "" : ' noGrp="1"'}/></p:cNvPicPr>${held}</p:nvPicPr><p:blipFill>${xml("a:blip", { "r:embed": relation }, svg)}${cropped}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

/** Shapes that are moved and recoloured as one; they keep their own places. */
export function group(id: number, label: Label, box: Box, shapes: readonly string[]): string {
  const { x, y, width, height } = box;
  const at = xml("a:off", { x: emu(x), y: emu(y) }) + xml("a:ext", { cx: emu(width), cy: emu(height) });
  const inside = xml("a:chOff", { x: emu(x), y: emu(y) }) + xml("a:chExt", { cx: emu(width), cy: emu(height) });
  return `<p:grpSp><p:nvGrpSpPr>${properties(id, label)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${at}${inside}</a:xfrm></p:grpSpPr>${shapes.join("")}</p:grpSp>`;
}
