/** Answers requests to the dev server for the page, its fonts and its pictures. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { mediaType } from "../serve/media-types.ts";
import type { World } from "../world/world.ts";
import { FONTS, readDevFont } from "./fonts.ts";
import { isPage, sealPage } from "./gate.ts";
import { ASSETS, PAGE, renderDevPage } from "./preview.ts";
import type { State } from "./session.ts";

export interface Answering {
  readonly dir: string;
  readonly themes: readonly string[];
  readonly world: World;
  readonly state: () => Promise<State>;
  /** Address of the page, with a slash at both ends. */
  readonly at: string;
  /** The state after every file was looked at again. */
  readonly refresh: () => Promise<State>;
}

const CLIENT_FILES = [".js", ".css"];

/** True if the request was answered. */
export async function answer(request: IncomingMessage, response: ServerResponse, { at, dir, themes, world, state, refresh }: Answering): Promise<boolean> {
  const [pathname = "/"] = (request.url ?? "/").split("?");
  if (isPage(pathname, at)) {
    // Whoever loads the page anew wants what is in the files, whatever the watcher has missed.
    const { html, policy } = sealPage(renderDevPage((await refresh()).preview), request.headers.host ?? "");
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "content-security-policy": policy }).end(html);
    return true;
  }
  if (pathname.startsWith(PAGE)) return answerClient(pathname.slice(PAGE.length), response, world);
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
  // Opened on its own, a picture must not run scripts either.
  response.writeHead(200, { "content-type": mediaType(path), "cache-control": font ? "max-age=3600" : "no-cache", "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox" });
  response.end(bytes);
  return true;
}

/** The page's script or styles, from the tool's bundles. */
async function answerClient(ending: string, response: ServerResponse, world: World): Promise<boolean> {
  const bytes = CLIENT_FILES.includes(ending) ? await world.readToolFile(`build/client/dev${ending}`) : null;
  if (bytes === null) response.writeHead(404).end();
  else response.writeHead(200, { "content-type": mediaType(ending), "cache-control": "no-cache" }).end(bytes);
  return true;
}

/** A drawing as a build ships it; null if it has no such form, which a build reports. */
async function cleanDrawing(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { cleanSvg } = await import("../pictures/svg/clean-svg.ts");
  return cleanSvg(bytes).catch(() => null);
}
