/** Reports of natural length: every figure of their tables made wrong by one digit in the spoken text, and nothing said while it is right. */
import { expect, it } from "vitest";
import { measureReport, TEXTS } from "./texts.ts";

/** Share of wrong digits told: of all reports together, and of each. */
const [OF_ALL, OF_EACH] = [0.9, 0.85] as const;

it("nine of ten wrong digits are told, and nothing is said while all are right", () => {
  const measured = TEXTS.map((report) => ({ report, ...measureReport(report) }));
  for (const { report, mentions, missed, false: wrong } of measured) {
    expect(wrong.map(({ rule, code, message }) => `${report.name}: ${rule ?? code} ${message.zh}`)).toEqual([]);
    expect(mentions.length).toBeGreaterThan(60);
    expect(1 - missed.length / mentions.length, report.name).toBeGreaterThan(OF_EACH);
  }
  const count = (of: (one: (typeof measured)[number]) => number): number => measured.reduce((sum, one) => sum + of(one), 0);
  expect(1 - count(({ missed }) => missed.length) / count(({ mentions }) => mentions.length)).toBeGreaterThan(OF_ALL);
}, 120_000);
