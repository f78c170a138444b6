/** Decides which files the preview follows. */
import { resolve } from "node:path";

/** Lock files of Excel, WPS (`~$report.xlsx`) and LibreOffice (`.~lock.report.xlsx#`): opening a table is not an edit. */
const LOCK = /(?:^|\/)(?:~\$|\.~lock\.)[^/]*$/;
const TOOLS = /\/(?:node_modules|dist|build|\.[^/]+)\//;
const DECK = /^(?:slides|data|themes)(?:\/|$)|\.(?:jpe?g|png|webp|avif|gif|svg)$/i;

/** True for slides, data, themes and pictures of a project, and for the themes it may name; false for outputs and everything else. */
export function isSource(path: string, dir: string, themes: readonly string[]): boolean {
  const clean = slashes(resolve(path));
  const inside = relativeTo(clean, dir);
  if (inside !== null) return DECK.test(inside) && !LOCK.test(inside) && !TOOLS.test(`/${inside}/`);
  return themes.some((folder) => relativeTo(clean, folder) !== null);
}

/** The relative path; null if it is elsewhere. */
export function relativeTo(path: string, folder: string): string | null {
  const root = `${slashes(resolve(folder)).replace(/\/$/, "")}/`;
  return slashes(path).startsWith(root) ? slashes(path).slice(root.length) : null;
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
