/** A theme of the presentation (ECMA-376-1, 20.1.6): the colours and fonts that masters, layouts and slides refer to. */
import type { Theme } from "../../model/theme.ts";
import { COLOUR_SCHEME } from "../ink.ts";
import type { Part } from "../parts.ts";
import { xml, XML_HEAD } from "../xml.ts";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** Masters must not share a theme: PowerPoint repairs files in which the notes master does. */
export function themePart(number: number, theme: Theme): Part {
  const { name, title, office } = theme;
  const colours = Object.entries(COLOUR_SCHEME).map(([slot, token]) => `<a:${slot}><a:srgbClr val="${theme.colours[token].slice(1)}"/></a:${slot}>`);
  const font = (kind: string, latin: string, han: string): string =>
    `<a:${kind}>${xml("a:latin", { typeface: latin })}${xml("a:ea", { typeface: han })}<a:cs typeface=""/>${xml("a:font", { script: "Hans", typeface: han })}</a:${kind}>`;
  const scheme = xml("a:clrScheme", { name: title }, ...colours);
  const fonts = xml("a:fontScheme", { name: title }, font("majorFont", office.numeral, office.serif), font("minorFont", office.latin, office.sans));
  const bytes = XML_HEAD + xml("a:theme", { "xmlns:a": DRAWING, name: title === "" ? name : title }, `<a:themeElements>${scheme}${fonts}${FORMATS}</a:themeElements>`, "<a:objectDefaults/><a:extraClrSchemeLst/>");
  return { path: `/ppt/theme/theme${number}.xml`, type: "application/vnd.openxmlformats-officedocument.theme+xml", bytes, relations: [] };
}

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>";
const line = (width: number): string => `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${FILL}<a:prstDash val="solid"/></a:ln>`;
/** Flat: no gradients, shadows or bevels for whatever an office adds. */
const FORMATS =
  `<a:fmtScheme name="Flat"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`;
