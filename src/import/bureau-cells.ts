/** Cells of a bureau's table as our tables have them; empty for a cell that says nothing. */
import { parseGrowth } from "../model/growth.ts";
import { parsePublished } from "../model/published.ts";

/** A cell that says nothing, or that the secrecy of statistics leaves out. */
export const NOTHING = /^(?:[-—–―－/\\.…*＊#]*|…+|无|缺|N\/?A)$/i;

export function publishedValue(text: string): string {
  return /\d/.test(text) && parsePublished(text) !== null ? text : "";
}

/** A bare number below a head that says per cent, or points. */
export function publishedGrowth(text: string, inPoints: boolean): string {
  const bare = text.replaceAll("％", "%").replace(/^[+＋]\s*/, "").replace(/^[－−–]\s*/, "-");
  const written = /^-?\d+(?:\.\d+)?$/.test(bare) ? `${bare}${inPoints ? "个百分点" : "%"}` : bare;
  return NOTHING.test(text) || parseGrowth(written, null) === null ? "" : written;
}

/** 第3位 and 3. */
export function publishedRank(text: string): string {
  return /^第?\d{1,4}位?$/.test(text) ? text.replace(/\D/g, "") : "";
}
