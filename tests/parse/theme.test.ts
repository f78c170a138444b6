import { describe, expect, it } from "vitest";
import type { ThemeSources } from "../../src/model/sources.ts";
import { COLOUR_TOKENS } from "../../src/model/theme.ts";
import { findTheme, parseTheme } from "../../src/parse/theme.ts";
import { brief, collector, settingsOf } from "./bench.ts";

const FONTS = `fonts:
  serif: [{ file: "@fontsource/noto-serif-sc/files/a.woff2", weight: 900 }]
  sans: [{ file: fonts/b.ttf, weight: 400 }]
  numeral: [{ file: "@fontsource-variable/source-serif-4/files/c.woff2", weight: 400, axes: { wght: 400, opsz: 60 } }]
  notes: [{ file: fonts/d.otf, weight: 500 }]
`;
const colours = (changed: Readonly<Record<string, string | null>>): string => {
  const lines = COLOUR_TOKENS.flatMap((token) => (changed[token] === null ? [] : [`  ${token}: ${changed[token] ?? '"#0F333a"'}`]));
  return `title: 水乡\ncolours:\n${lines.join("\n")}\n`;
};
const lineOf = (token: (typeof COLOUR_TOKENS)[number]): number => COLOUR_TOKENS.indexOf(token) + 3;

function parse(yaml: string, css = ""): { theme: ReturnType<typeof parseTheme>; places: string[]; hints: string } {
  const { report, diagnostics } = collector();
  const sources: ThemeSources = { name: "x", tokens: { path: "themes/x/theme.yaml", text: yaml }, css: { path: "themes/x/theme.css", text: css } };
  const theme = parseTheme(sources, report);
  // All colours in these tests are the same; contrast has its own sample.
  const others = diagnostics.filter(({ code }) => code !== "pale-colour");
  return { theme, places: brief(others).map((place) => place.replace("themes/x/theme.", "")), hints: others.map(({ hint }) => hint?.en).join("\n") };
}

