/** The last good edition of each deck, kept in the browser: a screen that is switched on without a network plays it. Only where the browser has a cache (https, or this machine). */
import { LOOP_PAGE } from "../../model/edition.ts";
import { openEdition, type WholeEdition } from "./fetch-edition.ts";

const CACHE = "luduan-editions";

/** The edition that was kept for `base`; null if there is none, or not a whole one. */
export async function openKept(base: string): Promise<WholeEdition | null> {
  try {
    const cache = await caches.open(CACHE);
    const manifest = await (await cache.match(manifestOf(base)))?.text();
    if (manifest === undefined) return null;
    for (const address of await pagesOf(cache, base)) {
      const page = await (await cache.match(address))?.arrayBuffer();
      const whole = page === undefined ? null : openEdition(manifest, new Uint8Array(page));
      if (whole !== null) return whole;
    }
    return null;
  } catch {
    return null;
  }
}

/** Keeps an edition; false if there is no room. Its manifest comes last and in one step: a power cut before leaves the old edition, whose page goes only afterwards. */
export async function keep(base: string, { manifest, page, edition }: WholeEdition): Promise<boolean> {
  if (!("caches" in window)) return false;
  try {
    const cache = await caches.open(CACHE);
    const address = `${base}${LOOP_PAGE}?${edition.digest}`;
    await cache.put(address, new Response(page));
    await cache.put(manifestOf(base), new Response(manifest));
    await Promise.all((await pagesOf(cache, base)).filter((other) => other !== address).map((other) => cache.delete(other)));
    return true;
  } catch {
    return false;
  }
}

const manifestOf = (base: string): string => `${base}manifest.json`;

async function pagesOf(cache: Cache, base: string): Promise<readonly string[]> {
  return (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(`${base}${LOOP_PAGE}?`));
}
