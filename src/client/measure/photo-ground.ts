/** What is painted below words on a photo or a gradient: the pixels themselves, through every veil above them. */
import { blend, parseColour, type Colour } from "./colour.ts";
import { gradientAt } from "./gradient.ts";
import type { Box } from "./pieces.ts";

/** Pixels between the points that are looked at, and rows of them in each line of words. */
const STEP = 16;
const ROWS = 3;
/** A photo is read at half its size: a stroke of the hall's type is wider than two pixels. */
const SCALE = 0.5;

export interface Grounds {
  readonly colours: readonly Colour[];
  /** Whether a photo is among what is below. */
  readonly photo: boolean;
}

/** The colours at points below boxes of words; null if something there is neither colour, photo nor linear gradient. */
export function groundsBelow(boxes: readonly Box[], counts: (element: Element) => boolean): Grounds | null {
  const colours: Colour[] = [];
  let photo = false;
  for (const { left, right, top, bottom } of boxes) {
    for (let row = 0; row < ROWS; row += 1) {
      for (let x = left; x <= right; x += STEP) {
        const ground = groundAtPoint(x, top + ((bottom - top) * (row + 0.5)) / ROWS, counts);
        if (ground === null) return null;
        colours.push(ground.colour);
        photo ||= ground.photo;
      }
    }
  }
  return colours.length === 0 ? null : { colours, photo };
}

function groundAtPoint(x: number, y: number, counts: (element: Element) => boolean): { readonly colour: Colour; readonly photo: boolean } | null {
  const layers: Colour[] = [];
  let photo = false;
  for (const element of document.elementsFromPoint(x, y)) {
    if (!counts(element)) continue;
    const painted = paintOf(element, x, y);
    if (painted === null) return null;
    photo ||= element instanceof HTMLImageElement && painted.length > 0;
    layers.push(...painted);
    if (layers.some(([, , , alpha]) => alpha >= 0.999)) break;
  }
  return layers.length === 0 ? null : { colour: layers.reduceRight((below, layer) => blend(layer, below), [255, 255, 255, 1] as Colour), photo };
}

/** What an element paints at a point, the uppermost first; null if that cannot be told. */
function paintOf(element: Element, x: number, y: number): readonly Colour[] | null {
  const style = getComputedStyle(element);
  if (element instanceof SVGElement) return [parseColour(style.fill, Number(style.opacity) * Number(style.fillOpacity))];
  const veil = Number(style.opacity);
  const colour = parseColour(style.backgroundColor, veil);
  if (element instanceof HTMLImageElement) {
    const pixel = pixelAt(element, style, x, y);
    return pixel === null ? null : [fade(pixel, veil), colour];
  }
  if (style.backgroundImage === "none") return [colour];
  const box = element.getBoundingClientRect();
  const light = gradientAt(style.backgroundImage, [box.width, box.height], [x - box.left, y - box.top]);
  return light === null ? null : [fade(light, veil), colour];
}

function fade([red, green, blue, alpha]: Colour, veil: number): Colour {
  return [red, green, blue, alpha * veil];
}

interface Shot {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}
/** The last photo that was read: words of a slide mostly stand on one. */
let last: { readonly image: HTMLImageElement; readonly shot: Shot | null } | null = null;

function pixelAt(image: HTMLImageElement, style: CSSStyleDeclaration, x: number, y: number): Colour | null {
  if (last?.image !== image) last = { image, shot: readShot(image, style) };
  const { shot } = last;
  if (shot === null) return null;
  const box = image.getBoundingClientRect();
  const column = Math.min(shot.width - 1, Math.max(0, Math.floor((x - box.left) * SCALE)));
  const row = Math.min(shot.height - 1, Math.max(0, Math.floor((y - box.top) * SCALE)));
  const [red = 0, green = 0, blue = 0, alpha = 0] = shot.data.subarray((row * shot.width + column) * 4, (row * shot.width + column) * 4 + 4);
  return [red, green, blue, alpha / 255];
}

/** The pixels of a picture as its box shows them (object-fit, object-position); null if the browser does not give them. */
function readShot(image: HTMLImageElement, { objectFit, objectPosition }: CSSStyleDeclaration): Shot | null {
  const { width, height } = image.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * SCALE));
  canvas.height = Math.max(1, Math.round(height * SCALE));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const [across = 0.5, down = 0.5] = objectPosition.split(" ").map((part) => parseFloat(part) / 100);
  const ratios = [width / image.naturalWidth, height / image.naturalHeight] as const;
  const fit = objectFit === "cover" ? Math.max(...ratios) : Math.min(...ratios);
  const [shownWidth, shownHeight] = objectFit === "fill" ? [width, height] : [image.naturalWidth * fit, image.naturalHeight * fit];
  try {
    context?.drawImage(image, (width - shownWidth) * across * SCALE, (height - shownHeight) * down * SCALE, shownWidth * SCALE, shownHeight * SCALE);
    const data = context?.getImageData(0, 0, canvas.width, canvas.height).data;
    return data === undefined ? null : { data, width: canvas.width, height: canvas.height };
  } catch {
    return null;
  }
}
