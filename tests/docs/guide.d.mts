/** Types of guide.mjs. */
export const HOME: string;
export const GUIDE: string;
export function fencedBlocks(text: string): { language: string; text: string; line: number; image: string | null }[];
export function relativeLinks(text: string): string[];
export function guideDecks(): string[];
export function findInDecks(text: string): { deck: string; file: string; line: number } | null;
