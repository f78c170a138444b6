/** Pictures inside documents: which formats a slide can show. */

/** First bytes of the formats that `read-images.ts` knows, but SVG. */
const FORMATS: readonly (readonly [mark: RegExp, ending: string])[] = [
  [/^\x89PNG\r\n/, "png"],
  [/^\xFF\xD8\xFF/, "jpg"],
  [/^GIF8[79]a/, "gif"],
  [/^RIFF[\s\S]{4}WEBP/, "webp"],
  [/^[\s\S]{4}ftypavif/, "avif"],
];

/** The ending of a file with these bytes; null for a format that no slide shows. */
export function findPicture(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString("latin1");
  return FORMATS.find(([mark]) => mark.test(head))?.[1] ?? null;
}
