/** The paint of each class of the deck's drawings, as art.css gives it, in colours of the theme. */
import type { ColourToken, Theme } from "../../model/theme.ts";
import { colourOf, schemeColour, valueOn, type Ink } from "../ink.ts";

/** A colour as DrawingML writes it, without a fill around it. */
export type Colour = string;

export interface Paint {
  readonly fill: Colour | null;
  readonly stroke: { readonly colour: Colour; readonly width: number; readonly dashed: boolean } | null;
  /** 0 to 1. */
  readonly opacity: number;
  /** What hides the ground below a fill that lets it through. */
  readonly under?: Colour;
}

/** What a drawing's place decides: the custom properties of art.css. Null draws nothing. */
interface Set {
  readonly body: Colour | null;
  readonly edge: Colour | null;
  readonly edgeWidth: number;
  readonly voussoir: Colour;
  readonly parapet: Colour;
  readonly lines: Colour;
  readonly ripples: Colour;
  readonly loose: Colour;
  readonly heavy: number;
  readonly light: number;
  readonly rail: number;
  readonly ring: number;
  readonly line: number;
  readonly moon: Colour;
  /** The ground of a drawing that has one. */
  readonly mist: Pick<Paint, "fill" | "under">;
}

export type Paints = (className: string) => Paint | null;

/** Paints of a drawing by its class names (`slide art-cover`) on paper or on the dark ground. */
export function paintsFor(names: readonly string[], ground: "paper" | "deep", theme: Theme): Paints {
  const token = (name: ColourToken): Colour => colourOf(name, theme);
  const set = setFor(names, ground, token);
  const paints = new Map<string, Paint | null>(Object.entries({ ...standingPaints(set), ...waterPaints(set, ground), ...levelPaints(set), ...coursePaints(), ...sunPaints(theme, ground), "unit-seal": fill(token("seal-deep")) }));
  return (className) => {
    const ripple = /^art-ripple-(\d+)$/.exec(className);
    if (ripple === null) return paints.has(className) ? paints.get(className)! : unitPaint(className);
    const depth = (Number(ripple[1]) - 1) / 15;
    return stroke(set.ripples, set.heavy * (1 - depth) + set.light * depth, 0.95 - 0.67 * depth);
  };
}

/** What stands on the line: bridges, and what a slide is about. */
function standingPaints(set: Set): Readonly<Record<string, Paint | null>> {
  return {
    "art-bridge": { fill: set.body, stroke: set.edge === null ? null : { colour: set.edge, width: set.edgeWidth, dashed: false }, opacity: 1 },
    "art-ring": stroke(set.voussoir, set.ring),
    "art-rail": stroke(set.parapet, set.rail),
    "art-solid": set.body === null ? null : fill(set.body),
    "art-open": stroke(set.lines, 4),
    "art-rim": stroke(set.lines, 4),
    "art-chord": stroke(set.lines, 2.5),
    "art-field": fill(schemeColour("water")),
    "art-field-edge": stroke(schemeColour("water"), 4),
  };
}

/** Water, the sky above it, and the lights in both. */
function waterPaints(set: Set, ground: "paper" | "deep"): Readonly<Record<string, Paint | null>> {
  const lit = schemeColour(ground === "deep" ? "glow" : "accent");
  return {
    "art-waterline": stroke(set.lines, set.line),
    "art-water": stroke(set.loose, 2.5),
    "art-lit": fill(lit),
    "art-mist": { ...set.mist, stroke: null, opacity: 1 },
    "art-moon": fill(set.moon),
    "art-light": stroke(schemeColour(ground === "deep" ? "glow" : "ground"), 3),
  };
}

/** The sun of a theme that has one, and its light on the water below. */
function sunPaints({ office, ...theme }: Theme, ground: "paper" | "deep"): Readonly<Record<string, Paint>> {
  if (office.sun === null) return {};
  const colour = valueOn(office.sun, ground, theme, 1);
  return { "art-sun": fill(colour), "art-glow": fill(colour, 0.24) };
}

/** Vessels of water that stand for stages. */
function levelPaints({ body }: Set): Readonly<Record<string, Paint | null>> {
  return {
    "art-level-ground": fill(schemeColour("ground")),
    "art-level-water": body === null ? null : fill(body),
    "art-level-light": stroke(schemeColour("ground"), 2.5),
    "art-level-rim": body === null ? null : stroke(body, 4),
  };
}

/** Ways from then to now, and how far the report is. */
function coursePaints(): Readonly<Record<string, Paint | null>> {
  return {
    "art-way-deck": stroke(schemeColour("text"), 6),
    "art-way-end": fill(schemeColour("text")),
    "art-track": stroke(schemeColour("line"), 1.5),
    "art-progress": stroke(schemeColour("text"), 3.5),
    "art-to-come": { ...stroke(schemeColour("line"), 2), fill: schemeColour("ground") },
    "art-passed": { ...stroke(schemeColour("text"), 2), fill: schemeColour("ground") },
    "art-current": fill(schemeColour("accent")),
  };
}

