/** The review that an import has left in the project. */
import type { ServerResponse } from "node:http";
import { REVIEW_NAMES } from "../import.ts";
import type { World } from "../world/world.ts";
import { sendPage } from "./answer-files.ts";

/** A review of 200 pages has some 2 MB. */
const MOST = 16 * 1024 * 1024;

/** Null where there is none. */
export async function readReview(dir: string, world: World): Promise<string | null> {
  for (const name of Object.values(REVIEW_NAMES)) {
    const bytes = await world.readFile(`${dir}/${name}.html`, dir, MOST).catch(() => null);
    if (bytes !== null) return new TextDecoder().decode(bytes);
  }
  return null;
}

/** The page says in its head what it may do; here that it runs nothing, and who may frame it. */
export function sendReview(response: ServerResponse, html: string | null): void {
  if (html === null) return void response.writeHead(404).end();
  sendPage(response, { html, policy: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox" });
}
