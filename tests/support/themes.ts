/** The themes that come with the tool: what holds for one holds for all. */
import { readdirSync } from "node:fs";
import { THEMES } from "./project.ts";

export const THEME_NAMES: readonly string[] = readdirSync(THEMES).toSorted();
