/** Aligns two texts character by character, whatever extra text each has. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { alignText } from "../../src/print/readback/align-text.ts";

test("marks, headings and stamps that only the pages have are passed over", () => {
  const wanted = "全年地区生产总值148亿元，增长11.6%。财政收入12.5亿元。";
  const found = "一、回顾·全年地区生产总值148亿讨论稿元，增长11.6%。·财政收入12.5亿元。讨论稿";
  const positions = alignText(wanted, found);
  expect(Array.from(positions, (position) => found[position]).join("")).toBe(wanted);
  expect([...positions]).toEqual([...positions].toSorted((a, b) => a - b));
});

test("what the pages lack has no position, and what follows it has its own", () => {
  expect([...alignText("甲乙丙丁戊己庚辛壬", "丁戊己庚辛壬")]).toEqual([-1, -1, -1, 0, 1, 2, 3, 4, 5]);
  expect([...alignText("甲乙", "")]).toEqual([-1, -1]);
  expect([...alignText("甲乙丙丁戊己庚", "子丑寅卯辰巳午")]).toEqual(Array.from({ length: 7 }, () => -1));
});

test("whatever is strewn in, every character is found in its own place", () => {
  const piece = fc.record({ said: fc.integer({ min: 8, max: 40 }), strewn: fc.string({ maxLength: 30, unit: fc.constantFrom("·", "—", "讨", "论", "稿") }) });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      let [wanted, found] = ["", ""];
      const places: number[] = [];
      for (const { said, strewn } of pieces) {
        found += strewn;
        for (let count = 0; count < said; count += 1) {
          // No six characters occur twice.
          const character = String.fromCodePoint(0x4e00 + wanted.length);
          places.push(found.length);
          wanted += character;
          found += character;
        }
      }
      expect([...alignText(wanted, found)]).toEqual(places);
    }),
  );
});
