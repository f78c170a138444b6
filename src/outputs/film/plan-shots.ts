/** Which moments of the loop a film shows: as long as each slide stays, drawn only while something moves. */
import type { FilmShot } from "../../world/world.ts";

/** Pictures a second, as television here has them. */
export const RATE = 25;
const STEP = 1000 / RATE;

export interface FilmSlide {
  readonly id: string;
  /** How long it stays in the loop, in seconds; above 0. */
  readonly seconds: number;
}

/** Pictures of each slide; together as many as the sum of all seconds has. */
export function countPictures(slides: readonly FilmSlide[]): readonly number[] {
  let sum = 0;
  let counted = 0;
  return slides.map(({ seconds }) => {
    sum += seconds;
    const count = Math.round(sum * RATE) - counted;
    counted += count;
    return count;
  });
}

/**
 * The film begins with the first slide standing still, so that players show it before they start, and ends with how that slide follows
 * the last: so its last picture leads over to its first.
 */
export function planShots(slides: readonly FilmSlide[]): readonly FilmShot[] {
  const counts = countPictures(slides);
  const shots = slides.map(({ id }, index): FilmShot => ({ show: show(id), seek, plan: (still) => whole(still, counts[index]!) }));
  const [first] = slides;
  if (first === undefined) return [];
  const count = counts[0]!;
  const begin: FilmShot = {
    show: show(first.id), seek,
    plan: (still) => {
      const stays = count - moving(still, count);
      return stays === 0 ? { times: [], hold: 0 } : { times: [still], hold: stays - 1 };
    },
  };
  // A loop of one slide has nothing to come from.
  if (slides.length === 1) return [{ ...begin, plan: (still) => ({ times: [still], hold: count - 1 }) }];
  const end: FilmShot = { show: show(first.id), seek, plan: (still) => ({ times: timesOf(moving(still, count)), hold: 0 }) };
  return [begin, ...shots.slice(1), end];
}

function whole(still: number, count: number): { readonly times: readonly number[]; readonly hold: number } {
  const drawn = moving(still, count);
  return { times: timesOf(drawn), hold: count - drawn };
}

/** Pictures until it stands still, that one included: without it the film would stop one step too early. */
function moving(still: number, count: number): number {
  return Math.min(count, Math.ceil(still / STEP) + 1);
}

function timesOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index * STEP);
}

function show(id: string): string {
  return `window.film.show(${JSON.stringify(id)})`;
}

function seek(milliseconds: number): string {
  return `window.film.seek(${milliseconds})`;
}
