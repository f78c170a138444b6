/** What the editor offers follows from the shapes that the parser reads with. */
import { expect, it } from "vitest";
import { offersAt } from "../../src/client/desk-page/complete.ts";
import { DECK_FORMS } from "../../src/parse/forms.ts";

const known = { forms: DECK_FORMS, names: [{ id: "gdp", name: "地区生产总值" }], zh: true };
const at = (before: string, path = "slides/10.md"): string => {
  const found = offersAt(path, before, known);
  return found === null ? "" : `${found.back}:${found.offers.map(({ apply }) => apply.trim()).join(" ")}`;
};

it.each([
  ["a reference", "全年{{gd", "2:gdp}}"],
  ["a block", "## 一\n\n```ch", /^2:chart\n\n``` figures/],
  ["keys of a chart before its type", "```chart\nty", "2:type:"],
  ["types of a chart", "```chart\ntype: t", /^1:growth trend target/],
  ["keys of that type", "```chart\ntype: rank\n", /^0:type: indicator: periods: title:/],
  ["indicators in a list", "```figures\ncards: [a, g", "1:gdp"],
  ["keys of an entry", "```zones\nzones:\n  - name: 东\n    s", /^1:name: where: phrases: symbol:$/],
  ["words of an entry", "```zones\nzones:\n  - name: 东\n    symbol: ", /^0:fields towers/],
  ["attributes of a slide", "## 一 {lay", /^3:layout= variant= /],
  ["layouts", "## 一 {#a layout=", /^0:cover agenda/],
  ["nothing in prose", "全年增长", ""],
  ["nothing behind a closed block", "```chart\ntype: rank\n```\nty", ""],
  ["nothing in a block of code", "```js\nty", ""],
])("%s", (_, before, expected) => {
  expect(at(before)).toEqual(typeof expected === "string" ? expected : expect.stringMatching(expected));
});

it("settings have their own", () => {
  expect(at("title: 甲\nst", "slides/deck.yaml")).toMatch(/\bstatus: /);
  expect(at("stage:\n  cl", "slides/deck.yaml")).toBe("2:minutes: click:");
  expect(at("status: ", "slides/deck.yaml")).toBe("0:draft final archived");
  expect(at("gdp,20", "data/observations.csv")).toBe("");
});
