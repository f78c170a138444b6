/** Writes real .docx files for tests, part by part, as Word and WPS write them. It uses none of the reader's own code. */
import { writeArchive } from "./workbook.ts";

export interface DocxPlan {
  /** XML below `w:body`; see {@link p}. */
  readonly body: string;
  /** XML below `w:styles`, beside the standard styles. */
  readonly styles?: string;
  /** XML below `w:numbering`. */
  readonly numbering?: string;
  /** Texts of notes by id; the mark is `<w:footnoteReference w:id="2"/>`. */
  readonly footnotes?: Readonly<Record<string, string>>;
  readonly endnotes?: Readonly<Record<string, string>>;
  /** XML of headers of the page by relationship id. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Files of pictures by relationship id. */
  readonly media?: Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>>;
  /** Addresses outside the document by relationship id. */
  readonly external?: Readonly<Record<string, string>>;
  /** Further parts, or others in place of those above. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${LINKS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;

/** The styles of Word's standard template and those of WPS, whose ids are numbers. */
export const WORD_STYLES = [
  style("Normal", "Normal", "", "", ' w:default="1"'),
  style("1", "heading 1", '<w:outlineLvl w:val="0"/>', "<w:b/>"),
  style("2", "heading 2", '<w:outlineLvl w:val="1"/>', "<w:b/>", "", "1"),
  style("Title", "Title", ""),
  style("TOC1", "toc 1", ""),
].join("");
export const WPS_STYLES = [
  style("1", "Normal", "", "", ' w:default="1"'),
  style("2", "heading 1", '<w:outlineLvl w:val="0"/>', "", "", "1"),
  style("3", "标题 2", "", "", "", "1"),
  style("10", "我的小标题", "", "", "", "3"),
].join("");

export function style(id: string, name: string, paragraph: string, character = "", more = "", basedOn = ""): string {
  return `<w:style w:type="paragraph"${more} w:styleId="${id}"><w:name w:val="${name}"/>${basedOn === "" ? "" : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${paragraph}</w:pPr><w:rPr>${character}</w:rPr></w:style>`;
}

/** A paragraph: XML of its properties, then text or XML of its content. */
export function p(content: string, properties = ""): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : r(content)}</w:p>`;
}

/** A run of text with XML of its properties. */
export function r(text: string, properties = ""): string {
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function styled(id: string, content: string): string {
  return p(content, `<w:pStyle w:val="${id}"/>`);
}

/** A paragraph of a list. */
export function item(content: string, id: number, level = 0): string {
  return p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
}

/** A list with a level for each of these: format, text, further XML. */
export function list(id: number, levels: readonly (readonly [format: string, text: string, more?: string])[], more = ""): string {
  const xml = levels.map(([format, text, extra = ""], level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`);
  return `<w:abstractNum w:abstractNumId="${id}">${more}${xml.join("")}</w:abstractNum>`;
}

export function num(id: number, abstract: number, overrides = ""): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
}

export function cell(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${/^<w:p[>/]/.test(content) ? content : p(content === "" ? "<w:r/>" : content)}</w:tc>`;
}

export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((one) => (one.startsWith("<w:tc>") ? one : cell(one))).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A complex field: its code and XML of its result. */
export function field(code: string, result: string): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark("begin")}<w:r><w:instrText xml:space="preserve">${escapeXml(code)}</w:instrText></w:r>${mark("separate")}${result}${mark("end")}`;
}

export function picture(id: string, description = ""): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${escapeXml(description)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** A text box as Word writes it: twice, for new and for old programs. */
export function textBox(content: string): string {
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="文本框 2"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}

export function writeDocx(plan: DocxPlan): Uint8Array {
  return writeArchive(docxParts(plan));
}

/** The parts by path, for tests that change one of them. */
export function docxParts({ body, styles = WORD_STYLES, numbering = "", footnotes = {}, endnotes = {}, headers = {}, media = {}, external = {}, parts = {} }: DocxPlan): Record<string, string | Uint8Array> {
  const kinds = ["styles", "numbering", "footnotes", "endnotes"];
  const links = [
    ...kinds.map((kind) => `<Relationship Id="${kind}" Type="${LINKS}/${kind}" Target="${kind}.xml"/>`),
    ...Object.keys(headers).map((id) => `<Relationship Id="${id}" Type="${LINKS}/header" Target="${id}.xml"/>`),
    ...Object.entries(media).map(([id, { name }]) => `<Relationship Id="${id}" Type="${LINKS}/image" Target="media/${name}"/>`),
    ...Object.entries(external).map(([id, target]) => `<Relationship Id="${id}" Type="${LINKS}/image" Target="${target}" TargetMode="External"/>`),
  ];
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${HEAD}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`,
    "word/styles.xml": `${HEAD}<w:styles ${NAMESPACES}>${styles}</w:styles>`,
    "word/numbering.xml": `${HEAD}<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`,
    ...Object.fromEntries(Object.entries(headers).map(([id, xml]) => [`word/${id}.xml`, `${HEAD}<w:hdr ${NAMESPACES}>${xml}</w:hdr>`])),
    "word/footnotes.xml": notesXml("footnote", footnotes),
    "word/endnotes.xml": notesXml("endnote", endnotes),
    ...Object.fromEntries(Object.values(media).map(({ name, bytes }) => [`word/media/${name}`, bytes])),
    ...parts,
  };
}

/** With the two separators that programs write before all notes. */
function notesXml(kind: string, notes: Readonly<Record<string, string>>): string {
  const separator = `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>`;
  const written = Object.entries(notes).map(([id, text]) => `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}</w:p></w:${kind}>`);
  return `${HEAD}<w:${kind}s ${NAMESPACES}>${separator}${written.join("")}</w:${kind}s>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
