/** Forms are made of the shapes that the parser reads with; the server changes a text and writes nothing. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fieldsOf, type DeckForms } from "../../src/model/form.ts";
import type { DeskSlideForm } from "../../src/model/desk.ts";
import { FENCES } from "../../src/parse/fences.ts";
import { ask, createDeskRoom, post } from "./desk-room.ts";

const TEXT = "# 回顾\n\n## 一 {#one}\n\n- 甲\n\n## 二\n\n```units\nkind: person\nindicator: gdp\n```\n";
const room = createDeskRoom({ "slides/10-part.md": TEXT });
beforeAll(() => room.start());
afterAll(() => room.remove());
const send = async (address: string, body: unknown): Promise<number> => (await ask(`${room.url()}${address}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) })).status;

it("the language of the deck is data: blocks with their keys, layouts, settings", async () => {
  const forms = JSON.parse((await ask(`${room.url()}forms`)).body) as DeckForms;
  expect(forms.fences.map(({ language }) => language)).toEqual(FENCES);
  const chart = forms.fences.find(({ language }) => language === "chart")!.form;
  expect(fieldsOf(chart, { type: "share" }).map(({ key, needed }) => `${key}${needed ? "!" : ""}`)).toEqual(["type!", "whole!", "parts", "form", "period", "highlight", "derived", "title", "statement", "source", "demo"]);
  expect(fieldsOf(forms.settings, {}).find(({ key }) => key === "lang")?.form).toEqual({ type: "choice", words: ["zh-CN", "en"] });
  expect(forms.layouts.find(({ layout }) => layout === "figures")?.takes.zh).toContain("指标卡");
});

it("a slide with a mistake still has its form; what the last good deck knows comes with it", async () => {
  const slide = async (line: number, text = TEXT): Promise<DeskSlideForm | null> => (await post<{ slide: DeskSlideForm | null }>(room.url(), "slide", { path: "slides/10-part.md", text, line })).slide;
  expect(await slide(8)).toMatchObject({ title: "二", blocks: [{ language: "units", values: { kind: "person", indicator: "gdp" } }] });
  expect(await slide(1)).toMatchObject({ divider: true });
  expect(await slide(5, "甲\n")).toBeNull();
  const fixed = await post<{ text: string }>(room.url(), "slide/edit", { text: TEXT, line: 8, edit: { type: "value", block: 0, path: ["kind"], value: "home", bare: true } });
  expect(fixed.text).toBe(TEXT.replace("person", "home"));
  expect(readFileSync(join(room.dir, "slides/10-part.md"), "utf8")).toBe(TEXT);
});

it.each([
  ["slide", { text: 1, line: 1 }], ["slide/edit", { text: TEXT, line: 1, edit: { type: "value", block: 0, path: ["a: b\nc"], value: "x", bare: true } }], ["slide/edit", { text: TEXT, line: 1, edit: { type: "slide", title: "a", language: "chart\n```\n# x", values: {} } }],
  ["slide/edit", { text: TEXT, line: 1, edit: { type: "attribute", key: "a b", value: "c" } }], ["settings/edit", { text: "a: 1", edit: { path: [], value: "x", bare: false } }], ["settings/edit", { text: "a: 1", edit: null }],
])("an edit that is none: %s %j", async (address, body) => {
  expect(await send(address, body)).toBe(404);
});

it("themes are shown with the report's own slides", async () => {
  await post(room.url(), "edit", { path: "slides/10-part.md", sum: (JSON.parse((await ask(`${room.url()}file?path=slides/10-part.md`)).body) as { sum: string }).sum, text: "# 回顾\n\n## 一 {#one}\n\n- 甲\n" });
  const [red, blue] = await Promise.all(["hongqi", "lantu"].map(async (theme) => (await ask(`${room.url()}theme/${theme}/`)).body));
  // What was written is what they show.
  expect(blue!.match(/<section\b/g)).toHaveLength(2);
  expect(red).toContain("甲");
  expect(red).not.toBe(blue);
  expect((await ask(`${room.url()}theme/..%2f..%2fx/`)).status).toBe(404);
});
