/** `zones`: areas of a plan, west to east, as a schematic without boundaries. */
import type { Zone, ZoneSymbol } from "../../model/deck.ts";
import { tooManyRows } from "../../diagnostics/messages/blocks.ts";
import { choice, list, located, nullable, optional, record, required, type Shaped } from "../shape.ts";
import { text } from "../values.ts";
import { shownText, type Desk } from "./desk.ts";

/** Zones side by side on one slide, also in docs/authoring.md. */
const MOST_ZONES = 5;

const SYMBOLS: readonly ZoneSymbol[] = ["fields", "towers", "bridge", "water", "none"];

export const ZONES = record({
  note: optional(nullable(located(text)), null),
  zones: required(list(record({
    name: required(located(text)),
    where: optional(nullable(located(text)), null),
    phrases: optional(list(located(text)), []),
    symbol: optional(choice(SYMBOLS), "none"),
  }), 1)),
}, "zones");

export interface ZonesBlock {
  readonly type: "zones";
  readonly note: string;
  readonly zones: readonly Zone[];
}

export function resolveZones(keys: Shaped<typeof ZONES>, desk: Desk): ZonesBlock | null {
  if (keys.zones.length > MOST_ZONES) {
    desk.context.report(tooManyRows(keys.zones[MOST_ZONES]!.name.span, keys.zones.length, MOST_ZONES));
    return null;
  }
  const zones = keys.zones.map((zone): Zone => ({
    name: shownText(zone.name, desk),
    where: zone.where === null ? "" : shownText(zone.where, desk),
    phrases: zone.phrases.map((phrase) => shownText(phrase, desk)),
    symbol: zone.symbol,
  }));
  return { type: "zones", note: keys.note === null ? desk.words.zonesNote : shownText(keys.note, desk), zones };
}
