/** LICENSES.txt: the licences of the fonts and scripts that ship with a deck. */
import type { World } from "../world/world.ts";
import type { PlannedFace } from "../fonts/plan-fonts.ts";
import { encodeText } from "../model/encode-text.ts";

const RULE = "=".repeat(78);

/** Licence and notice of the script for charts with hover. */
const HOVER = [["Apache ECharts", "build/licenses/echarts/LICENSE"], ["Apache ECharts: notice", "build/licenses/echarts/NOTICE"]];

/** Luduan's own licence, those of the slide library and of the player's digests, the chart library's if the deck has hover, and one for each font package used. */
export async function writeLicenses(faces: readonly PlannedFace[], hover: boolean, world: World): Promise<Map<string, Uint8Array>> {
  const packages = [...new Set(faces.flatMap(({ file }) => /^(@[^/]+\/[^/]+)\//.exec(file.path)?.[1] ?? []))].sort();
  const sources = [["Luduan", "LICENSE"], ["reveal.js", "build/licenses/reveal.js/LICENSE"], ["noble-hashes", "build/licenses/@noble/hashes/LICENSE"], ...(hover ? HOVER : []), ...packages.map((name) => [name, `${name}/LICENSE`])];
  const parts = await Promise.all(
    sources.map(async ([name = "", path = ""]) => {
      const text = await world.readToolFile(path);
      return text === null ? "" : `${RULE}\n${name}\n${RULE}\n\n${new TextDecoder().decode(text).trim()}\n`;
    }),
  );
  return new Map([["LICENSES.txt", encodeText(parts.filter((part) => part !== "").join("\n\n"))]]);
}
