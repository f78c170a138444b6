/** Sends pages, scripts and the face of the desk. */
import type { ServerResponse } from "node:http";
import type { World } from "../world/world.ts";
import { PAGE_FONT, type Sealed } from "./page.ts";

export async function sendScript(response: ServerResponse, name: string, world: World): Promise<void> {
  const bytes = await world.readToolFile(`build/client/${name}`);
  if (bytes === null) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": `${name.endsWith(".js") ? "text/javascript" : "text/css"}; charset=utf-8` }).end(bytes);
}

/** It never changes while the tool runs, and is large. */
export async function sendFont(response: ServerResponse, world: World): Promise<void> {
  const bytes = await world.readToolFile(PAGE_FONT);
  if (bytes === null) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": "font/woff2", "cache-control": "max-age=3600" }).end(bytes);
}

export function sendPage(response: ServerResponse, { html, policy }: Sealed): void {
  // The policy says who may frame it; the older header knows only nobody.
  response.removeHeader("x-frame-options");
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }).end(html);
}
