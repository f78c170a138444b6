/** Writes the package of an Office file (ECMA-376 part 2): content types, relationships, and the archive. */
import { zipSync, type Zippable } from "fflate";
import { encodeText } from "../model/encode-text.ts";
import { relationType, type Part, type Relation } from "./parts.ts";
import { xml, XML_HEAD } from "./xml.ts";

/** Types by extension; every other part is named by itself. */
const DEFAULTS: Readonly<Record<string, string>> = {
  rels: "application/vnd.openxmlformats-package.relationships+xml", xml: "application/xml", png: "image/png", jpeg: "image/jpeg", svg: "image/svg+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
/** The first date that an archive can hold: the same input gives the same bytes. */
const DATE = new Date(1980, 0, 1);
/** Pictures and workbooks are packed already. */
const PACKED = /\.(?:png|jpeg|xlsx)$/;

/** The bytes of a package. `root` are the relations of the package itself. */
export function writePackage(parts: readonly Part[], root: readonly Relation[]): Uint8Array {
  const files: Zippable = {};
  const add = (path: string, bytes: Uint8Array | string): void => {
    files[path.slice(1)] = [typeof bytes === "string" ? encodeText(bytes) : bytes, { mtime: DATE, level: PACKED.test(path) ? 0 : 6 }];
  };
  // PowerPoint looks for the types at the beginning.
  add("/[Content_Types].xml", contentTypes(parts));
  add("/_rels/.rels", relationships("/", root));
  for (const { path, bytes, relations } of parts) {
    add(path, bytes);
    if (relations.length > 0) add(relationsPath(path), relationships(path, relations));
  }
  return zipSync(files, { mtime: DATE });
}

/** Where the relations of a part stand. */
function relationsPath(path: string): string {
  const at = path.lastIndexOf("/");
  return `${path.slice(0, at)}/_rels${path.slice(at)}.rels`;
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function contentTypes(parts: readonly Part[]): string {
  const used = new Set(["rels", "xml", ...parts.map(({ path }) => extensionOf(path))]);
  const defaults = Object.entries(DEFAULTS).filter(([extension]) => used.has(extension)).map(([Extension, ContentType]) => xml("Default", { Extension, ContentType }));
  const overrides = parts.filter(({ path, type }) => DEFAULTS[extensionOf(path)] !== type).map(({ path, type }) => xml("Override", { PartName: path, ContentType: type }));
  return XML_HEAD + xml("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" }, ...defaults, ...overrides);
}

function relationships(from: string, relations: readonly Relation[]): string {
  const all = relations.map(({ id, type, target, external }) =>
    xml("Relationship", { Id: id, Type: relationType(type), Target: external === true ? target : relativePath(from, target), TargetMode: external === true ? "External" : null }),
  );
  return XML_HEAD + xml("Relationships", { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" }, ...all);
}

/** Some readers do not know absolute targets. */
function relativePath(from: string, to: string): string {
  const [base, target] = [from.split("/").slice(1, -1), to.split("/").slice(1)];
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared += 1;
  return [...base.slice(shared).map(() => ".."), ...target.slice(shared)].join("/");
}
