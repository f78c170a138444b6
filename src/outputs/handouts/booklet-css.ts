/** How the booklet is set, in Chinese after GB/T 9704-2012, in English in the manner of Latin books on the same page. */
import type { Language } from "../../model/deck.ts";
import { A4, BOOKLET } from "./geometry.ts";

const { top, inner, width, height, lines, characters, type, title, number, numberGap, latin, latinLine } = BOOKLET;
const outer = A4.width - inner - width;
/** Lengths in the browser are whole 64ths of a pixel: without this much less, in millimetres, the last line would find no room. */
const SLACK = 0.01;
/** From one line to the next, and from one character to the next. */
const LINE = height / lines - SLACK;
const CELL = width / characters;
/** Points: what the next character moves closer. */
const TIGHTER = `calc(${CELL - SLACK / 2}mm - ${type}pt)`;
/** The dash of a page number runs through its line 0.43 em below the line's top. */
const DASH = `calc(${numberGap}mm - ${0.43 * number}pt)`;

/** Rules of the whole document. */
export function bookletCss(lang: Language): string {
  return PAGE + COMMON + (lang === "en" ? LATIN : CHINESE);
}

const NUMBER_FONT = `font: 400 ${number}pt/1 "Luduan Numeral", "Luduan Fangsong", "Luduan Latin"; letter-spacing: 0`;
const PAGE_NUMBER = `content: "\\2014\\2002" counter(page) "\\2002\\2014"; width: ${width}mm; vertical-align: top; padding: ${DASH} ${CELL}mm 0; ${NUMBER_FONT}`;

/** Odd pages are right pages, bound on the left. */
const PAGE = `
@page { size: ${A4.width}mm ${A4.height}mm }
@page :right { margin: ${top}mm ${outer}mm ${A4.height - top - height}mm ${inner}mm; @bottom-right { ${PAGE_NUMBER}; text-align: right } }
@page :left { margin: ${top}mm ${inner}mm ${A4.height - top - height}mm ${outer}mm; @bottom-left { ${PAGE_NUMBER}; text-align: left } }
`;

/** What only margin boxes are set in does not get loaded in time: the hidden text asks for it, at the top, since behind a last line that ends a page it would begin another. */
const COMMON = `
body::after { content: "0\\2014"; position: absolute; top: 0; visibility: hidden; ${NUMBER_FONT} }
html, body { margin: 0; padding: 0; background: none }
body { color: #000; font-synthesis: none; orphans: 2; widows: 2; overflow-wrap: anywhere; -webkit-print-color-adjust: exact; print-color-adjust: exact }
h1, h2, h3, h4, p, ol, ul, blockquote { margin: 0; padding: 0; font-size: inherit; font-weight: inherit }
li { list-style: none }
header { text-align: center; break-after: avoid }
h1 { text-wrap: balance }
h2, h3, h4 { break-after: avoid; break-inside: avoid }
.run-in { display: inline }
.whole { white-space: nowrap }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; color: #e4e4e4; font: 900 ${width / 5}mm/1 "Luduan Serif"; letter-spacing: 0.1em; white-space: nowrap; rotate: -35deg; z-index: -1 }
a { color: inherit; text-decoration: none }
code, strong, em { font: inherit }
`;

/** Spans of another font have no height of their own: they would push the lines off their places. An address kept whole would tear a line open. */
const CHINESE = `
body { font: 500 ${type}pt/${LINE}mm "Luduan Fangsong"; letter-spacing: ${TIGHTER}; text-align: justify; line-break: strict; text-autospace: no-autospace; text-spacing-trim: space-all; text-wrap: pretty }
header { padding: ${LINE}mm 0 }
h1 { font: 900 ${title}pt/${LINE}mm "Luduan Serif"; letter-spacing: 0.06em; padding: 0 0 ${LINE / 2}mm 0.06em; word-break: keep-all }
header p:last-child { padding-bottom: ${LINE / 2}mm }
h1:last-child { padding-bottom: ${LINE}mm }
blockquote, h3 .face, strong, em { font-family: "Luduan Kaiti"; font-weight: 700 }
h2 .face { font-family: "Luduan Sans"; font-weight: 700 }
p, .paragraph, h2, h3, h4 { text-indent: ${2 * CELL}mm }
header p { text-indent: 0 }
h2, h3, h4 { text-align: start }
.face, strong, em, code { line-height: 0 }
a { word-break: break-all }
.half { letter-spacing: calc(${CELL}mm - ${1.5 * type}pt) }
.half-left { margin-left: -0.5em }
blockquote { padding-left: ${2 * CELL}mm }
.apart { margin-top: ${LINE}mm }
`;

/** No grid: so many letters of any width to a line that justified text has no gaps. */
const LATIN = `
body { font: 400 ${latin}pt/${latinLine}pt "Luduan Latin"; text-align: justify; text-wrap: pretty; hyphens: auto }
header { padding: ${LINE}mm 0; text-wrap: balance }
h1 { font: 600 ${title}pt/${LINE}mm "Luduan Latin"; padding-bottom: ${latinLine / 2}pt }
h2, h3, h4 { font-weight: 600; text-align: start; hyphens: none }
h2 { font-size: ${type}pt; margin: ${latinLine}pt 0 ${latinLine / 2}pt }
h3, h4, .apart { margin-top: ${latinLine / 2}pt }
.run-in { padding-right: 0.3em }
p + p, .passage + .passage > p:first-child { text-indent: 1.5em }
ol, ul, blockquote { margin: ${latinLine / 2}pt 0; padding-left: 1.5em }
header p, li > p { text-indent: 0 }
.mark { display: inline-block; min-width: 1.5em; margin-left: -1.5em }
strong, em { font-weight: 600 }
.figure:not(.figure-name) { white-space: nowrap }
`;