function fill(colour: Colour, opacity = 1): Paint {
  return { fill: colour, stroke: null, opacity };
}

function stroke(colour: Colour, width: number, opacity = 1, dashed = false): Paint {
  return { fill: null, stroke: { colour, width, dashed }, opacity };
}

/** Counted things stand on the dark ground. */
function unitPaint(className: string): Paint | null {
  const [name = "", dashed] = className.split(" ");
  const ink = (one: Ink): Colour => schemeColour(one);
  const fills: Readonly<Record<string, Colour>> = { "unit-glow": ink("glow"), "unit-light": ink("on-deep"), "unit-soft": ink("on-deep2"), "unit-wall": ink("deep2") };
  if (fills[name] !== undefined) return fill(fills[name]);
  if (name === "unit-halo") return fill(ink("glow"), 0.13);
  if (name === "unit-line") return stroke(ink("on-deep2"), 3, 1, dashed === "unit-dashed");
  if (name === "unit-ridge") return stroke(ink("on-deep2"), 6);
  if (name === "unit-branch") return stroke(ink("deep"), 3);
  return name === "unit-gleam" ? stroke(ink("glow"), 3, 0.45) : null;
}

function setFor(names: readonly string[], ground: "paper" | "deep", token: (name: ColourToken) => Colour): Set {
  const ink = (one: Ink): Colour => schemeColour(one);
  const plain: Set = {
    body: token("bridge"), edge: null, edgeWidth: 0, voussoir: token("ring"), parapet: token("bridge"), lines: ink("text"), ripples: ink("water"), loose: ink("hair"),
    heavy: 4, light: 1.8, rail: 3, ring: 2.5, line: 3, moon: ink("ground"), mist: { fill: ink(ground === "deep" ? "deep" : "mist") },
  };
  const has = (name: string): boolean => names.includes(name);
  if (has("art-cover")) return { ...plain, body: token("cover-bridge"), edge: token("art-line"), edgeWidth: 3, parapet: token("art-line"), lines: token("art-line"), ripples: token("art-line"), loose: token("cover-water"), heavy: 6.5, light: 2.5 };
  if (has("art-opener") && ground === "paper") return { ...plain, body: null, edge: ink("text"), edgeWidth: 4, voussoir: ink("text"), parapet: ink("text"), heavy: 4.5, light: 2, rail: 2, ring: 2 };
  if (has("art-section")) return { ...plain, body: null, edge: ink("on-deep2"), edgeWidth: 4, voussoir: ink("on-deep2"), parapet: ink("on-deep2"), lines: ink("on-deep2"), ripples: ink("on-deep2"), loose: ink("deep2"), heavy: 4.5, light: 2, rail: 2, ring: 2 };
  if (has("art-closing")) return { ...plain, body: ink("on-deep"), parapet: ink("on-deep"), lines: ink("on-deep2"), ripples: ink("on-deep2"), loose: ink("deep2") };
  if (has("art-panel")) return { ...plain, ...NIGHT, body: ink("dusk"), lines: ink("on-deep2"), loose: ink("deep2"), moon: ink("glow"), rail: 5, ring: 4.5 };
  if (has("art-window")) return windowSet(plain, ground);
  if (has("art-picture")) return pictureSet(plain, ground, has("art-calm"));
  if (has("art-statement")) return { ...plain, body: ink("text"), parapet: ink("text"), light: 2.2 };
  if (has("art-zone") || has("art-level")) return { ...plain, body: ink("text"), parapet: ink("text") };
  if (has("art-agenda")) return { ...plain, ring: 2 };
  return ground === "deep" ? { ...plain, loose: ink("deep2") } : plain;
}

/** Edges of what stands on a dark ground. */
const NIGHT = { edge: schemeColour("on-deep2"), edgeWidth: 5, voussoir: schemeColour("on-deep2"), parapet: schemeColour("on-deep2") } as const;

/** Seen through a round window: lines are drawn at half of their size. */
function windowSet(plain: Set, ground: "paper" | "deep"): Set {
  const ink = schemeColour;
  const set = { ...plain, body: ink("water"), lines: ink("water"), voussoir: ink("ground"), loose: ink("ground"), heavy: 8, light: 3, rail: 5, ring: 4.5, line: 6, mist: { fill: ink("mist"), under: ink("ground") } };
  return ground === "paper" ? set : { ...set, ...NIGHT, lines: ink("on-deep2"), ripples: ink("on-deep2"), loose: ink("water"), moon: ink("glow"), mist: { fill: ink("dusk") } };
}

function pictureSet(plain: Set, ground: "paper" | "deep", calm: boolean): Set {
  const heavy = calm ? 4 : 5.5;
  const [water, soft] = [schemeColour("water"), schemeColour("on-deep2")];
  if (ground === "paper") return { ...plain, body: water, lines: water, voussoir: schemeColour("ground"), loose: schemeColour("ground"), heavy };
  return { ...plain, body: water, edge: soft, edgeWidth: 3, parapet: soft, voussoir: soft, lines: soft, ripples: soft, loose: schemeColour("deep2"), heavy, moon: schemeColour("glow") };
}
