/** PDFs read back: real prints with real faults, each of which is reported. Good prints report nothing, and are read as poppler reads them. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { build } from "../../src/build.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { DOCUMENTS } from "../../src/print/handouts/documents.ts";
import { finishPdf } from "../../src/print/pdf-file.ts";
import { checkPdf, readBack } from "../../src/print/readback/check-pdf.ts";
import { findHeadings, findPassages, type ExpectedPdf } from "../../src/print/readback/expected-pdf.ts";
import { readPdf } from "../../src/print/readback/read-pdf.ts";
import { printSheet } from "../../src/outputs/report-page.ts";
import { writeOutputs } from "../../src/outputs/write-outputs.ts";
import type { RenderedSlide } from "../../src/render/rendered.ts";
import { withFolder } from "../support/project.ts";
import { createBench, deckOf, HOME, sampleTheme, slide, SLIDES, type Bench } from "../support/rendered-sample.ts";
import { testFontCss } from "../support/test-font.ts";
import { THEME_NAMES } from "../support/themes.ts";

// Whole builds, on a machine that may be running others.
vi.setConfig({ testTimeout: 120_000 });

let bench: Bench;
let font: string;
beforeAll(async () => {
  bench = await createBench();
  font = await testFontCss();
});
afterAll(() => bench.close());
afterEach(() => void bench.found.splice(0));

/** Prints slides as a build does, and returns what it reports about their PDF. */
async function complaints(slides: readonly RenderedSlide[], css = ""): Promise<readonly Diagnostic[]> {
  await writeOutputs(deckOf(slides, { css: deckOf().css + css }), sampleTheme(), bench.options({ only: ["slides"] }), bench.world, bench.report);
  return bench.found.filter(({ rule }) => rule === "V08");
}

const WANTED: ExpectedPdf = { title: "报告", lang: "en", pages: 1, width: 200, height: 100, running: { top: 0, bottom: 0 }, headings: ["Growth"], passages: [], pictures: 0, ownScale: 0, settings: null };
const PROPERTIES = { title: "报告", author: "甪直镇", subject: null, lang: "en", creator: "Luduan" };

/** Prints a page that no deck would give. */
const print = (body: string, { lang = "en", style = "" } = {}): Promise<Uint8Array> =>
  bench.world.printPdf({ lang, title: "", style: font + style, bodyClass: "", body, faces: [], width: 200, height: 100, scale: 1 });
const faultsOf = async (bytes: Uint8Array, change: Partial<ExpectedPdf> = {}): Promise<readonly Diagnostic[]> => checkPdf("x.pdf", await readPdf(bytes), { ...WANTED, ...change });
const codes = (faults: readonly Diagnostic[]): readonly string[] => faults.map(({ code }) => code);

test("a blank page is told, and not for one without tags", async () => {
  const slides = [{ ...slide("one", 1, "<h2>指标</h2>"), notes: "<p>增长11.6%</p>" }];
  await writeOutputs(deckOf(slides, { css: `${deckOf().css} :root { font-family: "Luduan Sans" } .talk { padding-bottom: 260mm }` }), sampleTheme(), bench.options({ only: ["notes"] }), bench.world, bench.report);
  expect(codes(bench.found.filter(({ severity }) => severity === "warning"))).toEqual(["pdf-blank-page"]);
  expect(bench.found.find(({ code }) => code === "pdf-blank-page")?.message.en).toBe("Page 2 of notes.pdf is blank.");
});

test.each(["handout-2", "notes"] as const)("a digit that %s lost is not taken for one of its page numbers", async (name) => {
  const slides = [{ ...slide("one", 1, "<h2>指标</h2>"), notes: "<p>增长1<b>1</b>.6%</p>" }];
  await writeOutputs(deckOf(slides, { css: `${deckOf().css} .spoken b { display: none }` }), sampleTheme(), bench.options({ only: [name] }), bench.world, bench.report);
  const lost = bench.found.filter(({ code }) => code === "pdf-text-lost");
  expect(lost.map(({ message }) => message.en)).toEqual([`Text is missing from ${name}.pdf: "增长11.6%" (1 characters lost: 1).`]);
});

test.each([
  ["whole", "open", []],
  ["with words that a browser leaves out", "", ["pdf-text-lost"]],
])("a sheet to sign is read back: %s", async (_, state, expected) => {
  const body = `<main><h1>对照</h1><details ${state}><summary>数据</summary><p>地区生产总值149亿元</p></details></main>`;
  const sheet = { title: "对照：报告", organisation: "甪直镇", lang: "zh-CN", body, theme: sampleTheme(), themes: [`${HOME}/themes`] } as const;
  await printSheet(sheet, "对照.pdf", bench.world, bench.report);
  expect(codes(bench.found)).toEqual(expected);
  if (state === "") expect(bench.found[0]?.message.zh).toContain("对照.pdf 少了原文里的字：“地区生产总值149亿元”");
});

