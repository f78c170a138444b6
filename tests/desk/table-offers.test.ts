/** What a cell of a table is offered follows from the project and from the words that the parser takes. */
import { get } from "node:http";
import { expect, it } from "vitest";
import { cellOffers, matchingOffers } from "../../src/client/desk-page/table-offers.ts";
import type { DeskState } from "../../src/model/desk.ts";
import { DECK_FORMS } from "../../src/parse/forms.ts";
import { createDeskRoom, type DeskRoom } from "./desk-room.ts";

/** What a page is told when it comes. */
function firstState(url: string): Promise<DeskState> {
  return new Promise((done) => {
    const asked = get(`${url}events`, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        const found = /event: state\ndata: (.*)\n\n/.exec(text)?.[1];
        if (found === undefined) return;
        asked.destroy();
        done(JSON.parse(found) as DeskState);
      });
    });
  });
}

const state = { names: [{ id: "gdp", name: "地区生产总值" }], cells: { period: ["2025", "2026"], unit: ["亿元"], area: [] } };
const known = { state, forms: DECK_FORMS, zh: true };
const values = (path: string, column: string): readonly string[] => cellOffers(`data/${path}`, column, known).map(({ value }) => value);

it.each([
  ["observations.csv", "indicator", ["gdp"]], ["targets.csv", "period", ["2025", "2026"]], ["indicators.csv", "unit", ["亿元"]], ["indicators.csv", "part_of", ["gdp"]], ["indicators.csv", "kind", ["flow", "stock", "rate", "rank", "index"]],
  ["indicators.csv", "better", ["up", "down"]], ["projects.csv", "role", ["主体", "配合"]], ["terms.csv", "kind", ["phrase", "order", "person", "place", "short"]], ["observations.csv", "value", []], ["observations.csv", "area", []], ["own.csv", "kind", []],
])("%s, %s", (path, column, expected) => {
  expect(values(path, column)).toEqual(expected);
});

it("they are found by value and by name, and have names in Chinese", () => {
  const kinds = cellOffers("data/indicators.csv", "kind", known);
  expect(matchingOffers(kinds, "存").map(({ value }) => value)).toEqual(["stock"]);
  expect(matchingOffers(kinds, "FL").map(({ value }) => value)).toEqual(["flow"]);
  expect(matchingOffers(kinds, "").length).toBe(5);
  expect(cellOffers("data/indicators.csv", "kind", { ...known, zh: false })[0]).toEqual({ value: "flow", name: "flow" });
  expect(cellOffers("data/x.csv", "indicator", { state: null, forms: null, zh: true })).toEqual([]);
});

it("the project tells its periods, units and areas, those of the report first", async () => {
  const room: DeskRoom = createDeskRoom({
    "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\nx,指标,%,rate\n", "data/observations.csv": "indicator,period,area,value\ngdp,2019,,1\ngdp,2020,东镇,2\ngdp,2021,,148\nx,2020,,5\n",
  });
  await room.start();
  const told = await firstState(room.url());
  await room.remove();
  expect(told.cells).toEqual({ period: ["2021", "2022", "2020", "2019"], unit: ["亿元", "%"], area: ["东镇"] });
});
