/** The presentation itself: its slides in sections, and what programs show of the file. */
import { createHash } from "node:crypto";
import type { Settings } from "../../model/deck.ts";
import type { Part, Relation } from "../parts.ts";
import { emu } from "../units.ts";
import { CANVAS } from "../../model/canvas.ts";
import { escapeXml, xml, XML_HEAD } from "../xml.ts";
import { NAMESPACES, presentationType } from "./namespaces.ts";
import { NOTES_MASTER } from "./notes.ts";
import { languageOf } from "./text.ts";

const PATH = "/ppt/presentation.xml";

/** A slide in the order of the presentation. */
export interface SlideEntry {
  /** The deck's own id. */
  readonly id: string;
  readonly path: string;
}

export interface SectionEntry {
  readonly id: string;
  readonly name: string;
  readonly slides: readonly string[];
}

/** A number from 256 to 2³¹ − 1 that follows from a slide's id alone, so that a slide is found again in a deck that was edited elsewhere. */
export function slideNumbers(ids: readonly string[]): ReadonlyMap<string, number> {
  const taken = new Set<number>();
  const numbers = new Map<string, number>();
  for (const id of ids) {
    let number = 256 + (parseInt(digest(id).slice(0, 8), 16) % 2_147_483_000);
    while (taken.has(number)) number += 1;
    taken.add(number);
    numbers.set(id, number);
  }
  return numbers;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").toUpperCase();
}

/** PowerPoint reads sections only with ids in upper case. */
function guid(text: string): string {
  const hex = digest(text);
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

export function presentationPart(slides: readonly SlideEntry[], sections: readonly SectionEntry[], { lang }: Settings): Part {
  const numbers = slideNumbers(slides.map(({ id }) => id));
  const relations: Relation[] = [
    { id: "rId1", type: "slideMaster", target: "/ppt/slideMasters/slideMaster1.xml" },
    { id: "rId2", type: "notesMaster", target: NOTES_MASTER },
    { id: "rId3", type: "presProps", target: "/ppt/presProps.xml" },
    { id: "rId4", type: "viewProps", target: "/ppt/viewProps.xml" },
    { id: "rId5", type: "theme", target: "/ppt/theme/theme1.xml" },
    { id: "rId6", type: "tableStyles", target: "/ppt/tableStyles.xml" },
    ...slides.map(({ path }, index): Relation => ({ id: `rId${index + 7}`, type: "slide", target: path })),
  ];
  const list = slides.map(({ id }, index) => xml("p:sldId", { id: numbers.get(id)!, "r:id": `rId${index + 7}` }));
  const parts = sections.map((section) =>
    xml("p14:section", { name: section.name, id: guid(section.id) }, xml("p14:sldIdLst", {}, ...section.slides.map((id) => xml("p14:sldId", { id: numbers.get(id)! })))),
  );
  const extension = `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${parts.join("")}</p14:sectionLst></p:ext></p:extLst>`;
  const bytes =
    XML_HEAD +
    xml("p:presentation", { ...NAMESPACES, saveSubsetFonts: 1 },
      '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
      xml("p:sldIdLst", {}, ...list),
      xml("p:sldSz", { cx: emu(CANVAS.width), cy: emu(CANVAS.height) }), '<p:notesSz cx="6858000" cy="9144000"/>',
      lang === "en" ? "" : KINSOKU,
      `<p:defaultTextStyle>${xml("a:defPPr", {}, xml("a:defRPr", languageOf(lang)))}</p:defaultTextStyle>`, extension);
  return { path: PATH, type: presentationType("presentation.main"), bytes, relations };
}

/** Marks that may not begin and may not end a line of Chinese (GB/T 15834, clause 5). */
const KINSOKU = xml("p:kinsoku", { lang: "zh-CN", invalStChars: "!),.:;?]}、。—ˇ¨〃々～‖…’”〕〉》」』〗】∶！＇），．：；？］｀｜｝", invalEndChars: "([{‘“〔〈《「『〖【（．［｛" });

/** What belongs to every presentation. */
export function propertyParts(): readonly Part[] {
  const part = (name: string, kind: string, body: string): Part => ({ path: `/ppt/${name}.xml`, type: presentationType(kind), bytes: XML_HEAD + body, relations: [] });
  return [
    part("presProps", "presProps", xml("p:presentationPr", NAMESPACES)),
    part("viewProps", "viewProps", xml("p:viewPr", NAMESPACES)),
    part("tableStyles", "tableStyles", xml("a:tblStyleLst", { "xmlns:a": NAMESPACES["xmlns:a"], def: "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}" })),
  ];
}

/** Title, author and language of the file; no times, so that the same input gives the same bytes. */
export function documentParts({ title, organisation, speaker, lang }: Settings): { readonly parts: readonly Part[]; readonly relations: readonly Relation[] } {
  const core =
    XML_HEAD +
    xml("cp:coreProperties", { "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
      `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(speaker ?? organisation)}</dc:creator><dc:language>${lang}</dc:language>`);
  const app = XML_HEAD + xml("Properties", { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" }, `<Application>Luduan</Application><Company>${escapeXml(organisation)}</Company>`);
  return {
    parts: [
      { path: "/docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml", bytes: core, relations: [] },
      { path: "/docProps/app.xml", type: "application/vnd.openxmlformats-officedocument.extended-properties+xml", bytes: app, relations: [] },
    ],
    relations: [
      { id: "rId1", type: "officeDocument", target: PATH },
      { id: "rId2", type: "core-properties", target: "/docProps/core.xml" },
      { id: "rId3", type: "extended-properties", target: "/docProps/app.xml" },
    ],
  };
}
