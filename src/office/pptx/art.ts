/** The deck's drawings as shapes: the outlines are those of the page itself, the paint is the theme's, so that a new theme recolours them. */
import type { Language } from "../../model/deck.ts";
import type { Theme } from "../../model/theme.ts";
import type { Box } from "../units.ts";
import { emu } from "../units.ts";
import { xml } from "../xml.ts";
import { roundWindow, squareWindow } from "./cut-off.ts";
import { freeform, type Placement } from "./freeform.ts";
import { paintsFor, type Paint, type Paints } from "./paint.ts";
import { group, shape } from "./shapes.ts";

/** A drawing of a page: its class names and what is inside its tag. */
export interface Drawing {
  readonly names: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

const DRAWING = /<svg class="art (art-[^"]*)" viewBox="0 0 ([\d.]+) ([\d.]+)" aria-hidden="true">((?:<svg [^>]*>.*?<\/svg>|.)*?)<\/svg>/gsu;

/** The drawings of a page in their order. */
export function findDrawings(html: string): readonly Drawing[] {
  return [...html.matchAll(DRAWING)].map(([, names = "", width, height, body = ""]) => ({ names: names.split(" ").map((name) => (name.startsWith("art-") ? name : `art-${name}`)), width: Number(width), height: Number(height), body: unfold(body) }));
}

/** A drawing may show a part of it again and again (`use`); shapes cannot. */
function unfold(body: string): string {
  if (!body.includes("<use ")) return body;
  const parts = new Map([...body.matchAll(/<g id="([^"]+)">/g)].map((match) => [match[1]!, partAt(body, match.index)]));
  return body.replaceAll(/<use href="#([^"]+)"\/>/g, (_, id: string) => parts.get(id) ?? "");
}

/** A group with all that is in it. */
function partAt(body: string, start: number): string {
  let depth = 0;
  for (const { 0: tag, index } of body.slice(start).matchAll(/<\/?g\b[^>]*>/g)) {
    depth += tag.startsWith("</") ? -1 : 1;
    if (depth === 0) return body.slice(start, start + index + tag.length);
  }
  return body.slice(start);
}

/** Where a drawing goes, and on which ground. */
export interface ArtPlace {
  readonly box: Box;
  readonly ground: "paper" | "deep";
  readonly name: string;
  readonly nextId: () => number;
  readonly theme: Theme;
  readonly lang: Language;
}

interface Open {
  readonly placement: Placement;
  readonly opacity: number;
}

const TAG = /<(\/?)(g|svg|path|circle)\b([^>]*?)(\/?)>/g;

