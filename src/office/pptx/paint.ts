/** The paint of each class of the deck's drawings, as art.css gives it, in colours of the theme. */
import type { ColourToken, Theme } from "../../model/theme.ts";
import { colourOf, schemeColour, type Ink } from "../ink.ts";

/** A colour as DrawingML writes it, without a fill around it. */
export type Colour = string;

export interface Paint {
  readonly fill: Colour | null;
  readonly stroke: { readonly colour: Colour; readonly width: number; readonly dashed: boolean } | null;
  /** 0 to 1. */
  readonly opacity: number;
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
}

export type Paints = (className: string) => Paint | null;

/** Paints of a drawing by its class names (`slide art-cover`) on paper or on the dark ground. */
export function paintsFor(names: readonly string[], ground: "paper" | "deep", theme: Theme): Paints {
  const token = (name: ColourToken): Colour => colourOf(name, theme);
  const ink = schemeColour;
  const set = setFor(names, ground, token);
  const picture = names.includes("art-picture");
  return (className) => {
    const ripple = /^art-ripple-(\d+)$/.exec(className);
    if (ripple !== null) {
      const depth = (Number(ripple[1]) - 1) / 15;
      return stroke(set.ripples, set.heavy * (1 - depth) + set.light * depth, 0.95 - 0.67 * depth);
    }
    switch (className) {
      case "art-bridge":
        return { fill: set.body, stroke: set.edge === null ? null : { colour: set.edge, width: set.edgeWidth, dashed: false }, opacity: 1 };
      case "art-ring":
        return stroke(set.voussoir, set.ring);
      case "art-rail":
        return stroke(set.parapet, set.rail);
      case "art-waterline":
        return stroke(set.lines, 3);
      case "art-water":
        return stroke(set.loose, 2.5);
      case "art-solid":
        return set.body === null ? null : fill(set.body);
      case "art-open":
      case "art-rim":
        return stroke(set.lines, 4);
      case "art-chord":
        return stroke(set.lines, 2.5);
      case "art-field":
        return fill(ink("water"));
      case "art-field-edge":
        return stroke(ink("water"), 4);
      case "art-lit":
        return fill(ink(ground === "deep" ? "glow" : "accent"));
      case "art-mist":
        return fill(ink(ground === "deep" ? "deep" : "mist"));
      case "art-moon":
        return fill(ink(picture && ground === "deep" ? "glow" : "ground"));
      case "art-light":
        return stroke(ink(ground === "deep" ? "glow" : "ground"), 3);
      case "art-level-ground":
        return fill(ink("ground"));
      case "art-level-water":
        return set.body === null ? null : fill(set.body);
      case "art-level-light":
        return stroke(ink("ground"), 2.5);
      case "art-level-rim":
        return set.body === null ? null : stroke(set.body, 4);
      case "art-way-deck":
        return stroke(ink("text"), 6);
      case "art-way-end":
        return fill(ink("text"));
      case "art-track":
        return stroke(ink("line"), 1.5);
      case "art-progress":
        return stroke(ink("text"), 3.5);
      case "art-to-come":
        return { ...stroke(ink("line"), 2), fill: ink("ground") };
      case "art-passed":
        return { ...stroke(ink("text"), 2), fill: ink("ground") };
      case "art-current":
        return fill(ink("accent"));
      default:
        return className === "unit-seal" ? fill(token("seal-deep")) : unitPaint(className);
    }
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
    heavy: 4, light: 1.8, rail: 3, ring: 2.5,
  };
  const has = (name: string): boolean => names.includes(name);
  if (has("art-cover")) return { ...plain, body: token("cover-bridge"), edge: token("art-line"), edgeWidth: 3, parapet: token("art-line"), lines: token("art-line"), ripples: token("art-line"), loose: token("cover-water"), heavy: 6.5, light: 2.5 };
  if (has("art-opener") && ground === "paper") return { ...plain, body: null, edge: ink("text"), edgeWidth: 4, voussoir: ink("text"), parapet: ink("text"), heavy: 4.5, light: 2, rail: 2, ring: 2 };
  if (has("art-section")) return { ...plain, body: null, edge: ink("on-deep2"), edgeWidth: 4, voussoir: ink("on-deep2"), parapet: ink("on-deep2"), lines: ink("on-deep2"), ripples: ink("on-deep2"), loose: ink("deep2"), heavy: 4.5, light: 2, rail: 2, ring: 2 };
  if (has("art-closing")) return { ...plain, body: ink("on-deep"), parapet: ink("on-deep"), lines: ink("on-deep2"), ripples: ink("on-deep2"), loose: ink("deep2") };
  if (has("art-panel")) return { ...plain, lines: ink("on-deep2"), loose: ink("deep2") };
  if (has("art-picture")) return pictureSet(plain, ground, has("art-calm"));
  if (has("art-statement")) return { ...plain, body: ink("text"), parapet: ink("text"), light: 2.2 };
  if (has("art-zone") || has("art-level")) return { ...plain, body: ink("text"), parapet: ink("text") };
  if (has("art-agenda")) return { ...plain, ring: 2 };
  return ground === "deep" ? { ...plain, loose: ink("deep2") } : plain;
}

function pictureSet(plain: Set, ground: "paper" | "deep", calm: boolean): Set {
  const heavy = calm ? 4 : 5.5;
  const [water, soft] = [schemeColour("water"), schemeColour("on-deep2")];
  if (ground === "paper") return { ...plain, body: water, lines: water, voussoir: schemeColour("ground"), loose: schemeColour("ground"), heavy };
  return { ...plain, body: water, edge: soft, edgeWidth: 3, parapet: soft, voussoir: soft, lines: soft, ripples: soft, loose: schemeColour("deep2"), heavy };
}
