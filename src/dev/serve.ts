/** Answers requests to the dev server for the page, its fonts and its pictures. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { World } from "../world/world.ts";
import { FONTS, readDevFont } from "./fonts.ts";
import { isPage, sealPage } from "./gate.ts";
import { ASSETS, renderDevPage } from "./preview.ts";
import type { State } from "./session.ts";

export interface Answering {
  readonly dir: string;
  readonly themes: readonly string[];
  readonly world: World;
  readonly state: () => Promise<State>;
  /** Adds the server's own scripts to a page. */
  readonly complete: (url: string, html: string) => Promise<string>;
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp", avif: "image/avif", gif: "image/gif", svg: "image/svg+xml",
  woff2: "font/woff2", woff: "font/woff", ttf: "font/ttf", otf: "font/otf",
};

/** True if the request was answered. */
export async function answer(request: IncomingMessage, response: ServerResponse, { dir, themes, world, state, complete }: Answering): Promise<boolean> {
  const [pathname = "/"] = (request.url ?? "/").split("?");
  if (isPage(pathname)) {
    const { html, policy } = sealPage(await complete(pathname, renderDevPage((await state()).preview)), request.headers.host ?? "");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "content-security-policy": policy }).end(html);
    return true;
  }
  if (!pathname.startsWith(FONTS) && !pathname.startsWith(ASSETS)) return false;
  const { theme, pictures } = await state();
  const font = pathname.startsWith(FONTS);
  const path = decodeURIComponent(pathname.slice(font ? FONTS.length : ASSETS.length));
  const read = font ? (theme === null ? null : await readDevFont(path, theme, themes, world)) : pictures.has(path) ? await world.readFile(`${dir}/${path}`, dir) : null;
  const bytes = read !== null && /\.svg$/i.test(path) ? await cleanDrawing(read) : read;
  if (bytes === null) {
    response.writeHead(404).end();
    return true;
  }
  const type = TYPES[path.split(".").pop()?.toLowerCase() ?? ""] ?? "application/octet-stream";
  // Opened on its own, a picture must not run scripts either.
  response.writeHead(200, { "content-type": type, "cache-control": font ? "max-age=3600" : "no-cache", "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox" });
  response.end(bytes);
  return true;
}

/** A drawing as a build ships it; null if it has no such form, which a build reports. */
async function cleanDrawing(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { cleanSvg } = await import("../pictures/svg/clean-svg.ts");
  return cleanSvg(bytes).catch(() => null);
}
