/** The deck as a presentation that PowerPoint, WPS and LibreOffice edit. */
import { backupNumber } from "../../model/backup-number.ts";
import { CANVAS } from "../../model/canvas.ts";
import type { Deck } from "../../model/deck.ts";
import type { Theme } from "../../model/theme.ts";
import { isLowCover } from "../../render/layouts/cover.ts";
import { lineText } from "../../render/render-slide.ts";
import { stageDeck, type StagedSlide } from "../../render/render-deck.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { EncodedImage } from "../../pictures/images.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { colourMap } from "../ink.ts";
import { writePackage } from "../package.ts";
import type { Part } from "../parts.ts";
import { xml, XML_HEAD } from "../xml.ts";
import { findDrawings } from "./art.ts";
import { checkPptx } from "./check-pptx.ts";
import { LAYOUTS } from "./layout-specs.ts";
import { groundOf, layoutPath, masterParts } from "./masters.ts";
import { NAMESPACES, presentationType, shapeTree } from "./namespaces.ts";
import { noteParagraphs, notesMaster, notesPart } from "./notes.ts";
import { documentParts, presentationPart, propertyParts, type SectionEntry } from "./presentation.ts";
import { addArt, createSheet, fillFoot, relate, type Book, type SharedPicture, type Sheet } from "./sheet.ts";
import { layoutOf, SLIDES } from "./slides/slides.ts";
import { themePart } from "./theme-part.ts";
import { timing } from "./timing.ts";

/** What a presentation is made from. */
export interface PptxSource {
  readonly deck: Deck;
  readonly rendered: RenderedDeck;
  readonly theme: Theme;
  /** The picture of a file, in the theme's two colours or in its own; null where it could not be read. */
  readonly pictureOf: (file: string, toned: boolean) => { readonly image: EncodedImage; readonly drawing: EncodedImage | null } | null;
  /** Whether the speaker's words go with it. */
  readonly notes: boolean;
}

/** The file's bytes: the same input gives the same ones. It is read back before it is given out; `name` is for faults found then. */
export function writePptx(source: PptxSource, name: string, report: Report): Uint8Array {
  const staged = stageDeck(source.deck, source.theme);
  const bytes = writeStaged(source, staged);
  checkPptx(name, bytes, staged, source.notes, report);
  return bytes;
}

function writeStaged(source: PptxSource, staged: readonly StagedSlide[]): Uint8Array {
  const { deck, theme } = source;
  const { settings, sections } = deck;
  const pictures: Part[] = [];
  const book = openBook(staged, source, pictures);
  const slides = staged.map((one, index) => drawSlide(one, index, source, book));
  const entries = staged.map(({ scene }, index) => ({ id: scene.slide.id, path: slidePath(index) }));
  const named = sections.filter((section) => section.slides.length > 0).map((section): SectionEntry => ({ id: section.id, name: lineText(section.title) || lineText(section.slides[0]!.title) || section.id, slides: section.slides.map(({ id }) => id) }));
  const { parts, relations } = documentParts(settings);
  return writePackage(
    [
      presentationPart(entries, named, settings), ...propertyParts(), ...masterParts(settings, theme, staged.some(({ scene }) => scene.slide.layout === "cover" && isLowCover(scene))), themePart(1, theme), notesMaster(settings.lang), themePart(2, theme),
      ...slides.flat(), ...pictures, ...parts,
    ],
    relations,
  );
}

function slidePath(index: number): string {
  return `/ppt/slides/slide${index + 1}.xml`;
}

/** Finds slides for links, and writes each picture once. */
function openBook(staged: readonly StagedSlide[], { pictureOf }: PptxSource, parts: Part[]): Book {
  const paths = new Map(staged.map(({ scene }, index) => [scene.slide.id, slidePath(index)]));
  const shared = new Map<string, SharedPicture | null>();
  const write = ({ bytes, format }: EncodedImage): string => {
    const path = `/ppt/media/image${parts.length + 1}.${format}`;
    parts.push({ path, type: format === "svg" ? "image/svg+xml" : `image/${format}`, bytes, relations: [] });
    return path;
  };
  let charts = 0;
  return {
    nextChart: () => (charts += 1),
    slidePath: (id) => paths.get(id) ?? null,
    pictureOf: (file, toned) => {
      const name = `${toned ? "toned" : "plain"} ${file}`;
      const known = shared.get(name);
      if (known !== undefined) return known;
      const found = pictureOf(file, toned);
      const made = found === null ? null : { image: found.image, path: write(found.image), drawing: found.drawing === null ? null : write(found.drawing) };
      shared.set(name, made);
      return made;
    },
  };
}

function drawSlide({ scene, frame }: StagedSlide, index: number, { rendered, theme, notes }: PptxSource, book: Book): readonly Part[] {
  const layout = layoutOf(scene);
  const sheet = createSheet(scene, book, layout, groundOf(LAYOUTS[layout], theme), findDrawings(rendered.slides[index]?.html ?? ""));
  SLIDES[scene.slide.layout](sheet);
  if (LAYOUTS[layout].foot === "full" && theme.motif !== "none") addArt(sheet, "art-footer", { x: 0, y: 0, ...CANVAS });
  const { page, total } = frame.footer;
  const { number } = scene.section;
  const section = number === null ? frame.deckTitle : `${scene.words.ordinal(number)}　${frame.sectionTitle}`;
  const backup = backupNumber(page, total);
  fillFoot(sheet, section, backup === null ? String(page) : scene.words.backup(backup), backup === null ? ` / ${total}` : "");
  const said = notes ? noteParagraphs(scene.slide.notes) : [];
  const noted = said.length === 0 ? [] : [notesPart(index + 1, slidePath(index), said, scene.settings.lang)];
  if (noted[0] !== undefined) relate(sheet, "notesSlide", noted[0].path);
  return [slidePart(sheet, index), ...sheet.parts, ...noted];
}

function slidePart({ shapes, relations, clicks, layout, ground }: Sheet, index: number): Part {
  // Not every program takes the map of the layout.
  const map = ground === "deep" ? xml("a:overrideClrMapping", colourMap("deep")) : "<a:masterClrMapping/>";
  const bytes = XML_HEAD + xml("p:sld", NAMESPACES, `<p:cSld>${shapeTree(shapes.join(""))}</p:cSld><p:clrMapOvr>${map}</p:clrMapOvr>`, timing(clicks));
  return { path: slidePath(index), type: presentationType("slide"), bytes, relations: [{ id: "rId1", type: "slideLayout", target: layoutPath(layout) }, ...relations] };
}
