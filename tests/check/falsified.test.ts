/** Reports of natural length: every figure of their tables made wrong by one digit in the spoken text, and nothing said while it is right. */
import { expect, it } from "vitest";
import { measureReport, TEXTS } from "./texts.ts";

/** Share of wrong digits told in each report: of all mentions, and of those whose name stands before them in their clause. */
const [OF_ALL, OF_NAMED] = [0.95, 0.97] as const;
/** Of all mentions in a report that was written after the rules by somebody who had not read them. */
const OF_LATE = 0.9;

it.each(TEXTS)("$name: nine of ten wrong digits are told, and nothing is said while all are right", (report) => {
  const { mentions, missed, false: wrong } = measureReport(report);
  expect(wrong.map(({ rule, code, message }) => `${rule ?? code} ${message.zh}`)).toEqual([]);
  const told = 1 - missed.length / mentions.length;
  const named = mentions.filter((mention) => mention.named);
  if (report.name.startsWith("late-")) {
    expect(mentions.length).toBeGreaterThan(50);
    return expect(told).toBeGreaterThan(OF_LATE);
  }
  expect(named.length).toBeGreaterThan(60);
  expect(mentions.length).toBeGreaterThan(named.length);
  expect(told).toBeGreaterThan(OF_ALL);
  expect(1 - missed.filter((mention) => mention.named).length / named.length).toBeGreaterThan(OF_NAMED);
}, 120_000);
