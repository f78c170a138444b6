/** The booklet's typography: Chinese follows GB/T 9704-2012, English follows Latin books on the same page. */
import type { Language } from "../../model/deck.ts";
import type { TextSheet } from "./geometry.ts";
import { cssString } from "./running.ts";

/** Browsers round lengths to 64ths of a pixel: without this slack, in millimetres, the last line would not fit. */
const SLACK = 0.01;

/** Rules for the whole document. `mark` is a word above the outer edge of the text of every page, such as 示例数据; null without one. */
export function bookletCss(sheet: TextSheet, lang: Language, mark: string | null): string {
  return pageCss(sheet) + (mark === null ? "" : markCss(sheet, mark)) + commonCss(sheet) + (lang === "en" ? latinCss(sheet) : chineseCss(sheet));
}

/** Line pitch, in millimetres. */
function lineOf({ height, lines }: TextSheet): number {
  return height / lines - SLACK;
}

/** Character pitch, in millimetres. */
function cellOf({ width, characters }: TextSheet): number {
  return width / characters;
}

function numberFont({ number }: TextSheet): string {
  return `font: 400 ${number}pt/1 "Luduan Numeral", "Luduan Fangsong", "Luduan Latin"; letter-spacing: 0`;
}

/** Odd pages are right-hand pages, bound on the left. The dash of a page number runs through its line 0.43 em below the line's top. */
function pageCss(sheet: TextSheet): string {
  const { paper, top, inner, width, height, number, numberGap } = sheet;
  const outer = paper.width - inner - width;
  const bottom = paper.height - top - height;
  const dash = `calc(${numberGap}mm - ${0.43 * number}pt)`;
  const pageNumber = `content: "\\2014\\2002" counter(page) "\\2002\\2014"; width: ${width}mm; vertical-align: top; padding: ${dash} ${cellOf(sheet)}mm 0; ${numberFont(sheet)}`;
  return `
@page { size: ${paper.width}mm ${paper.height}mm }
@page :right { margin: ${top}mm ${outer}mm ${bottom}mm ${inner}mm; @bottom-right { ${pageNumber}; text-align: right } }
@page :left { margin: ${top}mm ${inner}mm ${bottom}mm ${outer}mm; @bottom-left { ${pageNumber}; text-align: left } }
`;
}

/** 10.5 pt, as 5号 of GB/T 9704-2012 has it; hidden text requests the font, as for page numbers. */
function markCss({ width }: TextSheet, mark: string): string {
  const font = `font: 700 10.5pt/1 "Luduan Sans", "Luduan Latin"; letter-spacing: 0; color: #555`;
  const box = `content: ${cssString(mark)}; width: ${width}mm; vertical-align: bottom; padding-bottom: 6mm; ${font}`;
  return `
@page :right { @top-right { ${box}; text-align: right } }
@page :left { @top-left { ${box}; text-align: left } }
body::before { content: ${cssString(mark)}; position: absolute; top: 0; visibility: hidden; ${font} }
`;
}

/**
 * A font that only margin boxes use is not loaded in time, so hidden text requests it.
 * That text stands at the top: after a last line that fills its page it would start another.
 */
function commonCss(sheet: TextSheet): string {
  return `
body::after { content: "0\\2014"; position: absolute; top: 0; visibility: hidden; ${numberFont(sheet)} }
html, body { margin: 0; padding: 0; background: none }
body { color: #000; font-synthesis: none; orphans: 2; widows: 2; overflow-wrap: anywhere; -webkit-print-color-adjust: exact; print-color-adjust: exact }
h1, h2, h3, h4, h5, p, ol, ul, blockquote { margin: 0; padding: 0; font-size: inherit; font-weight: inherit }
li { list-style: none }
header { text-align: center; break-after: avoid }
h1 { text-wrap: balance }
h2, h3, h4, h5 { break-after: avoid; break-inside: avoid }
.run-in { display: inline }
.whole { white-space: nowrap }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; color: #e4e4e4; font: 900 ${sheet.width / 5}mm/1 "Luduan Serif"; letter-spacing: 0.1em; white-space: nowrap; rotate: -35deg; z-index: -1 }
a { color: inherit; text-decoration: none }
code, strong, em { font: inherit }
`;
}

/**
 * Spans in another font get no height of their own, or they would push the
 * lines out of place. A URL kept whole would leave large gaps in its line.
 */
function chineseCss(sheet: TextSheet): string {
  const { type, title } = sheet;
  const [line, cell] = [lineOf(sheet), cellOf(sheet)];
  // How much closer the next character moves.
  const tighter = `calc(${cell - SLACK / 2}mm - ${type}pt)`;
  return `
body { font: 500 ${type}pt/${line}mm "Luduan Fangsong"; letter-spacing: ${tighter}; text-align: justify; line-break: strict; text-autospace: no-autospace; text-spacing-trim: space-all; text-wrap: pretty }
header { padding: ${line}mm 0 }
h1 { font: 900 ${title}pt/${line}mm "Luduan Serif"; letter-spacing: 0.06em; padding: 0 0 ${line / 2}mm 0.06em; word-break: keep-all }
header p:last-child { padding-bottom: ${line / 2}mm }
h1:last-child { padding-bottom: ${line}mm }
blockquote, h3 .face, strong, em { font-family: "Luduan Kaiti"; font-weight: 700 }
h2 .face { font-family: "Luduan Sans"; font-weight: 700 }
p, .paragraph, h2, h3, h4, h5 { text-indent: ${2 * cell}mm }
header p { text-indent: 0; text-wrap: balance; word-break: keep-all }
h2, h3, h4, h5 { text-align: start }
.face, strong, em, code { line-height: 0 }
a { word-break: break-all }
.half { letter-spacing: calc(${cell}mm - ${1.5 * type}pt) }
.half-left { margin-left: -0.5em }
blockquote { padding-left: ${2 * cell}mm }
.apart { margin-top: ${line}mm }
`;
}

/** No grid: a line holds so many letters of varying width that justified text has no gaps. */
function latinCss(sheet: TextSheet): string {
  const { type, title, latin, latinLine } = sheet;
  const line = lineOf(sheet);
  return `
body { font: 400 ${latin}pt/${latinLine}pt "Luduan Latin"; text-align: justify; text-wrap: pretty; hyphens: auto }
header { padding: ${line}mm 0; text-wrap: balance }
h1 { font: 600 ${title}pt/${line}mm "Luduan Latin"; padding-bottom: ${latinLine / 2}pt }
h2, h3, h4, h5 { font-weight: 600; text-align: start; hyphens: none }
h2 { font-size: ${type}pt; margin: ${latinLine}pt 0 ${latinLine / 2}pt }
h3, h4, h5, .apart { margin-top: ${latinLine / 2}pt }
.run-in { padding-right: 0.3em }
p + p, .passage + .passage > p:first-child { text-indent: 1.5em }
ol, ul, blockquote { margin: ${latinLine / 2}pt 0; padding-left: 1.5em }
header p, li > p { text-indent: 0 }
.mark { display: inline-block; min-width: 1.5em; margin-left: -1.5em }
strong, em { font-weight: 600 }
.figure:not(.figure-name) { white-space: nowrap }
`;
}
