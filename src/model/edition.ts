/** What a screen plays: which build of which deck, and whether a newer one may take its place. Read from manifest.json, which anybody may have written. */

/** The part of a manifest that a screen needs. */
export interface Edition {
  /** Which deck it is, through all its editions: see `deckKey`. */
  readonly deck: string;
  /** When it was built, as its manifest says, or when its manifest was written, in milliseconds since 1970; null where neither is known. */
  readonly built: number | null;
  /** SHA-256 of kiosk.html in hexadecimal digits. */
  readonly digest: string;
}

/**
 * Why a build is not played. `half`: a file is missing or cut; `corrupt`: a file is not the one that the manifest names; `older`: built
 * before the one that plays; `foreign`: another deck; `unsafe`: a path that leads outside; `too-large`: beyond a bound; `dead`: its page does not start.
 */
export type Refusal = "half" | "corrupt" | "older" | "foreign" | "unsafe" | "too-large" | "dead";

/** Bytes of a manifest; the sample's has 9 KB. */
export const LARGEST_MANIFEST = 1024 * 1024;
/** Bytes of kiosk.html; thirty photos take 12 MB. */
export const LARGEST_PAGE = 256 * 1024 * 1024;
const MOST_FILES = 5000;
/** The page that a screen plays, below the folder of a build. */
export const LOOP_PAGE = "kiosk.html";

const DIGEST = /^[0-9a-f]{64}$/;
const KEY = /^[0-9a-f]{16}$/;
/** No build is older than the tool, and none comes from the year 2100. */
const FIRST = Date.UTC(2020, 0);
const LAST = Date.UTC(2100, 0);

/** What stays of a deck's name from year to year, so that next year's report is another edition of it; a digest of this is `Edition.deck`. */
export function deckKey(organisation: string, title: string): string {
  return `${organisation}\n${title.replace(/[\d０-９〇零一二三四五六七八九十]+/g, "")}`;
}

/** Reads a manifest; `modified` is when its file was written, as its server or its disk says. Never throws: whatever is wrong with it is a refusal. */
export function readEdition(text: string, modified: number | null = null): Edition | Refusal {
  if (text.length > LARGEST_MANIFEST) return "too-large";
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return "half";
  }
  if (typeof data !== "object" || data === null) return "half";
  const { generator, deck, built, outputs } = data as Readonly<Record<string, unknown>>;
  if (generator !== "luduan" || typeof deck !== "string" || !KEY.test(deck)) return "foreign";
  if (typeof outputs !== "object" || outputs === null) return "half";
  const files = Object.entries(outputs);
  if (files.length > MOST_FILES) return "too-large";
  if (files.some(([path]) => isOutside(path))) return "unsafe";
  const digest = files.find(([path]) => path === LOOP_PAGE)?.[1];
  const time = built === undefined ? modified : typeof built === "string" ? Date.parse(built) : Number.NaN;
  if (typeof digest !== "string" || !DIGEST.test(digest) || (time !== null && !(time >= FIRST && time < LAST))) return "half";
  return { deck, built: time, digest };
}

function isOutside(path: string): boolean {
  return path === "" || path.length > 1000 || /^\/|[\\:\0]/.test(path) || path.split("/").some((part) => part === ".." || part === "." || part === "");
}

/** Whether `next` takes the place of `playing` (null: nothing plays yet): `same` if it plays already. A screen only ever goes forward. */
export function judgeEdition(playing: Edition | null, next: Edition): "take" | "same" | Refusal {
  if (playing === null) return "take";
  if (next.deck !== playing.deck) return "foreign";
  if (next.digest === playing.digest) return "same";
  return next.built !== null && playing.built !== null && next.built < playing.built ? "older" : "take";
}

export function isRefusal(edition: Edition | Refusal): edition is Refusal {
  return typeof edition === "string";
}
