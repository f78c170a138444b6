/** Addresses of pictures in slides: `asset:` and the path in the project, with how the picture is made before it. */
import { CENTRE, type Focus } from "../model/photo.ts";
import type { PhotoFrame } from "./scene.ts";

/** The two colours of a photo, `#RRGGBB`. */
export interface Tone {
  readonly dark: string;
  readonly light: string;
}

/** How the picture of an address is made from its file. */
export interface PictureAddress {
  /** Path of its file in the project. */
  readonly path: string;
  /** The frame that crops it; null where it is shown whole. */
  readonly frame: PhotoFrame | null;
  /** What the crop keeps in view. */
  readonly focus: Focus;
  /** Null leaves its own colours. */
  readonly tone: Tone | null;
}

const MADE = /^\/(?:([\d.]+)x([\d.]+))?(?:@(\d+),(\d+))?(?:~([\dA-F]{6})-([\dA-F]{6}))?\/(.*)$/s;

/** `/1120x1080@30,40~0F333A-F7F4EC/images/a.jpg`. Paths are relative, so an address with a leading slash says how its picture is made. */
export function writeAddress({ path, frame, focus, tone }: PictureAddress): string {
  const size = frame === null ? "" : `${frame.width}x${frame.height}`;
  const point = frame === null || (focus.x === CENTRE.x && focus.y === CENTRE.y) ? "" : `@${focus.x},${focus.y}`;
  const colours = tone === null ? "" : `~${tone.dark.slice(1)}-${tone.light.slice(1)}`;
  const made = size + point + colours;
  return made === "" ? path : `/${made}/${path}`;
}

export function readAddress(address: string): PictureAddress {
  const [, width, height, x, y, dark, light, path] = MADE.exec(address) ?? [];
  if (path === undefined) return { path: address, frame: null, focus: CENTRE, tone: null };
  return {
    path,
    frame: width === undefined ? null : { width: Number(width), height: Number(height) },
    focus: x === undefined ? CENTRE : { x: Number(x), y: Number(y) },
    tone: dark === undefined ? null : { dark: `#${dark}`, light: `#${light}` },
  };
}
