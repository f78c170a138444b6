/** Looks at the SVG pictures that slides show: what a build could not ship is known before it. */
import { brokenImage } from "../../diagnostics/messages/outputs.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { ImageFile } from "../../model/sources.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { World } from "../../world/world.ts";
import { findShown } from "../images.ts";

/** Why a drawing cannot be shipped, or null if it can, by the hash of its bytes. */
export type KnownDrawings = Map<string, string | null>;

export interface Drawings {
  readonly files: ReadonlyMap<string, ImageFile>;
  /** Folder of the project. */
  readonly dir: string;
  readonly world: World;
  /** What is known of earlier compilations; grows. */
  readonly known: KnownDrawings;
}

/** Reports each drawing that cannot be shipped, at the first slide that shows it, in the words of a build. */
export async function checkDrawings(deck: RenderedDeck, { files, dir, world, known }: Drawings, report: Report): Promise<void> {
  const told = new Set<string>();
  for (const [{ path }, slide] of findShown(deck)) {
    const file = files.get(path);
    if (file?.size?.format !== "svg" || told.has(path)) continue;
    told.add(path);
    const fault = known.get(file.hash) ?? (known.has(file.hash) ? null : await findFault(await world.readFile(`${dir}/${path}`, dir)));
    known.set(file.hash, fault);
    if (fault !== null) report(brokenImage(path, slide.span, fault));
  }
}

async function findFault(bytes: Uint8Array | null): Promise<string | null> {
  if (bytes === null) return "not found";
  const { cleanSvg } = await import("./clean-svg.ts");
  return cleanSvg(bytes).then(() => null, (failure: unknown) => (failure instanceof Error ? failure.message : String(failure)));
}