describe("text that is lost", () => {
  test.each([
    ["hidden", ".slide p { display: none }"],
    ["off the page", ".slide p { position: absolute; left: 3000px }"],
    ["clipped away", ".slide p { height: 0; overflow: hidden }"],
    ["shrunk to nothing", ".slide p { font-size: 0 }"],
  ])("%s: an error at the slide, with the passage", async (_, css) => {
    const found = await complaints(SLIDES.slice(1), css);
    expect(found).toMatchObject([{ code: "pdf-text-lost", rule: "V08", severity: "error", span: { file: "slides/10-review.md", line: 20 } }]);
    expect(found[0]?.message.en).toMatch(/page 1 of slides\.pdf: "地区生产总值148亿元，增长11\.6%"/);
  });

  test("one digit of one figure", async () => {
    const found = await complaints([slide("one", 1, `<h2>指标</h2><p>生产总值14<b>8</b>亿元</p>`)], ".slide b { display: none }");
    expect(found.map(({ message }) => message.en)).toEqual([`Text is missing from page 1 of slides.pdf: "生产总值148亿元" (1 characters lost: 8).`]);
  });

  test("what another page says does not stand in for it, and what was meant twice is missed once", async () => {
    const figure = `<p>增长8%</p>`;
    const found = await complaints([slide("one", 1, `<h2>甲</h2>${figure}`), slide("two", 2, `<h2>乙</h2>${figure}<div>${figure}</div>`)], "div > p { display: none }");
    expect(found).toMatchObject([{ code: "pdf-text-lost", span: { line: 20 } }]);
  });

  test("order, breaks, accents, case, rare characters, upright text and what only screen readers hear lose nothing", async () => {
    const body = `<h2>目录</h2><p class="back">先写后画</p><p class="front">后写先画 R&amp;D a&lt;b</p><p class="up">二〇二二年</p><p class="caps">gdp ﬁn e\u0301 ½</p><p>㙍 䶮 𠮷 ① ℃ ㎡ ——……·</p>`;
    const unseen = `<table class="visually-hidden"><tr><td>只读出来</td></tr></table><p hidden>不显示</p><svg width="90" height="40" role="img"><title>图题</title><desc>说明</desc><text y="30">148</text></svg>`;
    const css = ".back { position: relative; z-index: 2 } .front { position: relative; z-index: 1 } .up { writing-mode: vertical-rl } .caps { text-transform: uppercase } .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }";
    expect(await complaints([slide("one", 1, body + unseen)], css)).toEqual([]);
  });
});

describe("pages", () => {
  test("another number of them", async () => {
    expect(codes(await complaints(SLIDES, ".slide + .slide { display: none !important }"))).toEqual(["page-count"]);
  });

  test("another size", async () => {
    const faults = await faultsOf(finishPdf(await print("<h1>Growth</h1>"), PROPERTIES), { height: 150 });
    expect(faults.map(({ code, message }) => [code, message.en])).toEqual([["pdf-page-size", "Page 1 of x.pdf is 200.1 × 100.2 mm instead of 200.0 × 150.0 mm."]]);
  });

  test("tags and bookmarks that a reader is not given", async () => {
    const hidden = SLIDES.slice(0, 2).map(({ html, ...rest }) => ({ ...rest, html: html.replace("<section", `<section aria-hidden="true"`) }));
    const found = await complaints([...hidden, ...SLIDES.slice(2)]);
    expect(found.map(({ code, severity, message }) => [code, severity, message.en])).toEqual([
      ["pdf-without-tags", "warning", "Pages of slides.pdf without tags: 1, 2."],
      ["pdf-without-bookmark", "warning", `slides.pdf has no bookmark for "政府工作报告".`],
    ]);
  });

  test("a figure without alternative text, wherever it stands", async () => {
    const drawing = (label: string): string => `<svg role="img"${label} width="40" height="20"><rect width="40" height="20"/></svg>`;
    const body = `<h1>Growth</h1>${drawing(` aria-label="Bars"`)}<div style="break-before: page"><ul><li>Rate ${drawing("")}</li></ul></div>`;
    const faults = await faultsOf(finishPdf(await print(body), PROPERTIES), { pages: 2 });
    expect(faults.map(({ code, severity, message }) => [code, severity, message.en])).toEqual([
      ["pdf-figure-without-alt", "warning", "Pages of x.pdf with a figure without alternative text: 2."],
    ]);
  });

  test("no title, no language", async () => {
    expect((await faultsOf(await print("<h1>Growth</h1>", { lang: "" }))).map(({ code, message }) => [code, message.en])).toEqual([
      ["pdf-properties", `The language of x.pdf is "" instead of "en".`],
      ["pdf-properties", `The title of x.pdf is "" instead of "报告".`],
    ]);
  });

  test("more bytes than a mailbox likes, unless pictures account for them", async () => {
    let state = 1;
    const noise = Uint8Array.from({ length: 1400 * 1400 * 3 }, () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16);
    const png = await sharp(noise, { raw: { width: 1400, height: 1400, channels: 3 } }).png().toBuffer();
    const bytes = finishPdf(await print(`<h1>Growth</h1><img alt="Noise" height="100" src="data:image/png;base64,${png.toString("base64")}">`), PROPERTIES);
    expect(codes(await faultsOf(bytes))).toEqual(["pdf-too-large"]);
    expect(await faultsOf(bytes, { pictures: 3 })).toEqual([]);
  });
});

