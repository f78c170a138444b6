/** Messages between the windows of a show: what is sent arrives, and nothing else is taken for one. */
import { expect, it } from "vitest";
import { readMessage, sealMessage, type StageBody } from "../../src/model/stage.ts";

const BODIES: readonly StageBody[] = [
  { type: "wish", wish: { type: "hello" } },
  { type: "wish", wish: { type: "go", slide: 3, step: 0 } },
  { type: "state", state: { slide: 1, step: 2, black: false, white: true, run: 1_700_000_000_000, presses: { next: 2, previous: 0 } } },
  { type: "speaker", since: 12 },
  { type: "bye" },
];

it("arrives as it was sent, without what does not belong to it", () => {
  for (const body of BODIES) {
    const message = { build: "a1", from: "x", to: null, count: 7, body };
    expect(readMessage(structuredClone({ ...sealMessage(message), more: "<script>" }))).toEqual(message);
  }
});

it.each<[string, unknown]>([
  ["nothing", null],
  ["a text", "luduan-stage"],
  ["no mark", { build: "a", from: "x", to: null, count: 1, body: { type: "bye" } }],
  ["no sender", { ...sealMessage({ build: "a", from: "x", to: null, count: 1, body: { type: "bye" } }), from: 1 }],
  ["no count", { ...sealMessage({ build: "a", from: "x", to: null, count: 1, body: { type: "bye" } }), count: "1" }],
  ["a receiver that is no name", { ...sealMessage({ build: "a", from: "x", to: null, count: 1, body: { type: "bye" } }), to: {} }],
  ["an unknown body", { ...sealMessage({ build: "a", from: "x", to: null, count: 1, body: { type: "bye" } }), body: { type: "eval" } }],
  ["a name of every object", { ...sealMessage({ build: "a", from: "x", to: null, count: 1, body: { type: "bye" } }), body: { type: "wish", wish: { type: "constructor" } } }],
  ["half a place", { ...sealMessage({ build: "a", from: "x", to: null, count: 1, body: { type: "bye" } }), body: { type: "wish", wish: { type: "go", slide: 1 } } }],
  ["a place that is no number", { ...sealMessage({ build: "a", from: "x", to: null, count: 1, body: { type: "bye" } }), body: { type: "state", state: { slide: NaN, step: 0 } } }],
])("takes %s for no message", (_, data) => {
  expect(readMessage(data)).toBeNull();
});
