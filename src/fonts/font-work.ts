/** Cuts one font down to a text: the heavy part, suitable for a thread of its own. */

export interface CutRequest {
  readonly font: Uint8Array;
  readonly text: string;
  /** Pinned, because variable fonts become Type 3 in PDF. */
  readonly axes: Readonly<Record<string, number>>;
  /** `woff2` for the web, `truetype` for PDF. */
  readonly format: "woff2" | "truetype";
}

/** Features that a report's text can use; any other would add glyphs that nobody sees. */
const FEATURES = [
  "kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "rlig", "lnum", "tnum", "pnum", "onum",
  "halt", "vhal", "palt", "vpal", "chws", "vchw", "vert", "vrt2", "vkrn",
];

/** Also drops hints: they do nothing at the sizes of a slide. */
export async function cutFont(request: CutRequest): Promise<Uint8Array> {
  const { default: subsetFont } = await import("subset-font");
  const pinned = Object.keys(request.axes).length === 0 ? {} : { variationAxes: request.axes };
  return subsetFont(Buffer.from(request.font.buffer, request.font.byteOffset, request.font.byteLength), request.text, {
    targetFormat: request.format,
    noHinting: true,
    keepFeatures: FEATURES,
    ...pinned,
  });
}
