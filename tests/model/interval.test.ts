/** What a published figure stands for; no arithmetic on it ever loses the true value. */
import { Big } from "big.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { APPROXIMATE_WORDS } from "../../src/model/approximate.ts";
import { intervalOf } from "../../src/model/figure-interval.ts";
import { parseFigure, type Figure } from "../../src/model/figure.ts";
import { add, contains, containsValue, divide, growthBetween, isApart, isBelow, multiply, overlaps, pointInterval, subtract, type Interval } from "../../src/model/interval.ts";

const figure = (text: string): Figure => parseFigure(text)!;

/** [147.5, 148.5), (−∞, 5]. */
function show({ low, high }: Interval): string {
  return `${low.closed ? "[" : "("}${low.at?.toFixed() ?? "−∞"}, ${high.at?.toFixed() ?? "∞"}${high.closed ? "]" : ")"}`;
}

describe("a figure as published stands for", () => {
  it.each([
    ["148", "[147.5, 148.5)"],
    ["11.6%", "[11.55, 11.65)"],
    ["11.60%", "[11.595, 11.605)"],
    ["-3.2%", "(-3.25, -3.15]"],
    ["0", "(-0.5, 0.5)"],
    ["近9%", "[8, 9)"],
    ["接近150", "[140, 150)"],
    ["近10%", "[9, 10)"],
    ["约200", "[180, 220]"],
    ["不足100", "(−∞, 100)"],
    ["约31", "[30, 32]"],
    ["8%左右", "[7, 9]"],
    ["8.6%左右", "[8.5, 8.7]"],
    ["8%以上", "[8, ∞)"],
    ["不低于8%", "[8, ∞)"],
    ["超过8%", "(8, ∞)"],
    ["超8%", "(8, ∞)"],
    ["突破200", "(200, ∞)"],
    ["逾8%", "(8, ∞)"],
    ["150余", "(150, 160)"],
    ["8多", "(8, 9)"],
    ["1000多", "(1000, 2000)"],
    ["5%以内", "(−∞, 5]"],
    ["不超过5%", "(−∞, 5]"],
    ["nearly 9%", "[8, 9)"],
    ["more than 8%", "(8, ∞)"],
  ])("%s: %s", (raw, expected) => expect(show(intervalOf(figure(raw)))).toBe(expected));

  it.each([
    ["下降3%以上", "at-most", "(−∞, -3]"],
    ["下降超过3%", "at-most", "(−∞, -3)"],
    ["下降近3%", "nearly", "(-3, -2]"],
    ["fall by no more than 3%", "at-least", "[-3, ∞)"],
  ] as const)("a plan's %s: %s", (raw, qualifier, expected) => {
    expect(show(intervalOf({ raw, value: "-3", decimals: 0, qualifier }))).toBe(expected);
  });

  it("each approximate word has its own reading", () => {
    for (const { word, side } of APPROXIMATE_WORDS) {
      const read = parseFigure(side === "before" ? `${word}7` : `7${word}`);
      expect(read?.qualifier, word).not.toBe("exact");
      expect(show(intervalOf(read!)), word).not.toBe(show(intervalOf(figure("7"))));
    }
  });
});

const decimal = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 8 })).map(([digits, places]) => new Big(digits.toString()).times(new Big(`1e-${places}`)));
const places = fc.integer({ min: 0, max: 3 });
/** A value above zero and its published figure, which is also above zero. */
const published = fc.tuple(decimal, places).map(([value, decimals]) => ({ value, interval: intervalOf(figure(value.toFixed(decimals, Big.roundHalfUp))) })).filter(({ interval }) => interval.low.at!.gt(0));

