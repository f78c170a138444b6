/** luduan check --report: adds the audit of figures to a folder, whatever else is in it. */
import { resolve } from "node:path";
import type { Deck } from "../model/deck.ts";
import type { Theme } from "../model/theme.ts";
import { writeAudit } from "../outputs/audit-files.ts";
import { createFontCutter } from "../fonts/cut-fonts.ts";
import type { World } from "../world/world.ts";

export interface Audited {
  readonly deck: Deck;
  readonly theme: Theme;
  readonly themes: readonly string[];
  /** The project. */
  readonly dir: string;
}

/** Writes audit.html and audit.json into `out`; a deck with errors also gets an audit, of what could be read. */
export async function writeReport({ deck, theme, themes, dir }: Audited, out: string, world: World): Promise<void> {
  const folder = await world.resolveOutput(out, dir);
  const cutter = createFontCutter(world);
  try {
    for (const [name, bytes] of await writeAudit(deck, theme, themes, cutter, world)) await world.writeFile(resolve(folder, name), bytes);
  } finally {
    await cutter.close();
  }
}
