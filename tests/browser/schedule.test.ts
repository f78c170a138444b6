/** Which slide of the loop shows when: a function of the wall clock. */
import { expect, it } from "vitest";
import { planRound, slotsToSeeAll, turnAt } from "../../src/client/schedule.ts";

const START = Date.UTC(2022, 9, 10, 8, 30);

it("shows each slide for its seconds, in order, for ever", () => {
  const ends = planRound([3, 8, 5]);
  expect(ends).toEqual([3000, 11_000, 16_000]);
  const begin = Math.ceil(START / 16_000) * 16_000;
  expect([0, 2999, 3000, 10_999, 11_000, 15_999, 16_000].map((time) => turnAt(ends, begin + time).at)).toEqual([0, 0, 1, 1, 2, 2, 0]);
  expect(turnAt(ends, begin + 4000)).toEqual({ at: 1, number: (begin / 16_000) * 3 + 1, until: begin + 11_000 });
});

it("numbers turns one after another, also of a round of one slide", () => {
  for (const seconds of [[12], [0.005, 0.01, 0.005], [8, 9, 600, 1], Array.from({ length: 40 }, (_, index) => 8 + (index % 7))]) {
    const ends = planRound(seconds);
    let turn = turnAt(ends, START);
    for (let count = 0; count < 500; count += 1) {
      const next = turnAt(ends, turn.until);
      expect(next.number).toBe(turn.number + 1);
      expect(next.at).toBe((turn.at + 1) % seconds.length);
      turn = next;
    }
  }
});

it("stretches a round by a tenth and a minute at most, each slide alike", () => {
  for (let slides = 1; slides < 80; slides += 3) {
    const ends = planRound(Array.from({ length: slides }, () => 10));
    const length = ends.at(-1)!;
    expect(length).toBeGreaterThanOrEqual(slides * 10_000);
    expect(length).toBeLessThanOrEqual(Math.min(slides * 11_000, slides * 10_000 + 60_000));
    for (const [index, end] of ends.entries()) expect(Math.abs(end - (length * (index + 1)) / slides)).toBeLessThanOrEqual(1);
  }
});

it("is seen whole by a player that shows ten seconds of it now and then", () => {
  // Without the stretch, a round of ten minutes shows the same two places for ever in slots every five minutes.
  expect(slotsToSeeAll(600, 300, 10, 100_000)).toBe(Number.POSITIVE_INFINITY);
  for (let slides = 3; slides < 100; slides += 1) {
    const length = planRound(Array.from({ length: slides }, () => 10)).at(-1)! / 1000;
    for (const period of [60, 120, 300, 600, 900, 3600]) expect(slotsToSeeAll(length, period, 10, length)).toBeLessThanOrEqual(length);
  }
});