describe("arithmetic keeps the true value", () => {
  it("of a rounded figure", () => {
    fc.assert(fc.property(fc.oneof(decimal, decimal.map((value) => value.neg())), places, (value, decimals) => {
      expect(containsValue(intervalOf(figure(value.toFixed(decimals, Big.roundHalfUp))), value)).toBe(true);
    }));
  });

  it("of sums, differences, products, quotients and growth", () => {
    fc.assert(fc.property(published, published, (a, b) => {
      expect(containsValue(add(a.interval, b.interval), a.value.plus(b.value))).toBe(true);
      expect(containsValue(subtract(a.interval, b.interval), a.value.minus(b.value))).toBe(true);
      expect(containsValue(multiply(a.interval, b.interval)!, a.value.times(b.value))).toBe(true);
      // A quotient that never ends lies between its two neighbours of forty decimals.
      const quotient = divide(a.interval, b.interval)!;
      expect(containsValue(multiply(quotient, pointInterval(b.value))!, a.value)).toBe(true);
      const growth = growthBetween(b.interval, a.interval)!;
      expect(containsValue(multiply(add(growth, pointInterval(new Big(100))), pointInterval(b.value))!, a.value.times(100))).toBe(true);
    }));
  });

  it("and is no wider than it has to be", () => {
    expect(show(growthBetween(intervalOf(figure("100")), intervalOf(figure("110")))!)).toMatch(/^\(8\.95522388059\d*, 11\.0552763819\d*\)$/);
    expect(show(multiply(intervalOf(figure("2")), intervalOf(figure("4.0")))!)).toBe("[5.925, 10.125)");
    expect(show(divide(pointInterval(new Big(3)), pointInterval(new Big(2)))!)).toBe("[1.5, 1.5]");
    expect(divide(intervalOf(figure("1")), intervalOf(figure("0")))).toBeNull();
    expect(show(divide(intervalOf(figure("8以上")), intervalOf(figure("4以上")))!)).toBe("(0, ∞)");
  });
});

describe("two figures", () => {
  it.each([
    ["148", "147.6", true, false],
    ["148", "149", false, false],
    ["148", "148.6", false, true],
    ["148", "150", false, true],
    ["近9%", "9%", true, false],
    ["近9%", "9.0%", true, false],
    ["近9%", "9.1%", false, true],
    ["8%以上", "8%", true, false],
    ["超8%", "7.9%", false, true],
  ])("%s and %s: overlap %s, apart %s", (a, b, overlap, apart) => {
    const [one, other] = [intervalOf(figure(a)), intervalOf(figure(b))];
    expect([overlaps(one, other), overlaps(other, one), isApart(one, other), isApart(other, one)]).toEqual([overlap, overlap, apart, apart]);
    expect(isBelow(one, other) && isBelow(other, one)).toBe(false);
  });

  it.each([
    ["超10%", "11.6%", true],
    ["12%", "11.6%", true],
    ["约12%", "11.6%", true],
    ["11.6%", "11.60%", true],
    ["11.60%", "11.6%", false],
    ["近9%", "9%", false],
    ["9%以上", "9%以上", true],
    ["超9%", "9%以上", false],
  ])("%s says no more than %s: %s", (outer, inner, expected) => {
    expect(contains(intervalOf(figure(outer)), intervalOf(figure(inner)))).toBe(expected);
  });
});

it("a figure is read and shown without losing a sign of it", () => {
  const word = fc.constantFrom(...APPROXIMATE_WORDS, null);
  const grouped = (text: string): string => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
  fc.assert(fc.property(decimal, places, fc.boolean(), fc.boolean(), fc.constantFrom("", "%"), word, (value, decimals, minus, thousands, unit, approximate) => {
    const plain = value.toFixed(decimals, Big.roundHalfUp);
    const number = `${minus ? "-" : ""}${thousands ? grouped(plain) : plain}${unit}`;
    const raw = approximate === null ? number : approximate.side === "before" ? `${approximate.word}${number}` : `${number}${approximate.word}`;
    const read = parseFigure(raw);
    expect(read).toMatchObject({ raw: raw.trim(), value: `${minus ? "-" : ""}${plain}`, decimals });
    expect(parseFigure(read!.raw)).toEqual(read);
  }));
});
