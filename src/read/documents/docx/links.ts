/** Where the parts of an Office archive are: ECMA-376-2, 6.5 (relationships). */
import type { OfficeArchive } from "./archive.ts";
import { elementsOf, parseXml } from "./xml.ts";

export interface Links {
  /** The part of a kind, such as `styles`; null if there is none. */
  targetOf(kind: string): string | null;
  /** All parts of a kind, such as `header`. */
  targetsOf(kind: string): readonly string[];
  /** The part that an id names; null if there is none. */
  partOf(id: string): string | "elsewhere" | null;
}

const MOST_BYTES = 8 * 1024 * 1024;

/** The links of a part; "" is the archive itself. */
export async function readLinks(archive: OfficeArchive, part: string): Promise<Links> {
  const slash = part.lastIndexOf("/") + 1;
  const [folder, name] = [part.slice(0, slash), part.slice(slash)];
  const bytes = await archive.read(`${folder}_rels/${name}.rels`, MOST_BYTES);
  const links = bytes === null ? [] : elementsOf(parseXml(bytes)).map(({ attributes }) => ({
    id: attributes.get("Id") ?? "",
    kind: (attributes.get("Type") ?? "").split("/").at(-1)!,
    part: attributes.get("TargetMode") === "External" ? ("elsewhere" as const) : resolve(folder, attributes.get("Target") ?? ""),
  }));
  const byId = new Map(links.map(({ id, part: target }) => [id, target]));
  return {
    targetOf: (kind) => {
      const target = links.find((link) => link.kind === kind)?.part ?? null;
      return target === "elsewhere" ? null : target;
    },
    targetsOf: (kind) => [...new Set(links.flatMap((link) => (link.kind === kind && link.part !== "elsewhere" ? [link.part] : [])))],
    partOf: (id) => byId.get(id) ?? null,
  };
}

/** Targets are relative to the folder of their part, or absolute in the archive. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
