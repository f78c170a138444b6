/** A film shows each slide as long as the loop does, and draws it only while something moves. */
import { expect, it } from "vitest";
import { countPictures, planShots, type FilmSlide } from "../../../src/outputs/film/plan-shots.ts";

const slide = (id: string, seconds: number): FilmSlide => ({ id, seconds });
/** Pictures of a shot that stands still after these milliseconds. */
const lengthOf = ({ times, hold }: { readonly times: readonly number[]; readonly hold: number }): number => times.length + hold;

it("has as many pictures as all seconds together, rounded once", () => {
  const counts = countPictures([slide("a", 1.01), slide("b", 1.01), slide("c", 1.01), slide("d", 1.01)]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(101);
});

it("draws up to the picture after which nothing moves, and holds that one", () => {
  const [, second] = planShots([slide("a", 4), slide("b", 4)]);
  const { times, hold } = second!.plan(880);
  expect(times.slice(0, 3)).toEqual([0, 40, 80]);
  expect(times.at(-1)).toBe(880);
  expect(times.length + hold).toBe(100);
});

it("begins with the first slide standing still and ends with its arrival: together as long as it stays", () => {
  const shots = planShots([slide("a", 2), slide("b", 3)]);
  expect(shots.map(({ show }) => show)).toEqual(['window.film.show("a")', 'window.film.show("b")', 'window.film.show("a")']);
  expect(shots[0]!.plan(240)).toEqual({ times: [240], hold: 42 });
  expect(shots[2]!.plan(240)).toEqual({ times: [0, 40, 80, 120, 160, 200, 240], hold: 0 });
  expect(shots.reduce((sum, { plan }) => sum + lengthOf(plan(240)), 0)).toBe(125);
});

it("a slide that moves longer than it stays keeps its length", () => {
  const shots = planShots([slide("a", 1), slide("b", 1)]);
  expect(shots.map(({ plan }) => lengthOf(plan(5000)))).toEqual([0, 25, 25]);
});

it("a loop of one slide stands still", () => {
  expect(planShots([slide("a", 2)]).map(({ plan }) => plan(240))).toEqual([{ times: [240], hold: 49 }]);
});
