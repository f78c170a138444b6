/** The words after `luduan kiosk`: folders and addresses, each with hours where it has them: `towns/a@08:30-12:00,14:00-17:30`. */
import { resolve } from "node:path";
import type { OpenSpan } from "../model/opening.ts";
import type { KioskOptions } from "../serve/kiosk/kiosk.ts";

const HOURS = /@(\d{1,2}:\d{2}-\d{1,2}:\d{2}(?:[,，]\d{1,2}:\d{2}-\d{1,2}:\d{2})*)$/;
const MINUTES = 60;
const DAY = 1440;
/** More decks than any screen has. */
const MOST = 50;

/** The playlist; the word that cannot be read where there is one. Folders are relative to `from`. */
export function readPlaylist(words: readonly string[], from: string): KioskOptions["playlist"] | string {
  if (words.length > MOST) return words[MOST] ?? "";
  const playlist: { source: string; hours: readonly OpenSpan[] | null }[] = [];
  for (const word of words) {
    const hours = HOURS.exec(word)?.[1] ?? null;
    const named = hours === null ? word : word.slice(0, -hours.length - 1);
    const spans = hours === null ? null : hours.split(/[,，]/).map(readSpan);
    const web = /^https?:\/\//i.test(named);
    if (named === "" || spans?.includes(null) === true || (web && !URL.canParse(named))) return word;
    playlist.push({ source: web ? named : resolve(from, named), hours: spans === null ? null : spans.filter((span) => span !== null) });
  }
  return playlist;
}

/** A span that ends before it begins goes on past midnight; null for a time that does not exist. */
function readSpan(text: string): OpenSpan | null {
  const [from, to] = text.split("-").map((time) => {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    return minute < MINUTES && hour * MINUTES + minute <= DAY ? hour * MINUTES + minute : null;
  });
  if (from === null || from === undefined || to === null || to === undefined || from === to || from === DAY) return null;
  return [from, to > from ? to : to + DAY];
}
