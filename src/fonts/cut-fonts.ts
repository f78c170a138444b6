/** Turns planned faces into font files, cached or newly cut, and writes their `@font-face` rules. */
import type { FontRole } from "../model/theme.ts";
import { WorldError, type World } from "../world/world.ts";
import type { CutRequest } from "./font-work.ts";
import { createFontPool } from "./font-pool.ts";
import type { PlannedFace } from "./plan-fonts.ts";

export interface CutFace {
  readonly face: PlannedFace;
  readonly bytes: Uint8Array;
}

/** Cuts each face once; all outputs of a build share it. */
export interface FontCutter {
  cut(faces: readonly PlannedFace[], format: CutRequest["format"]): Promise<readonly CutFace[]>;
  close(): Promise<void>;
}

/** Raise this when the cutting itself changes, so that old cache entries are not used. */
const CUT = 1;

export function createFontCutter(world: World): FontCutter {
  const pool = createFontPool();
  const running = new Map<string, Promise<Uint8Array>>();
  const once = (face: PlannedFace, format: CutRequest["format"]): Promise<Uint8Array> => {
    const key = JSON.stringify(["font", CUT, face.file.id, face.axes, format, face.text]);
    const bytes = running.get(key) ?? fromCache(key, () => cut(face, format));
    running.set(key, bytes);
    return bytes;
  };
  const fromCache = async (key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const cached = await world.readCache(key);
    if (cached !== null) return cached;
    const bytes = await make();
    await world.writeCache(key, bytes);
    return bytes;
  };
  const cut = async (face: PlannedFace, format: CutRequest["format"]): Promise<Uint8Array> => {
    const { text, axes } = face;
    if (format === "truetype") {
      const font = await face.file.read();
      return pool.cut({ font, text, axes, format }).catch((failure: unknown) => {
        throw new WorldError("unusable-font", face.file.path, failure instanceof Error ? failure.message : String(failure));
      });
    }
    // The font is cut once; packing starts from the cut font.
    return pool.cut({ font: await once(face, "truetype"), text, axes: {}, format });
  };
  return {
    cut: (faces, format) => Promise.all(faces.map(async (face) => ({ face, bytes: await once(face, format) }))),
    close: pool.close,
  };
}

/** Names that the style sheets use. */
export const FAMILIES: Readonly<Record<FontRole, string>> = {
  serif: "Luduan Serif", sans: "Luduan Sans", numeral: "Luduan Numeral", notes: "Luduan Notes", fangsong: "Luduan Fangsong", kaiti: "Luduan Kaiti", latin: "Luduan Latin",
};

/** The rules; `urlOf` gives each file's address. `block` waits: a machine without Chinese fonts would flash empty boxes. */
export function renderFontFaces(cuts: readonly CutFace[], format: CutRequest["format"], urlOf: (cut: CutFace) => string): string {
  return cuts
    .map((cut) => {
      const { role, weight, range, scale } = cut.face;
      const only = (scale === 1 ? "" : `;size-adjust:${scale * 100}%`) + (range === null ? "" : `;unicode-range:${range}`);
      return `@font-face{font-family:"${FAMILIES[role]}";font-weight:${weight};font-style:normal;font-display:block;src:url(${urlOf(cut)}) format("${format}")${only}}\n`;
    })
    .join("");
}

/** The file as a `data:` address. */
export function fontDataUrl(cut: CutFace, format: CutRequest["format"]): string {
  return `data:font/${format === "woff2" ? "woff2" : "ttf"};base64,${Buffer.from(cut.bytes.buffer, cut.bytes.byteOffset, cut.bytes.byteLength).toString("base64")}`;
}
