/** The running text that composed pages have for each slide: its notes, their heading, the bound figures in them. */
import { publishedField, referenceKey } from "../../model/figure-reference.ts";
import type { ReferenceField } from "../../model/deck.ts";
import { findIndicator, type Indicator } from "../../model/indicator.ts";
import { parsePeriod } from "../../model/period.ts";
import { decodeEntities } from "../../render/entities.ts";
import { foldText } from "../readback/compare-text.ts";
import { findShown, HEADING, type Piece } from "../readback/expected-pdf.ts";

export interface Stretch {
  readonly slide: string;
  readonly kind: "notes" | "heading" | "figure";
  /** Key of a figure's reference; empty for anything else. */
  readonly key: string;
  /** Positions in the text. */
  readonly from: number;
  readonly to: number;
}

export interface Spoken {
  /** Folded for comparison. */
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** Whatever holds the notes of a slide carries the slide's id. */
const HOLDER = /<div\b[^>]*?\sdata-slide="([^"]*)"/g;

export function findSpoken(html: string, indicators: readonly Indicator[]): Spoken {
  const holders = [...html.matchAll(HOLDER)];
  const stretches: Stretch[] = [];
  let text = "";
  for (const [index, holder] of holders.entries()) {
    const slide = decodeEntities(holder[1] ?? "");
    const own = readHolder(html.slice(holder.index, holders[index + 1]?.index), indicators);
    const from = text.length;
    text += own.text;
    stretches.push({ slide, kind: "notes", key: "", from, to: text.length });
    for (const stretch of own.stretches) stretches.push({ ...stretch, slide, from: from + stretch.from, to: from + stretch.to });
  }
  return { text, stretches };
}

interface Held {
  readonly text: string;
  readonly stretches: readonly Omit<Stretch, "slide">[];
}

/** From the holder's own tag to its end. */
function readHolder(html: string, indicators: readonly Indicator[]): Held {
  const stretches: Omit<Stretch, "slide">[] = [];
  let text = "";
  let unfolded = "";
  let depth = 0;
  let open: Pick<Stretch, "kind" | "key" | "from"> | null = null;
  const fold = (): number => {
    text += foldText(decodeEntities(unfolded));
    unfolded = "";
    return text.length;
  };
  for (const piece of findShown(html)) {
    const { name, closes } = piece;
    unfolded += piece.text;
    if (name === "div") depth += closes ? -1 : 1;
    if (depth === 0) break;
    if (name !== "data" && !HEADING.test(name)) continue;
    const at = fold();
    if (closes && open !== null) stretches.push({ ...open, to: at });
    open = closes ? null : openStretch(piece, at, indicators);
  }
  fold();
  return { text, stretches };
}

function openStretch({ name, attributes }: Piece, from: number, indicators: readonly Indicator[]): Pick<Stretch, "kind" | "key" | "from"> | null {
  if (name !== "data") return { kind: "heading", key: "", from };
  const key = keyOf(attributes, indicators);
  return key === null ? null : { kind: "figure", key, from };
}

/** Null for a unit, which is not a figure. */
function keyOf(attributes: string, indicators: readonly Indicator[]): string | null {
  const read = (name: string): string | null => {
    const value = new RegExp(`\\sdata-${name}="([^"]*)"`).exec(attributes)?.[1];
    return value === undefined ? null : decodeEntities(value);
  };
  const indicator = findIndicator(indicators, read("indicator") ?? "");
  const field = read("field") as ReferenceField | null;
  if (indicator === null || field === null) return null;
  if (field === "name") return `${indicator.id}.name`;
  const [published, period] = [publishedField(field, indicator), parsePeriod(read("period") ?? "")];
  return published === null || period === null ? null : referenceKey({ indicator: indicator.id, field: published, period, area: read("area") });
}
