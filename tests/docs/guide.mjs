/** The guide as data: its fenced examples, the pictures below them, and every link of a Markdown file. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's own folder. */
export const HOME = fileURLToPath(new URL("../../", import.meta.url));
/** Folder of the guide's decks. */
export const GUIDE = join(HOME, "docs/guide");

/**
 * Fenced blocks of a Markdown text in order, with nested fences left inside. `image` is the picture directly after a block.
 * @param {string} text
 * @returns {{ language: string, text: string, line: number, image: string | null }[]}
 */
export function fencedBlocks(text) {
  const lines = text.split("\n");
  const blocks = [];
  for (let at = 0; at < lines.length; at++) {
    const open = /^(`{3,})(\S*)\s*$/.exec(lines[at]);
    if (open === null) continue;
    const close = lines.indexOf(open[1], at + 1);
    if (close === -1) throw new Error(`line ${at + 1}: the fence does not end`);
    const next = lines.slice(close + 1).find((line) => line.trim() !== "") ?? "";
    const image = /^(?:<img src="|!\[[^\]]*\]\()([^")]+)/.exec(next)?.[1] ?? null;
    blocks.push({ language: open[2], text: lines.slice(at + 1, close).join("\n"), line: at + 1, image });
    at = close;
  }
  return blocks;
}

/**
 * Addresses of links and pictures that lead into the repository, without those in fenced blocks and code.
 * @param {string} text
 * @returns {string[]}
 */
export function relativeLinks(text) {
  const bare = text.replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1\s*$/gm, "").replace(/`[^`\n]*`/g, "");
  const found = [...bare.matchAll(/\]\(([^)\s]+)\)|<(?:img|a)[^>]*?(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? "");
  return found.filter((address) => !/^(?:https?:|mailto:)/.test(address));
}

/**
 * The guide's decks by name.
 * @returns {string[]}
 */
export function guideDecks() {
  return readdirSync(GUIDE).filter((name) => statSync(join(GUIDE, name)).isDirectory()).sort();
}

/**
 * Where a text is in the sources of the guide's decks. It must begin at the start of a line and end at the end of one.
 * @param {string} text
 * @returns {{ deck: string, file: string, line: number } | null}
 */
export function findInDecks(text) {
  for (const deck of guideDecks()) {
    for (const file of sourcesOf(deck)) {
      const source = `\n${readFileSync(join(GUIDE, deck, file), "utf8")}\n`;
      const at = source.indexOf(`\n${text}\n`);
      if (at !== -1) return { deck, file, line: source.slice(0, at + 1).split("\n").length - 1 };
    }
  }
  return null;
}

function sourcesOf(deck) {
  return ["slides", "data", "themes"].flatMap((folder) => textFiles(deck, folder));
}

/** Paths of all text files below a folder of a deck, relative to the deck. */
function textFiles(deck, folder) {
  if (!existsSync(join(GUIDE, deck, folder))) return [];
  return readdirSync(join(GUIDE, deck, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? textFiles(deck, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}
