/** Photos: beside the words or over the whole slide, projects with theirs, a grid of several; and the motif where there is none. */
import type { Block, BlockOf } from "../../../model/deck.ts";
import { isMosaic } from "../../../model/looks.ts";
import { frameOf, photoWords } from "../../../model/photos-plan.ts";
import { plainText } from "../../../model/plain-text.ts";
import { textWidth } from "../../../model/text-width.ts";
import { blocksOf } from "../../../render/blocks.ts";
import { PANEL_TITLE } from "../../../render/head.ts";
import { FULL_TITLE, PICTURE_TITLE } from "../../../render/layouts/picture.ts";
import { blockText } from "../../../render/slide-text.ts";
import { schemeColour, solid } from "../../ink.ts";
import type { Box } from "../../units.ts";
import { addKicker, addLead, addTitle, paragraphsOf, titleForm } from "../head.ts";
import { INDEX } from "../layout-specs.ts";
import { outlineOf } from "../shapes.ts";
import { addArt, addPicture, addShape, addText, addThemeShapes, fillPlace, plainHeadline, type Sheet } from "../sheet.ts";
import { textRuns, type Paragraph } from "../text.ts";
import { addNote } from "./photo-note.ts";
import { addWideHead } from "./wide.ts";

const WHOLE: Box = { x: 0, y: 0, width: 1920, height: 1080 };
/** Sizes of the words beside a picture, and the room that they have. */
const TEXT = { sizes: [64, 56, 48, 44, 40, 36], width: 608, height: 310 } as const;

/** A scan or a drawing is shown whole; a wide photo stands on the waterline. */
function formOf(image: BlockOf<"image">): "whole" | "wide" | "full" {
  if (/\.(?:svg|png|gif)$/iu.test(image.file) && image.treatment !== "theme") return "whole";
  return image.width / image.height > 1.6 ? "wide" : "full";
}

export function pictureSlide(sheet: Sheet): void {
  const { slide, theme, variant, settings } = sheet.scene;
  const [image] = blocksOf(slide.blocks, "image");
  const words = slide.blocks.filter((block) => block !== image);
  if (image !== undefined && variant === "full") return overSlide(sheet, image, words);
  const form = image === undefined ? null : formOf(image);
  if (image === undefined) {
    if (theme.motif === "none") addBlank(sheet);
    // The motif lies on the ground of its variant, as on the page.
    else addArt({ ...sheet, ground: variant === "deep" ? "deep" : "paper" }, "art-picture", WHOLE);
  } else {
    if (form === "wide" && theme.motif !== "none") addArt(sheet, "art-ground", WHOLE);
    const frame: Box = form === "whole" ? { x: 48, y: 48, width: 1024, height: 984 } : { x: 0, y: 0, width: 1120, height: form === "wide" ? 640 : 1080 };
    if (form === "whole") addShape(sheet, { name: settings.lang === "en" ? "Ground" : "底色", decorative: true, box: { ...WHOLE, width: 1120 }, fill: solid("mist") });
    addPicture(sheet, image, frame, image.step, { ...(form === "full" ? { index: INDEX.picture } : {}), whole: form === "whole" });
    addNote(sheet, image, { x: 0, y: form === "wide" ? 582 : 1022, width: 1120, height: 58 }, image.step);
  }
  const bare = image === undefined && theme.motif === "none";
  // What the drawing has beyond its frame is cut off.
  if (!bare && image === undefined) addShape(sheet, { name: settings.lang === "en" ? "Ground" : "底色", decorative: true, box: { x: 1120, y: 0, width: 800, height: 1080 }, fill: solid("ground") });
  if (!bare) addShape(sheet, { name: settings.lang === "en" ? "Rule" : "线", decorative: true, box: { x: 1120, y: 640, width: 800, height: 0 }, preset: "line", line: outlineOf(3, solid("water")) });
  if (bare) addKicker(sheet, slide.kicker, { x: 112, y: 84, width: 920, height: 50 }, "on-deep2");
  else addKicker(sheet);
  if (bare) blankTitle(sheet);
  else if (slide.title.length > 0) addTitle(sheet, { sizes: PICTURE_TITLE, pixels: [120, 84, 64, 52] });
  const size = TEXT.sizes.find((pixels) => heightOf(words, pixels) <= TEXT.height) ?? 36;
  const paragraphs = paragraphsOf(sheet, words, bare ? { size, ink: "text" } : { size }).map((paragraph, index) => (index === 0 ? paragraph : { ...paragraph, before: 12 }));
  if (paragraphs.length === 0) return;
  if (bare) besideBlank(sheet, paragraphs, heightOf(words, size));
  else fillPlace(sheet, INDEX.body, paragraphs);
}

