/** Small marks: water level, seal, and the moon mark of headers and icons. */
import { escapeHtml } from "../html.ts";
import { decimal, renderPath, renderSvg } from "./svg.ts";

/** 128 × 128, a circle of radius 60 filled with water to `share` of its height (0–1). It shows a stage, not a percentage. */
export function waterLevelArt(share: number): string {
  const level = Math.max(0, Math.min(1, share));
  const disc = "M4 64a60 60 0 1 1 120 0a60 60 0 1 1 -120 0z";
  const y = 124 - 120 * level;
  const half = Math.sqrt(Math.max(0, 3600 - (y - 64) ** 2));
  const water = level <= 0 ? "" : level >= 1 ? disc : `M${decimal(64 - half)} ${decimal(y)}A60 60 0 ${level > 0.5 ? 1 : 0} 0 ${decimal(64 + half)} ${decimal(y)}z`;
  return renderSvg(
    "level", 128, 128,
    renderPath("art-level-ground", disc) + renderPath("art-level-water", water) + renderPath("art-level-light", levelRipples(y, level)) + renderPath("art-level-rim", disc),
  );
}

/** Two rows of light on the water, a broken one and a short one below, as far as the water is deep enough. */
function levelRipples(y: number, level: number): string {
  if (level <= 0.08 || level >= 1) return "";
  const chord = (depth: number): number => Math.sqrt(Math.max(0, 3600 - (y + depth - 64) ** 2)) - 4;
  const first = Math.min(chord(9), 52);
  const second = Math.min(chord(19), first * 0.52);
  const rows = `M${decimal(64 - first)} ${decimal(y + 9)}h${decimal(first - 10)}m20 0h${decimal(first - 10)}`;
  return second < 10 ? rows : `${rows}M${decimal(64 - second)} ${decimal(y + 19)}h${decimal(2 * second)}`;
}

/** Characters one below the other on a seal 72 px wide (72 × 112 for two); hidden from screen readers: the caller gives the name. */
export function sealArt(text: string): string {
  const characters = Array.from(text.trim());
  const height = 16 + 48 * Math.max(1, characters.length);
  // The middle of a Han character lies 0.38 em above its baseline.
  const spans = characters.map((character, index) => `<tspan x="36" y="${decimal(32 + 48 * index + 0.38 * 44.6)}">${escapeHtml(character)}</tspan>`);
  return renderSvg(
    "seal", 72, height,
    `<rect class="art-seal-ground" width="72" height="${height}" rx="4.3"/><text class="art-seal-text" font-size="44.6" text-anchor="middle">${spans.join("")}</text>`,
  );
}

/** Chords of the moon's lower half; the icon has fewer and thicker ones because it is seen at 16 px. */
const MOON_RIPPLES = "M7.3 42.5h49.4M10.8 49.5h42.4M18.1 56.5h27.8";
const ICON_RIPPLES = "M8 44h48M14 53h36";
const MOON_RIM = "M6 34.5a26 26 0 0 1 52 0z";

/** 64 × 64 moon mark. With literal colours it is a file of its own (favicon), on the given ground; a null ground leaves it bare. */
export function moonMark(literal: { readonly ink: string; readonly ground: string | null } | null = null): string {
  if (literal === null) return renderSvg("mark", 64, 64, renderPath("art-mark-rim", MOON_RIM) + renderPath("art-mark-ripple", MOON_RIPPLES));
  const ground = literal.ground === null ? "" : `<rect width="64" height="64" rx="4" fill="${literal.ground}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${ground}` +
    `<g fill="none" stroke="${literal.ink}"><path d="${MOON_RIM}" stroke-width="5"/><path d="${ICON_RIPPLES}" stroke-width="4.5"/></g></svg>`
  );
}