describe("fonts", () => {
  const serif = readFileSync(join(HOME, "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2")).toString("base64");
  const style = `@font-face { font-family: V; src: url(data:font/woff2;base64,${serif}) } body { font: 30px V }`;
  const printed = async (body: string): Promise<Uint8Array> => finishPdf(await print(`<h1>Growth</h1>${body}`, { style }), PROPERTIES);

  test("a variable one becomes Type 3", async () => {
    const faults = await faultsOf(await printed(""));
    expect(faults.map(({ code, severity, message }) => [code, severity, message.en])).toEqual([["pdf-type-3-font", "warning", `On page 1 of x.pdf the font "SourceSerif4-Regular" is Type 3 (each glyph a drawing).`]]);
  });

  test("one that is not in the file", async () => {
    const files = await writeOutputs(deckOf(), sampleTheme(), bench.options({ only: ["slides"] }), bench.world, bench.report);
    const bytes = Buffer.from(Buffer.from(files.get("slides.pdf")!).toString("latin1").replaceAll("/FontFile2 ", "/FontFileX "), "latin1");
    const faults = await faultsOf(bytes, { pages: 3, width: 338.67, height: 190.5, title: "政府工作报告", lang: "zh-CN", headings: [] });
    expect(faults).toMatchObject([{ code: "pdf-font-missing", severity: "error", message: { en: expect.stringContaining("is not embedded") } }]);
  });

  test("the empty box for a character that it lacks", async () => {
    expect(codes(await faultsOf(await printed("<p>a\u{E123}b</p>")))).toContain("pdf-empty-box");
  });

  test("glyphs without a character; those of which the page itself says what they mean have one", async () => {
    const whole = await printed("<p>e\u0301 q\u0308</p>");
    expect((await readPdf(whole)).pages[0]).toMatchObject({ text: "Growthe\u0301 q\u0308", unmapped: 0 });
    const cut = Buffer.from(Buffer.from(whole).toString("latin1").replaceAll("/ToUnicode ", "/ToNothing "), "latin1");
    expect((await faultsOf(cut)).map(({ code, message }) => [code, message.en]).at(1)).toEqual(["pdf-unmapped-text", "On page 1 of x.pdf 7 characters cannot be copied, searched or read aloud."]);
  });
});

test("a file cut short, scrambled or of another kind is told, whatever the place, and never a crash", async () => {
  const whole = finishPdf(await print("<h1>Growth</h1>"), PROPERTIES);
  const told = async (bytes: Uint8Array): Promise<readonly string[]> => {
    return codes((await readBack({ file: "x.pdf", bytes, expected: { ...WANTED, passages: [{ text: "Growth", page: 1, span: null }] } })).faults);
  };
  expect(await told(whole)).toEqual([]);
  for (const bytes of [new Uint8Array(), whole.subarray(0, 900), whole.subarray(0, whole.length - 40), new TextEncoder().encode("<!doctype html>")]) expect(await told(bytes)).toEqual(["pdf-unreadable"]);
  for (let at = 7; at < whole.length; at += 41) {
    const broken = Uint8Array.from(whole);
    broken.set([0x30 + (at % 70), 0x28, 0x3c], at);
    expect(Array.isArray(await told(broken))).toBe(true);
  }
});

test("pictures of every kind are passed by", async () => {
  const patch = sharp({ create: { width: 60, height: 40, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } });
  const images = await Promise.all([patch.clone().jpeg().toBuffer(), patch.clone().png().toBuffer()]);
  const body = images.map((bytes, index) => `<img src="data:image/${index === 0 ? "jpeg" : "png"};base64,${bytes.toString("base64")}">`).join("");
  const printed = await print(`<h1>Growth</h1>${body}`);
  expect(Buffer.from(printed).toString("latin1")).toContain("/DCTDecode");
  expect((await readPdf(finishPdf(printed, PROPERTIES))).pages.map(({ text }) => text)).toEqual(["Growth"]);
});

