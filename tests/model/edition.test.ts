/** Which builds a screen takes, by their manifests. */
import { expect, it } from "vitest";
import fc from "fast-check";
import { deckKey, judgeEdition, readEdition, type Edition } from "../../src/model/edition.ts";
import { nextDeck, readLoopState, readPlayerReport } from "../../src/model/player.ts";

const DIGEST = "a".repeat(64);
const manifest = (changes: object = {}): string => JSON.stringify({ generator: "luduan", deck: "0123456789abcdef", built: "2026-01-02T03:04:05Z", outputs: { "kiosk.html": DIGEST }, ...changes });

it("reads deck, time and digest", () => {
  expect(readEdition(manifest())).toEqual({ deck: "0123456789abcdef", built: Date.UTC(2026, 0, 2, 3, 4, 5), digest: DIGEST });
});

it.each([
  ["half", "a manifest without the loop", manifest({ outputs: { "index.html": DIGEST } })],
  ["half", "a digest that is none", manifest({ outputs: { "kiosk.html": "abc" } })],
  ["half", "a time that is none", manifest({ built: "yesterday" })],
  ["half", "a time after every other, which would block all that follow", manifest({ built: "9999-01-01T00:00:00Z" })],
  ["foreign", "a list", "[]"],
  ["foreign", "no deck", manifest({ deck: undefined })],
  ["foreign", "a deck that is a path", manifest({ deck: "../../../../etc/x" })],
  ...["../x", "/etc/passwd", "a/../../x", "C:/x", "a\\x", "a//x", "./x", "x\0", ""].map((path) => ["unsafe", `the path ${JSON.stringify(path)}`, manifest({ outputs: { "kiosk.html": DIGEST, [path]: DIGEST } })] as const),
] as readonly (readonly [string, string, string])[])("refuses as %s: %s", (reason, _what, text) => {
  expect(readEdition(text)).toBe(reason);
});

it("takes the time of the file where the manifest has none, and goes on where neither is known", () => {
  const undated = manifest({ built: undefined });
  expect(readEdition(undated, Date.UTC(2026, 0, 2))).toMatchObject({ built: Date.UTC(2026, 0, 2) });
  expect(readEdition(undated)).toMatchObject({ built: null });
  expect(readEdition(undated, 1)).toBe("half");
});

it("never throws, whatever comes", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.jsonValue().map((value) => JSON.stringify(value)), fc.json()), (text) => {
    expect(["string", "object"]).toContain(typeof readEdition(text));
  }));
});

const edition = (changes: Partial<Edition> = {}): Edition => ({ deck: "0123456789abcdef", built: 1000, digest: DIGEST, ...changes });

it.each([
  ["take", null, edition()],
  ["same", edition(), edition({ built: 2000 })],
  ["take", edition(), edition({ digest: "b".repeat(64), built: 2000 })],
  ["take", edition(), edition({ digest: "b".repeat(64) })],
  ["older", edition(), edition({ digest: "b".repeat(64), built: 999 })],
  ["take", edition({ built: null }), edition({ digest: "b".repeat(64), built: 999 })],
  ["take", edition(), edition({ digest: "b".repeat(64), built: null })],
  ["foreign", edition(), edition({ digest: "b".repeat(64), built: 2000, deck: "f".repeat(16) })],
])("%s", (verdict, playing, next) => {
  expect(judgeEdition(playing, next)).toBe(verdict);
});

it("next year's report is another edition of the same deck; another town's and another kind of report are not", () => {
  expect(deckKey("甲镇", "2026年政府工作报告")).toBe(deckKey("甲镇", "2027年政府工作报告"));
  expect(deckKey("甲镇", "二〇二六年政府工作报告")).toBe(deckKey("甲镇", "二〇二七年政府工作报告"));
  expect(deckKey("甲镇", "政府工作报告")).not.toBe(deckKey("乙镇", "政府工作报告"));
  expect(deckKey("甲镇", "政府工作报告")).not.toBe(deckKey("甲镇", "统计公报"));
});

it("plays decks with hours in their hours, and the others in turn the rest of the day", () => {
  const decks = [{ base: "a", hours: null }, { base: "b", hours: [[540, 600]] as const }, { base: "c", hours: null }, { base: "d", hours: [[1380, 1500]] as const }];
  expect([-1, 0, 1, 2].map((last) => nextDeck(decks, last, 500))).toEqual([0, 2, 2, 0]);
  expect(nextDeck(decks, 0, 540)).toBe(1);
  expect(nextDeck(decks, 1, 599)).toBe(1);
  expect(nextDeck(decks, 1, 600)).toBe(2);
  expect([nextDeck(decks, 0, 1390), nextDeck(decks, 0, 59), nextDeck(decks, 0, 60)]).toEqual([3, 3, 2]);
  expect(nextDeck([{ base: "b", hours: [[540, 600]] }], -1, 0)).toBe(-1);
});

it("takes only what a loop and a player say", () => {
  const state = { luduan: "loop", slide: "cover", rounds: 1, ends: 5, closed: false, paused: false };
  expect(readLoopState({ ...state, extra: 1 })).toEqual(state);
  for (const bad of [null, "loop", { ...state, luduan: "x" }, { ...state, slide: "x".repeat(201) }, { ...state, rounds: -1 }, { ...state, rounds: Number.NaN }, { ...state, closed: 1 }]) expect(readLoopState(bad)).toBeNull();
  const report = { since: 1, deck: 0, build: "b", slide: "s", loops: 2, closed: false, memory: null, events: [{ at: 1, event: "shown", deck: 0, build: "b", slide: "s" }] };
  expect(readPlayerReport({ ...report, more: 1 })).toEqual(report);
  expect(readPlayerReport({ ...report, events: [{ ...report.events[0], html: "<script>" }] })).toEqual(report);
  for (const events of [{}, [{ at: 1, event: "owned", deck: 0 }], [{ at: 1, event: "shown", deck: 0, slide: {} }], Array.from({ length: 501 }, () => report.events[0])]) expect(readPlayerReport({ ...report, events })).toBeNull();
});
