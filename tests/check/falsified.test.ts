/** Reports of natural length: every figure of their tables made wrong by one digit in the spoken text, and nothing said while it is right. */
import { expect, it } from "vitest";
import { measureReport, TEXTS } from "./texts.ts";

/** Share of wrong digits told in each report: of all mentions, and of those whose name stands before them in their clause. */
const [OF_ALL, OF_NAMED] = [0.95, 0.97] as const;

it.each(TEXTS)("$name: nine of ten wrong digits are told, and nothing is said while all are right", (report) => {
  const { mentions, missed, false: wrong } = measureReport(report);
  expect(wrong.map(({ rule, code, message }) => `${rule ?? code} ${message.zh}`)).toEqual([]);
  const named = mentions.filter((mention) => mention.named);
  expect(named.length).toBeGreaterThan(60);
  expect(mentions.length).toBeGreaterThan(named.length);
  expect(1 - missed.length / mentions.length).toBeGreaterThan(OF_ALL);
  expect(1 - missed.filter((mention) => mention.named).length / named.length).toBeGreaterThan(OF_NAMED);
}, 120_000);