test("what the HTML shows is taken block by block", () => {
  expect(findPassages(`<h2>一<wbr>二</h2><ul><li>a <b>b</b></li><li>c<br/>d</li></ul><!-- x --><svg><title>t</title><text>1</text><path d="M0 0"/></svg><p title="a > b">&lt;5&amp;</p>`)).toEqual(["一二", "a b", "cd", "1", "<5&"]);
  expect(findHeadings(`<h1></h1><p>x</p><h3 class="a">主要<span class="visually-hidden">旁白</span>指标</h3><h2>下</h2><div class="fragment later"><h3>后来</h3></div>`)).toEqual(["主要指标", "下"]);
});

test("text is read as poppler reads it, page by page", async () => {
  const rare = slide("rare", 1, `<h2 class="serif">㙍 䶮 𠮷</h2><p>① ℃ ㎡ (a\\b) e\u0301 fi</p><p style="opacity: 0.5">半透明</p>`);
  const files = await writeOutputs(deckOf([rare, ...SLIDES]), sampleTheme(), bench.options({ only: ["slides"] }), bench.world, bench.report);
  const file = join(bench.dir, "read.pdf");
  writeFileSync(file, files.get("slides.pdf")!);
  const letters = (text: string): string => [...text.normalize("NFC").replace(/\s/g, "")].sort().join("");
  const theirs = execFileSync("pdftotext", ["-enc", "UTF-8", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  expect((await readPdf(files.get("slides.pdf")!)).pages.map(({ text }) => letters(text))).toEqual(theirs.map(letters));
  expect(theirs).toHaveLength(4);
});

describe("whole decks are silent", () => {
  /** Slides, data and pictures of a project, in another theme. */
  const readProject = (dir: string, theme: string): Map<string, Uint8Array | string> => {
    const files = ["slides", "data", "images"].filter((name) => existsSync(join(dir, name))).flatMap((name) => readdirSync(join(dir, name)).map((file) => `${name}/${file}`));
    const project = new Map<string, Uint8Array | string>(files.map((file) => [file, readFileSync(join(dir, file))]));
    const settings = readFileSync(join(dir, "slides/deck.yaml"), "utf8").replace(/^theme:.*\n/m, "");
    return project.set("slides/deck.yaml", `${settings.trimEnd()}\ntheme: ${theme}\n`);
  };

  test.each(THEME_NAMES.flatMap((theme) => [".", "tests/decks/syntax"].map((dir) => [dir, theme] as const)))("%s in %s", async (dir, theme) => {
    const built = await withFolder(readProject(join(HOME, dir), theme), (copy) =>
      build({ dir: copy, out: join(copy, "dist"), themes: [join(HOME, "themes")], only: DOCUMENTS.map(({ name }) => name), steps: theme === "hongqi", onOutput: () => undefined }, bench.world));
    expect(built.diagnostics.filter(({ rule }) => rule === "V08")).toEqual([]);
    expect([...built.files.keys()].filter((path) => path.endsWith(".pdf"))).toHaveLength(6);
  });
});

test("a fault that the office does not mind is set in deck.yaml; one that it minds more stops the build", async () => {
  const theme = { "theme.yaml": readFileSync(join(HOME, "themes/shuixiang/theme.yaml")), "theme.css": ".slide h2 { -webkit-text-stroke: 1px red }\n" };
  const levels = async (level: string): Promise<readonly string[]> => {
    const settings = `title: 工作报告\norganisation: 测试镇\nperiod: 2021\ntheme: own\ncheck: { V08: { level: ${level}, reason: 印刷厂另有办法 } }\n`;
    const files = new Map<string, string | Uint8Array>([["slides/deck.yaml", settings], ["slides/10-part.md", "## 指标\n\n<!-- check-ignore P03: 牌匾原样 -->\n\n- 一项\n"], ...Object.entries(theme).map(([name, text]) => [`themes/own/${name}`, text] as const)]);
    const built = await withFolder(files, (dir) => build({ dir, out: join(dir, "dist"), themes: [join(dir, "themes")], only: ["slides"], steps: false, onOutput: () => undefined }, bench.world));
    return [...built.diagnostics.map(({ code, severity }) => `${code} ${severity}`), `${built.files.size > 0}`];
  };
  expect(await levels("off")).toEqual(["unused-ignore note", "true"]);
  // Reports after the check do not repeat that an exception silences nothing.
  expect(await levels("note")).toEqual(["pdf-type-3-font note", "pdf-without-bookmark note", "unused-ignore note", "true"]);
  expect(await levels("error")).toEqual(["pdf-type-3-font error", "pdf-without-bookmark error", "false"]);
});
