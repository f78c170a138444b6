/** The tie between running text and slides: each follows the other, and neither its own echo. */
import type { Place } from "../../../model/stage.ts";
import { placeAt, positionOf, type Anchor } from "./track.ts";

/** For so many milliseconds the deck may still report a place that the text has left. */
const ECHO = 2000;

export interface Tie {
  /** The text is at a position: the slides go to the place that belongs to it. */
  readonly lead: (position: number) => void;
  /** The deck is at a place: the position that belongs to it; null if the text itself has led there. */
  readonly follow: (place: Place) => number | null;
}

export function createTie(anchors: readonly Anchor[], goTo: (place: Place) => void): Tie {
  let asked: { readonly place: Place; readonly time: number }[] = [];
  const isFresh = ({ time }: { readonly time: number }): boolean => Date.now() - time < ECHO;
  return {
    lead: (position) => {
      const place = placeAt(anchors, position);
      const latest = asked.at(-1)?.place;
      if (place === null || (latest !== undefined && samePlace(place, latest))) return;
      asked = [...asked.filter(isFresh), { place, time: Date.now() }];
      goTo(place);
    },
    follow: (place) => {
      if (asked.some((one) => samePlace(one.place, place) && isFresh(one))) return null;
      asked = [{ place, time: 0 }];
      return positionOf(anchors, place) ?? 0;
    },
  };
}

function samePlace(a: Place, b: Place): boolean {
  return a.slide === b.slide && a.step === b.step;
}