/** The whole drawing as one group; empty for one without outlines. */
export function drawArt(drawing: Drawing, place: ArtPlace): string {
  const { box, ground, name, nextId, theme, lang } = place;
  const paints = paintsFor(drawing.names, ground, theme);
  const id = nextId();
  const open: Open[] = [{ placement: { x: box.x, y: box.y, scaleX: box.width / drawing.width, scaleY: box.height / drawing.height, windows: [drawing.names.includes("art-window") ? roundWindow(box) : squareWindow(box)] }, opacity: 1 }];
  const shapes: string[] = [];
  for (const [, end, tag, written = ""] of drawing.body.matchAll(TAG)) {
    const attributes = new Map([...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
    const { placement, opacity } = open.at(-1)!;
    if (tag === "g" || tag === "svg") {
      if (end === "/") open.pop();
      else open.push({ placement: tag === "g" ? moved(placement, attributes) : inFrame(placement, attributes), opacity: attributes.get("class") === "art-far" ? opacity * 0.45 : opacity });
      continue;
    }
    const outline = tag === "path" ? attributes.get("d") ?? "" : circle(Number(attributes.get("cx") ?? 0), Number(attributes.get("cy") ?? 0), Number(attributes.get("r") ?? 0));
    shapes.push(paintedShape(outline, placement, paint(attributes.get("class") ?? "", paints, opacity), { name, nextId, lang }));
  }
  const drawn = shapes.filter((one) => one !== "");
  return drawn.length === 0 ? "" : group(id, { name, decorative: true }, box, drawn);
}

/** A drawing inside the drawing: it is as large as its view box and cropped at it. */
function inFrame({ x, y, scaleX, scaleY, windows }: Placement, attributes: ReadonlyMap<string, string>): Placement {
  const [left = 0, top = 0, width = 0, height = 0] = (attributes.get("viewBox") ?? "").split(" ").map(Number);
  const at = { x: x + Number(attributes.get("x") ?? 0) * scaleX, y: y + Number(attributes.get("y") ?? 0) * scaleY };
  const across = width * scaleX;
  const frame: Box = { x: Math.min(at.x, at.x + across), y: at.y, width: Math.abs(across), height: height * scaleY };
  return { x: at.x - left * scaleX, y: at.y - top * scaleY, scaleX, scaleY, windows: [...windows, squareWindow(frame)] };
}

function moved({ x, y, scaleX, scaleY, windows }: Placement, attributes: ReadonlyMap<string, string>): Placement {
  const written = attributes.get("class") === "unit-lamp" ? "translate(48 0)" : attributes.get("transform") ?? "";
  const [dx = 0, dy = 0] = (/translate\(([^)]*)\)/.exec(written)?.[1] ?? "").split(/[ ,]+/).filter((one) => one !== "").map(Number);
  const [sx = 1, sy = sx] = (/scale\(([^)]*)\)/.exec(written)?.[1] ?? "").split(/[ ,]+/).filter((one) => one !== "").map(Number);
  return { x: x + dx * scaleX, y: y + dy * scaleY, scaleX: scaleX * sx, scaleY: scaleY * sy, windows };
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}

function paint(className: string, paints: Paints, opacity: number): Paint | null {
  const found = paints(className);
  return found === null ? null : { ...found, opacity: found.opacity * opacity };
}

/** A colour that lets the ground through; one that has an alpha already gets a lower one. */
function faded(colour: string, opacity: number): string {
  if (opacity >= 1) return colour;
  const alpha = /<a:alpha val="(\d+)"\/>/.exec(colour);
  if (alpha !== null) return colour.replace(alpha[0], `<a:alpha val="${Math.round(Number(alpha[1]) * opacity)}"/>`);
  const weaker = `<a:alpha val="${Math.round(opacity * 100_000)}"/>`;
  return colour.endsWith("/>") ? colour.replace(/\/>$/, `>${weaker}</${/^<(a:\w+)/.exec(colour)![1]!}>`) : colour.replace(/<\/a:\w+>$/, (end) => weaker + end);
}

function paintedShape(outline: string, placement: Placement, painted: Paint | null, label: Pick<ArtPlace, "name" | "nextId" | "lang">): string {
  if (painted === null || (painted.fill === null && painted.stroke === null)) return "";
  const { fill, stroke, under = null } = painted;
  // An edge that is cut off is not drawn along the cut.
  const layers: readonly Paint[] = fill !== null && stroke !== null && placement.windows.length > 0 ? [{ ...painted, stroke: null }, { ...painted, fill: null }] : [painted];
  return [...(under === null ? [] : [{ fill: under, stroke: null, opacity: 1 }]), ...layers].map((layer) => oneShape(outline, placement, layer, label)).join("");
}

function oneShape(outline: string, placement: Placement, { fill, stroke, opacity }: Paint, { name, nextId, lang }: Pick<ArtPlace, "name" | "nextId" | "lang">): string {
  const form = freeform(outline, placement, fill !== null);
  if (form === null) return "";
  const line = stroke === null ? "<a:ln><a:noFill/></a:ln>" : xml("a:ln", { w: emu(stroke.width * Math.abs(placement.scaleY)) }, `<a:solidFill>${faded(stroke.colour, opacity)}</a:solidFill>`, stroke.dashed ? '<a:prstDash val="dash"/>' : "");
  return shape(nextId(), { name, decorative: true, ...form, fill: fill === null ? "<a:noFill/>" : `<a:solidFill>${faded(fill, opacity)}</a:solidFill>`, line }, lang);
}