/** The title on the panel where a picture would be: at its foot, or above what the theme draws there. */
function blankTitle(sheet: Sheet): void {
  const { slide, theme } = sheet.scene;
  if (slide.title.length === 0) return;
  const options = { sizes: PICTURE_TITLE, pixels: [140, 112, 88, 72], ink: "on-deep" } as const;
  const { height } = titleForm(sheet, options, 920);
  addTitle(sheet, { ...options, box: { x: 112, y: theme.office.shapes.blank === undefined ? 940 - height : 146, width: 920, height } });
}

/** Words beside that panel stand at the foot of the page, under a thick rule. */
function besideBlank(sheet: Sheet, paragraphs: readonly Paragraph[], height: number): void {
  const y = 968 - height - 36;
  fillPlace(sheet, INDEX.body, paragraphs, { x: 1200, y: y + 36, width: 608, height }, { anchor: "b" });
  addShape(sheet, { name: sheet.scene.settings.lang === "en" ? "Rule" : "线", decorative: true, box: { x: 1200, y: y - 14, width: 608, height: 14 }, fill: solid("accent") });
}

/** Where a theme without the motif has no picture. */
function addBlank(sheet: Sheet): void {
  const box: Box = { ...WHOLE, width: 1120 };
  addShape(sheet, { name: sheet.scene.settings.lang === "en" ? "Panel" : "色块", decorative: true, box, fill: solid("deep") });
  addThemeShapes(sheet, "panel", box);
  addThemeShapes(sheet, "blank", box);
}

function heightOf(words: readonly Block[], size: number): number {
  const lines = words.flatMap((block) => (block.type === "list" ? block.items.map((item) => plainText(item.inlines)) : [blockText(block)]));
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line) * size * 1.12) / TEXT.width)) * size * 1.4 + 16, 0);
}

/** Words at the foot of a photo, on a veil of the dark ground. */
function overSlide(sheet: Sheet, image: BlockOf<"image">, words: readonly Block[]): void {
  const { slide, settings } = sheet.scene;
  addPicture(sheet, image, WHOLE, null, { index: INDEX.picture });
  const options = { sizes: FULL_TITLE, pixels: [132, 104, 80] };
  const form = titleForm(sheet, options, 1696);
  const paragraphs = paragraphsOf(sheet, words);
  const note = [image.caption, image.credit].filter((one) => one !== "").join("　");
  const body = paragraphs.length === 0 ? 0 : 100;
  const top = 984 - body - form.height * 1.04;
  const veil = `<a:gradFill><a:gsLst><a:gs pos="0">${schemeColour("deep", 0)}</a:gs><a:gs pos="45000">${schemeColour("deep", 0.88)}</a:gs><a:gs pos="100000">${schemeColour("deep", 0.92)}</a:gs></a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>`;
  addShape(sheet, { name: settings.lang === "en" ? "Veil" : "蒙版", decorative: true, box: { x: 0, y: top - 260, width: 1920, height: 1080 - (top - 260) }, fill: veil });
  addKicker(sheet, slide.kicker, { x: 112, y: top - 56, width: 1696, height: 50 });
  if (slide.title.length > 0) addTitle(sheet, { ...options, box: { x: 112, y: top, width: 1696, height: form.height * 1.04 } });
  if (paragraphs.length > 0) fillPlace(sheet, INDEX.body, paragraphs, { x: 112, y: 984 - body, width: 1500, height: body });
  if (note !== "") addText(sheet, note, { x: 112, y: 1010, width: 1300, height: 44 }, { anchor: "ctr", paragraphs: [{ runs: [...textRuns(image.caption, { size: 32, ink: "on-deep", face: "sans" }), ...textRuns(image.caption === "" ? image.credit : `　${image.credit}`, { size: 28, ink: "on-deep2", face: "sans" })] }] });
}

