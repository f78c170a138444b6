/** The words of the speaker: a notes page for each slide that has some, and the master that they share. */
import type { Block, Language } from "../../model/deck.ts";
import { plainText } from "../../model/plain-text.ts";
import { colourMap } from "../ink.ts";
import type { Part } from "../parts.ts";
import { xml, XML_HEAD } from "../xml.ts";
import { NAMESPACES, presentationType, shapeTree } from "./namespaces.ts";
import { renderParagraphs, runProperties, textRuns, type Paragraph } from "./text.ts";

export const NOTES_MASTER = "/ppt/notesMasters/notesMaster1.xml";
/** Theme of the notes: the second one, since masters may not share a theme. */
const THEME = "/ppt/theme/theme2.xml";

const place = (id: number, name: string, reference: string, transform: string, body: string): string =>
  `<p:sp><p:nvSpPr>${xml("p:cNvPr", { id, name })}<p:cNvSpPr><a:spLocks noGrp="1"${reference.includes("sldImg") ? ' noRot="1" noChangeAspect="1"' : ""}/></p:cNvSpPr><p:nvPr>${reference}</p:nvPr></p:nvSpPr>${transform === "" ? "<p:spPr/>" : `<p:spPr>${transform}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`}${body}</p:sp>`;
const IMAGE = '<p:ph type="sldImg" idx="2"/>';
const BODY = '<p:ph type="body" sz="quarter" idx="3"/>';
const at = (x: number, y: number, cx: number, cy: number): string => `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`;

export function notesMaster(lang: Language): Part {
  const levels = [1, 2, 3].map((level) => `<a:lvl${level}pPr marL="0" algn="l">${runProperties("a:defRPr", { size: 28, ink: "text", face: "sans" }, null)}</a:lvl${level}pPr>`).join("");
  const words = lang === "en" ? ["Slide", "Notes", "Click to edit the notes"] : ["幻灯片", "备注", "单击此处编辑备注"];
  const shapes =
    place(2, words[0]!, IMAGE, at(685_800, 1_143_000, 5_486_400, 3_086_100), "") +
    place(3, words[1]!, BODY, at(685_800, 4_400_550, 5_486_400, 3_600_450), `<p:txBody><a:bodyPr/><a:lstStyle/>${renderParagraphs([{ runs: textRuns(words[2]!, {}) }], lang)}</p:txBody>`);
  const bytes =
    XML_HEAD +
    xml("p:notesMaster", NAMESPACES, `<p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>${shapeTree(shapes)}</p:cSld>`, xml("p:clrMap", colourMap("paper")), `<p:notesStyle>${levels}</p:notesStyle>`);
  return { path: NOTES_MASTER, type: presentationType("notesMaster"), bytes, relations: [{ id: "rId1", type: "theme", target: THEME }] };
}

/** What a note says, a paragraph for each of its lines; references are figures already. */
export function noteParagraphs(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case "paragraph":
        return [plainText(block.inlines)];
      case "list":
        return block.items.flatMap((item, index) => {
          const mark = item.ordinal === null ? (block.ordered ? `${index + 1}. ` : "") : `${item.ordinal}. `;
          return [mark + plainText(item.inlines), ...noteParagraphs(item.blocks)];
        });
      case "card":
        return [plainText(block.title), ...noteParagraphs(block.blocks)];
      case "quote":
        return noteParagraphs(block.blocks);
      case "table":
        return [block.head, ...block.rows].map((row) => row.map(plainText).join("　"));
      case "code":
        return block.text.split("\n");
      case "html":
        return [block.html.replaceAll(/<[^>]*>/g, "")];
      default:
        return [];
    }
  }).filter((text) => text !== "");
}

/** The notes page of a slide. */
export function notesPart(number: number, slide: string, notes: readonly string[], lang: Language): Part {
  const words = lang === "en" ? ["Slide", "Notes"] : ["幻灯片", "备注"];
  const paragraphs = notes.map((text): Paragraph => ({ runs: textRuns(text, {}) }));
  const shapes = place(2, words[0]!, '<p:ph type="sldImg" idx="2"/>', "", "") + place(3, words[1]!, BODY, "", `<p:txBody><a:bodyPr/><a:lstStyle/>${renderParagraphs(paragraphs, lang)}</p:txBody>`);
  return {
    path: `/ppt/notesSlides/notesSlide${number}.xml`,
    type: presentationType("notesSlide"),
    bytes: XML_HEAD + xml("p:notes", NAMESPACES, `<p:cSld>${shapeTree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`),
    relations: [{ id: "rId1", type: "notesMaster", target: NOTES_MASTER }, { id: "rId2", type: "slide", target: slide }],
  };
}
