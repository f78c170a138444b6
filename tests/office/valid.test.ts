/** Every golden deck as a presentation: valid for Office 2007 to 365, whole when read back, built as the deck is built, and the same bytes each time. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { writePptx } from "../../src/office/pptx/write-pptx.ts";
import { childOf, elementsOf, findAll, readXml, textIn, type Element } from "../../src/office/read-xml.ts";
import type { RenderedDeck } from "../../src/render/rendered.ts";
import { ooxmlFaults } from "../support/ooxml.ts";
import { HOME } from "../support/project.ts";
import { buildPptx, bytesOf, compileStaged, DECKS } from "./decks.ts";
import { flat, numberOfPage, outOfOrder, paragraphsOf, placesOf, stepsOfPage, stepsOfSlide, textOfPage, unnamed } from "./structure.ts";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "luduan pptx "))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands for every picture. */
const PIXEL = { bytes: new Uint8Array(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")), format: "png" } as const;

describe.each(DECKS)("%s", (name, dir) => {
  let deck: RenderedDeck;
  let bytes: Uint8Array;
  let slides: readonly Element[];
  let part: (path: string) => Element;
  beforeAll(async () => {
    const compiled = await compileStaged(dir);
    deck = compiled.deck!;
    const faults: Diagnostic[] = [];
    bytes = writePptx({ deck: compiled.model!, rendered: deck, theme: compiled.theme!, notes: true, pictureOf: () => ({ image: { ...PIXEL, width: 1, height: 1, address: "" } as never, drawing: null }) }, "a.pptx", (fault) => void faults.push(fault));
    expect(faults).toEqual([]);
    const files = unzipSync(bytes);
    part = (path) => readXml(strFromU8(files[path]!));
    slides = deck.slides.map((_, index) => part(`ppt/slides/slide${index + 1}.xml`));
  }, 120_000);

  it("is valid", { timeout: 120_000 }, async () => {
    const path = join(folder, `${name.replaceAll("/", "-")}.pptx`);
    writeFileSync(path, bytes);
    expect(await ooxmlFaults(path, "Office2007")).toEqual([]);
    expect(await ooxmlFaults(path, "Microsoft365")).toEqual([]);
  });

  it("has a click for each step, with the words that appear at it", () => {
    for (const [index, { id, html }] of deck.slides.entries()) expect(stepsOfSlide(slides[index]!), id).toEqual(stepsOfPage(html));
  });

  it("is read in the order of the page, each place of a layout is filled once, and a title is one of them", () => {
    for (const [index, { id, html }] of deck.slides.entries()) {
      const places = placesOf(slides[index]!);
      expect(new Set(places).size, id).toBe(places.length);
      expect(places.filter((place) => /^(?:title|ctrTitle) /.test(place)), id).toHaveLength(1);
      const layout = placesOf(part(`ppt/slideLayouts/${/slideLayout\d+\.xml/.exec(relationsOf(index))![0]}`));
      expect(places.filter((place) => !layout.includes(place)), id).toEqual([]);
      expect(outOfOrder(slides[index]!, html), id).toEqual([]);
      expect(unnamed(slides[index]!), id).toEqual([]);
    }
  });

  it("has the deck's sections, notes and numbers of pages, and every run has its language", () => {
    const sections = findAll(part("ppt/presentation.xml"), "p14:section").map((section) => findAll(section, "p14:sldId").length);
    expect(sections).toEqual(deck.sections.map((_, at) => deck.slides.filter(({ section }) => section === at).length).filter((count) => count > 0));
    for (const [index, { id, notes, html }] of deck.slides.entries()) {
      const own = /notesSlide\d+\.xml/.exec(relationsOf(index))?.[0];
      const said = own === undefined ? "" : findAll(part(`ppt/notesSlides/${own}`), "p:sp").flatMap(paragraphsOf).join("");
      expect(flat(said).replaceAll(/\d/g, ""), id).toBe(flat(textOfPage(notes)).replaceAll(/\d/g, ""));
      const number = numberOfPage(html);
      expect(findAll(slides[index]!, "a:fld").map((field) => `${field.attributes["type"]} ${textIn(field)}`), id).toEqual(number === null ? [] : [`slidenum ${number}`]);
      const languages = findAll(slides[index]!, "a:r").map((run) => childOf(run, "a:rPr")?.attributes["lang"]);
      expect(languages.filter((lang) => lang !== (deck.lang === "en" ? "en-US" : "zh-CN")), id).toEqual([]);
    }
  });

  const relationsOf = (index: number): string => elementsOf(part(`ppt/slides/_rels/slide${index + 1}.xml.rels`)).map(({ attributes }) => attributes["Target"]).join(" ");
});

it("the sample is built valid for every version between, and as the same bytes each time", { timeout: 120_000 }, async () => {
  const [built, again] = [await buildPptx(HOME, join(folder, "one")), await buildPptx(HOME, join(folder, "two"))];
  expect([built.codes, again.codes]).toEqual([[], []]);
  for (const version of ["Office2010", "Office2013", "Office2016", "Office2019", "Office2021"] as const) expect(await ooxmlFaults(built.path!, version)).toEqual([]);
  expect(Buffer.compare(bytesOf(built.path!), bytesOf(again.path!))).toBe(0);
});
