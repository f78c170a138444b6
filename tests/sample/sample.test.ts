/** The sample is the whole report: every name, number and commitment of its source is on a slide or in a note, and no figure is typed twice. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Compiled } from "../../src/build.ts";
import { compileFolder, HOME } from "../support/project.ts";

const NAMES = readFileSync(new URL("names.txt", import.meta.url), "utf8").split("\n").filter((line) => line !== "");
/** What is read aloud or printed: tags removed, entities decoded; the same for notes and slides. */
function textOf(html: string): string {
  return html
    .replaceAll(/<(style|title|desc)[^>]*>.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
const HAN = /\p{Script=Han}/gu;

let compiled: Compiled;
beforeAll(async () => {
  compiled = await compileFolder(HOME);
});

describe("the sample report", () => {
  it("has no error and no warning", () => {
    expect(compiled.diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  it("has 40 to 55 slides", () => {
    const count = compiled.deck?.slides.length ?? 0;
    expect(count).toBeGreaterThanOrEqual(40);
    expect(count).toBeLessThanOrEqual(55);
  });

  it("names everything that its source names", () => {
    const all = (compiled.deck?.slides ?? []).map((slide) => textOf(slide.html) + textOf(slide.notes)).join("\n");
    const missing = NAMES.filter((line) => !line.split("|").some((name) => all.includes(name)));
    expect(missing).toEqual([]);
    expect(NAMES.length).toBeGreaterThan(300);
  });

  it("holds about 20 minutes of speech, and a note for every slide but cover, agenda and dividers", () => {
    const notes = (compiled.deck?.slides ?? []).map((slide) => textOf(slide.notes)).join("");
    const spoken = notes.match(/[\p{Script=Han}0-9]/gu)?.length ?? 0;
    expect(spoken).toBeGreaterThan(3600);
    expect(spoken).toBeLessThan(4800);
    const silent = compiled.model!.sections.flatMap(({ slides }) => slides).filter((slide) => slide.notes.length === 0);
    expect(silent.map(({ layout }) => layout).filter((layout) => !["cover", "agenda", "section"].includes(layout))).toEqual([]);
  });

  it("types no published figure outside data/", () => {
    const values = compiled.model!.indicators.flatMap(({ observations }) => observations).flatMap((observation) => [observation.value?.raw, observation.growth?.raw]);
    const figures = values.filter((raw) => raw !== undefined && raw.length > 2).map((raw) => raw!.replace("近", ""));
    const typed = readdirSync(join(HOME, "slides")).flatMap((name) => {
      const text = readFileSync(join(HOME, "slides", name), "utf8");
      return figures.filter((figure) => new RegExp(`(?<![\\d.])${figure.replaceAll(".", "\\.")}(?![\\d.])`).test(text)).map((figure) => `${name}: ${figure}`);
    });
    expect(figures.length).toBeGreaterThan(8);
    expect(typed).toEqual([]);
  });

  it("shows few words at a time: about 40 Han characters of running text between two clicks", () => {
    // People look things up in a list of sections, a board of projects and a map of zones; they do not read them.
    const read = (compiled.deck?.slides ?? []).filter(({ html }) => !/layout-(agenda|projects|zones)/.test(html));
    for (const slide of read) {
      const running = textOf(slide.html.replaceAll(/<(svg|table|footer|dl|figure)\b.*?<\/\1>|<p class="kicker">.*?<\/p>/gs, "")).match(HAN)?.length ?? 0;
      expect(running / (slide.steps + 1), slide.id).toBeLessThanOrEqual(45);
    }
  });
});