/** Places of two to six photos right of the panel, 1280 × 992 px with gaps of 8 px, as in photo.css. */
function mosaicBoxes(images: readonly BlockOf<"image">[]): readonly Box[] {
  const upright = ({ width, height }: BlockOf<"image">): boolean => height > width;
  const cell = (x: number, y: number, width: number, height: number): Box => ({ x: 640 + x, y, width, height });
  const leading = images.length === 2 ? images : images.slice(0, 1);
  const tall = images.length <= 3 && leading.every(upright);
  switch (images.length) {
    case 2:
      return tall ? [cell(0, 0, 636, 992), cell(644, 0, 636, 992)] : [cell(0, 0, 1280, 492), cell(0, 500, 1280, 492)];
    case 3:
      return tall ? [cell(0, 0, 636, 992), cell(644, 0, 636, 492), cell(644, 500, 636, 492)] : [cell(0, 0, 1280, 560), cell(0, 568, 636, 424), cell(644, 568, 636, 424)];
    case 5:
      return [cell(0, 0, 636, 552), cell(644, 0, 636, 552), ...[0, 429.3, 858.7].map((x) => cell(x, 560, 421.3, 432))];
    default: {
      const rows = Math.ceil(images.length / 2);
      const height = (992 - 8 * (rows - 1)) / rows;
      return images.map((_, index) => cell((index % 2) * 644, Math.floor(index / 2) * (height + 8), 636, height));
    }
  }
}

export function photosSlide(sheet: Sheet): void {
  const { slide } = sheet.scene;
  if (!isMosaic(slide)) return projectPhotos(sheet);
  const images = blocksOf(slide.blocks, "image");
  addKicker(sheet);
  const { height } = addTitle(sheet, { sizes: PANEL_TITLE, pixels: [88, 72, 60, 50] });
  addLead(sheet, slide.blocks.filter((block) => block.type !== "image"), { x: 112, y: 166 + height, width: 476, height: Math.max(60, 684 - height) });
  for (const [index, box] of mosaicBoxes(images).entries()) {
    const image = images[index]!;
    addPicture(sheet, image, box, image.step);
    addNote(sheet, image, { x: box.x, y: box.y + box.height - 56, width: box.width, height: 56 }, image.step);
  }
}

/** Columns, type of names and type of stages by the number of photos. */
const FORMS = [[1, 48, 36], [2, 48, 36], [3, 48, 36], [4, 40, 36], [3, 40, 32], [3, 40, 32]] as const;

function projectPhotos(sheet: Sheet): void {
  const { slide } = sheet.scene;
  const [block] = blocksOf(slide.blocks, "photos");
  const rest = slide.blocks.filter((other) => other !== block);
  const top = addWideHead(sheet, rest, 40);
  if (block === undefined) return;
  const count = Math.min(6, Math.max(1, slide.part?.fullest ?? block.entries.length));
  const [columns, name, stage] = FORMS[count - 1]!;
  const lead = rest.flatMap((other) => (other.type === "paragraph" ? [plainText(other.inlines)] : [])).join("");
  const frame = frameOf(block.entries.map(photoWords), count, { title: plainText(slide.title), lead });
  const rows = Math.ceil(count / columns);
  const pitch = (1000 - top + 28) / rows;
  let levels = 0;
  for (const [index, entry] of block.entries.entries()) {
    const box: Box = { x: 112 + (index % columns) * (frame.width + 32), y: top + Math.floor(index / columns) * pitch, ...frame };
    const words = photoWords(entry);
    const shown = entry.picture !== null && addPicture(sheet, { ...entry.picture, alt: words.name, caption: "" }, box, block.step);
    if (entry.picture !== null) addNote(sheet, { caption: "", credit: entry.picture.credit }, { x: box.x, y: box.y + box.height - 48, width: box.width, height: 48 }, block.step);
    if (!shown) addShape(sheet, { name: words.name, decorative: true, box, fill: solid("mist") }, block.step);
    if (entry.picture === null) {
      addArt(sheet, "art-level", { x: box.x + (box.width - 128) / 2, y: box.y + (box.height - 128) / 2, width: 128, height: 128 }, levels);
      levels += 1;
    }
    addText(sheet, words.name, { x: box.x, y: box.y + box.height + 12, width: box.width, height: pitch - box.height - 40 }, {
      paragraphs: [{ runs: plainHeadline(sheet, words.name, name, box.width, { size: name, ink: "text", bold: true, face: "serif" }), line: { pixels: name * 1.22 } }, { runs: textRuns(words.stage, { size: stage, ink: "muted", face: "sans" }), line: { pixels: stage * 1.3 } }],
    }, block.step);
  }
}
