/** Media types by the ending of a file name; https://www.iana.org/assignments/media-types. */

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", json: "application/json", csv: "text/csv; charset=utf-8", txt: "text/plain; charset=utf-8",
  jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp", avif: "image/avif", gif: "image/gif", svg: "image/svg+xml",
  woff2: "font/woff2", woff: "font/woff", ttf: "font/ttf", otf: "font/otf", pdf: "application/pdf", mp4: "video/mp4",
};

/** `application/octet-stream` for an ending that is not known. */
export function mediaType(path: string): string {
  return TYPES[path.split(".").pop()?.toLowerCase() ?? ""] ?? "application/octet-stream";
}