describe("theme.yaml", () => {
  it("resolves colours that name another", () => {
    const { theme, places } = parse(colours({ bridge: "ink", ring: "bridge", seal: '"#bc3521"' }) + FONTS, ".slide { color: var(--ink); }");
    expect(places).toEqual([]);
    expect(theme).toMatchObject({ name: "x", title: "水乡", motif: "none", css: ".slide{color:var(--ink)}" });
    expect(theme?.colours).toMatchObject({ ink: "#0F333A", bridge: "#0F333A", ring: "#0F333A", seal: "#BC3521" });
    expect(theme?.fonts.numeral).toEqual([{ file: "@fontsource-variable/source-serif-4/files/c.woff2", weight: 400, axes: { wght: 400, opsz: 60 }, scale: 1 }]);
    expect(theme?.fonts.sans).toEqual([{ file: "fonts/b.ttf", weight: 400, axes: {}, scale: 1 }]);
  });

  it("scales a face, within bounds", () => {
    const scaled = (scale: string): string => colours({}) + FONTS.replace("weight: 500 }", `weight: 500, scale: ${scale} }`);
    expect(parse(scaled("0.87")).theme?.fonts.notes).toEqual([{ file: "fonts/d.otf", weight: 500, axes: {}, scale: 0.87 }]);
    for (const wrong of ["0.4", "2", "big"]) expect(parse(scaled(wrong)).places).toEqual([expect.stringMatching(/ invalid-value$/)]);
  });

  it("gives photos two colours of its own, or none", () => {
    expect(parse(colours({}) + FONTS).theme?.photo).toBeNull();
    expect(parse(`${colours({ paper: '"#f7f4ec"' })}${FONTS}photo: { dark: "#1a2b3c", light: paper }\n`).theme?.photo).toEqual({ dark: "#1A2B3C", light: "#F7F4EC" });
    const wrong = parse(`${colours({})}${FONTS}photo: { dark: black, light: paper }\n`);
    expect([wrong.theme, wrong.places]).toEqual([null, [`yaml:${COLOUR_TOKENS.length + 8}:16-21 unknown-colour`]]);
  });

  it("tells presentations of shapes and grounds in its colours, and reports what it cannot draw", () => {
    const office = (text: string): ReturnType<typeof parse> => parse(`${colours({ glow: '"#ffe000"' })}${FONTS}office:\n${text}`);
    const line = COLOUR_TOKENS.length + 9;
    expect(parse(colours({}) + FONTS).theme?.office).toEqual({ serif: "宋体", sans: "微软雅黑", numeral: "Times New Roman", latin: "微软雅黑", shapes: {}, grounds: {}, sun: null });
    const { theme, places } = office('  sun: "#ffdf9a"\n  shapes: { section: [{ boxes: [[-10, 0, 10, 1080]], every: [-20, 0], parts: [1, 2], colour: glow, alpha: 0.5 }] }\n  grounds: { deep: { angle: 168, stops: [{ colour: ink, at: 0 }, { colour: "#102030", at: 100 }] } }\n');
    expect(places).toEqual([]);
    expect(theme?.office).toMatchObject({
      sun: "#FFDF9A",
      shapes: { section: [{ boxes: [[-10, 0, 10, 1080]], every: [-20, 0], parts: [1, 2], count: 1, tasks: null, gap: 0, colour: "#FFE000", alpha: 0.5 }] },
      grounds: { deep: { angle: 168, centre: [50, 50], stops: [{ colour: "#0F333A", at: 0 }, { colour: "#102030", at: 100 }] } },
    });
    expect(office("  sun: sunny\n")).toMatchObject({ theme: null, places: [`yaml:${line}:8-13 unknown-colour`] });
    expect(office("  shapes: { cover: [{ boxes: [[0, 0, 9]], colour: ink }] }\n").places).toEqual([`yaml:${line}:31-40 invalid-value`]);
    expect(office("  shapes: { agenda: [] }\n").places).toEqual([`yaml:${line}:13-19 unknown-key`]);
    expect(office("  grounds: { cover: { stops: [{ colour: ink, at: 0 }] } }\n").places).toEqual([`yaml:${line}:30-54 invalid-value`]);
  });

  it("sets the booklet in the fonts of the notes, or in those that it names", () => {
    const plain = parse(colours({}) + FONTS).theme?.fonts;
    expect([plain?.fangsong, plain?.kaiti, plain?.latin]).toEqual([plain?.notes, plain?.notes, plain?.notes]);
    const own = parse(`${colours({})}${FONTS}  fangsong: [{ file: fonts/fang.ttf, weight: 400 }]\n`).theme?.fonts;
    expect([own?.fangsong[0]?.file, own?.kaiti[0]?.file, own?.latin[0]?.file]).toEqual(["fonts/fang.ttf", "fonts/fang.ttf", "fonts/d.otf"]);
  });

  it.each<readonly [name: string, yaml: string, expected: readonly string[], hint: string]>([
    ["a colour left out", colours({ paper: null }) + FONTS, ["yaml:3:3-6 missing-key"], "#RRGGBB"],
    ["an unknown token", `${colours({})}  papier: "#FFFFFF"\n${FONTS}`, [`yaml:${COLOUR_TOKENS.length + 3}:3-9 unknown-key`], '"paper"'],
    ["a colour without quotes", colours({ paper: "#FFFFFF" }) + FONTS, ["yaml:3:3-8 invalid-value"], "in quotes"],
    ["a short colour", colours({ paper: '"#FFF"' }) + FONTS, ["yaml:3:10-16 invalid-value"], "#RRGGBB"],
    ["a reference to nothing", colours({ bridge: "inc" }) + FONTS, [`yaml:${lineOf("bridge")}:11-14 unknown-colour`], '"ink"'],
    ["a reference to a wrong one is told once", colours({ bridge: "inc", ring: "bridge" }) + FONTS, [`yaml:${lineOf("bridge")}:11-14 unknown-colour`], '"ink"'],
    ["a circle", colours({ ink: "ink2", ink2: "ink" }) + FONTS, [`yaml:${lineOf("ink")}:8-12 colour-cycle`, `yaml:${lineOf("ink2")}:9-12 colour-cycle`], "#RRGGBB"],
    ["a font from the net", colours({}) + FONTS.replace("fonts/b.ttf", '"https://x.org/b.ttf"'), [`yaml:${COLOUR_TOKENS.length + 5}:18-39 invalid-value`], "theme's folder"],
    ["a font from elsewhere", colours({}) + FONTS.replace("fonts/b.ttf", "../../b.ttf"), [`yaml:${COLOUR_TOKENS.length + 5}:18-29 invalid-value`], "theme's folder"],
    ["a role without a face", colours({}) + FONTS.replace(/notes: .*/, "notes: []"), [`yaml:${COLOUR_TOKENS.length + 7}:10-12 invalid-value`], "at least 1"],
    ["a weight that is none", colours({}) + FONTS.replace("weight: 900", "weight: bold"), [`yaml:${COLOUR_TOKENS.length + 4}:70-74 invalid-value`], "100 to 900"],
  ])("%s", (_name, yaml, expected, hint) => {
    const { theme, places, hints } = parse(yaml);
    expect(theme).toBeNull();
    expect(places).toEqual(expected);
    expect(hints).toContain(hint);
  });
});

