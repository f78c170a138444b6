/** `luduan import`: a report of 16,000 characters, and one of 200 pages with a photograph on every second page. */
import { randomBytes } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { repeat, run } from "./measure.mjs";

const CHARACTERS = 16_000;
const PAGES = 200;
/** Bytes of a photograph as Word stores it. */
const PHOTO = 100_000;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/**
 * @param {{ cli: string, root: string, work: string, runs: number }} place
 * @param {(name: string, unit: string, values: number[], goal?: string) => void} record
 */
export async function benchImport({ cli, root, work, runs }, record) {
  const text = join(work, "report.txt");
  await writeFile(text, await longText(join(root, "tests/import/texts")));
  const short = await timed(cli, text, join(work, "from-text"), runs);
  record("luduan import, 16,000 characters", "s", short.map(({ seconds }) => seconds), "< 2");
  const document = join(work, "report.docx");
  await writeFile(document, await longDocument(join(root, "tests/import/texts")));
  const long = await timed(cli, document, join(work, "from-docx"), Math.min(3, runs));
  record("luduan import, .docx of 200 pages, 100 photos", "s", long.map(({ seconds }) => seconds), "< 10");
  record("luduan import, .docx of 200 pages, memory", "MB", long.map(({ megabytes }) => megabytes), "< 500");
}

function timed(cli, document, dir, runs) {
  return repeat(runs, 1, async () => {
    await rm(dir, { recursive: true, force: true });
    return run([cli, "import", document, dir]);
  });
}

/** The project's own Chinese reports one after the other, and again from the first. */
async function longText(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt") && !name.includes("english")).toSorted();
  const all = (await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")))).join("\n");
  return Array.from(all.repeat(Math.ceil(CHARACTERS / all.length))).slice(0, CHARACTERS).join("");
}

/** Paragraphs of many runs, as Word leaves them, four to a page. */
async function longDocument(folder) {
  const lines = (await longText(folder)).split("\n").filter((line) => line.trim() !== "");
  const piece = (words) => `<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</w:t></w:r>`;
  const paragraph = (text) => `<w:p>${[...text.matchAll(/.{1,9}/gu)].map(([words]) => piece(words)).join("")}</w:p>`;
  const picture = (id) => `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="${id + 1}" name="图片 ${id + 1}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="p${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const body = Array.from({ length: PAGES }, (_, page) => [0, 1, 2, 3].map((at) => paragraph(lines[(page * 4 + at) % lines.length])).join("") + (page % 2 === 0 ? picture(page / 2) : "")).join("");
  const photos = Array.from({ length: PAGES / 2 }, (_, id) => [`word/media/${id}.jpg`, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(PHOTO)])]);
  const links = photos.map((_, id) => `<Relationship Id="p${id}" Type="${OFFICE}/image" Target="media/${id}.jpg"/>`);
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`,
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(photos),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, typeof content === "string" ? new TextEncoder().encode(content) : content])));
}
