import type { Say } from "./system-tools.d.mts";
export function getBrowser(options: { readonly home: string; readonly insist: boolean; readonly again: string; readonly say: Say }): string | null;