describe("theme.css", () => {
  it.each([
    ["a\n{ background: url(x.png) }", ["css:2:15-19 theme-remote-load"]],
    ["a{background:URL('data:image/png;base64,')}", ["css:1:14-18 theme-remote-load"]],
    ["a{background:u\\72l(x)}", ["css:1:14-20 theme-remote-load"]],
    ["a{background:\\55 \\52 \\4c (x)}", ["css:1:14-27 theme-remote-load"]],
    ['@import "x.css";', ["css:1:1-8 theme-remote-load"]],
    ["@im\\70ort 'x.css';", ["css:1:1-10 theme-remote-load"]],
    ["a{background:image-set('x' 1x)}", ["css:1:14-24 theme-remote-load"]],
    ["a{background:-webkit-image-set('x' 1x)}", ["css:1:14-32 theme-remote-load"]],
    ["@font-face{src:local(x)}", ["css:1:1-11 theme-remote-load"]],
    ["/**/url(x)", ["css:1:5-11 theme-syntax"]],
    ["a::after{content:'\\'url('}b{mask:url(x)}", ["css:1:34-38 theme-remote-load"]],
    ["a::after{content:'</style><script>'}", ["css:1:19-21 theme-markup"]],
    ["<!-- a{} -->", ["css:1:1-3 theme-markup", "css:1:1-4 theme-not-allowed", "css:1:10-13 theme-not-allowed"]],
    ["a{background:ur/**/l(http://x.org)}", ["css:1:14-35 theme-syntax"]],
    ["a{background:ur/**/l(x)}", ["css:1:20-22 theme-not-allowed"]],
    ["a{b:c;content:'\fx'; background:url(x)}", ["css:1:3-4 theme-not-allowed", "css:1:15-39 theme-syntax"]],
    ["a{behavior:x}", ["css:1:3-11 theme-not-allowed"]],
    ["a{-moz-binding:x}", ["css:1:3-15 theme-not-allowed"]],
    ["a{width:expression(1)}", ["css:1:9-20 theme-not-allowed"]],
    ["a{background:element(#x)}", ["css:1:14-22 theme-remote-load"]],
    ["a{background:paint(x)}", ["css:1:14-20 theme-remote-load"]],
    ["@media screen{@import 'x';}", ["css:1:15-22 theme-remote-load"]],
    ["a{--x:url(y)}", ["css:1:7-11 theme-remote-load"]],
    ["a:is(url(x)){}", ["css:1:1-13 theme-syntax"]],
    ["@document url(x){}", ["css:1:1-10 theme-not-allowed"]],
    ["@supports (background:url(x)){a{}}", ["css:1:23-27 theme-remote-load"]],
    ["a{cursor:URL(x),auto}", ["css:1:10-14 theme-remote-load"]],
  ])("%s loads or breaks out", (css, expected) => {
    const { theme, places } = parse(colours({}) + FONTS, css);
    expect(theme).toBeNull();
    expect(places).toEqual(expected);
  });

  it.each<readonly [css: string, shipped: string]>([
    ["/* url(x) @import */ a{}", "a{}"],
    ["a::after{content:'url(x)'}", 'a::after{content:"url(x)"}'],
    ["a{--curl:1;width:calc(1px + var(--url))}", "a{--curl:1;width:calc(1px + var(--url))}"],
    [".url{} .import{}", ".url{}.import{}"],
    ["a > b{}", "a>b{}"],
    ['a::before{content:"@import"}', 'a::before{content:"@import"}'],
    ["a::before{content:'\\3c/style'}", 'a::before{content:"\\3c /style"}'],
    [".a { & .b { color: red; } @media (width >= 600px) { color: color-mix(in oklab, red, blue 30%); } }", ".a{& .b{color:red}@media (width>=600px){color:color-mix(in oklab,red,blue 30%)}}"],
    ["@supports (display: grid) and (not (display: inline-grid)) { a { inset: 0; } }", "@supports (display:grid) and (not (display:inline-grid)){a{inset:0}}"],
    ["@page { margin: 1cm; @top-left { content: counter(page); } }", "@page{margin:1cm;@top-left{content:counter(page)}}"],
    ["@keyframes x { from { opacity: 0; } to { opacity: 1; } }", "@keyframes x{from{opacity:0}to{opacity:1}}"],
    [".a:has(> img, .b:not(.c)):nth-child(2n + 1 of li)::after { -webkit-mask: linear-gradient(#000, transparent); }", ".a:has(>img,.b:not(.c)):nth-child(2n+1 of li)::after{-webkit-mask:linear-gradient(#000,transparent)}"],
    ["@container (width > 40em) { a { clip-path: path('M0 0L1 1'); } }", '@container (width>40em){a{clip-path:path("M0 0L1 1")}}'],
    ["@layer a, b; @property --x { syntax: '<length>'; inherits: false; initial-value: 0px; }", '@layer a,b;@property --x{syntax:"<length>";inherits:false;initial-value:0px}'],
  ])("%s is fine, and shipped as it was checked", (css, shipped) => {
    const { theme, places } = parse(colours({}) + FONTS, css);
    expect(places).toEqual([]);
    expect(theme?.css).toBe(shipped);
    expect(parse(colours({}) + FONTS, shipped).theme?.css).toBe(shipped);
  });
});

describe("the theme that deck.yaml names", () => {
  const sources: ThemeSources = { name: "hongqi", tokens: { path: "t", text: "" }, css: { path: "c", text: "" } };

  it("is found, or the nearest is offered where it is named", () => {
    const { report, diagnostics } = collector();
    expect(findTheme(settingsOf("theme: hongqi\n"), new Map([["hongqi", sources]]), report)).toBe(sources);
    expect(findTheme(settingsOf("theme: honqi\n"), new Map([["hongqi", sources]]), report)).toBeNull();
    expect(findTheme(settingsOf(), new Map(), report)).toBeNull();
    expect(brief(diagnostics)).toEqual(["slides/deck.yaml:5:8-13 unknown-theme", "slides/deck.yaml:1:1-1 unknown-theme"]);
    expect(diagnostics[0]?.hint?.zh).toContain("是不是“hongqi”");
  });
});
