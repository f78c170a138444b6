/** JSON from a build, read with care: the file may come from anybody. */

export type Shape = "string" | "number" | "text?" | readonly [Fields] | readonly ["string"] | readonly ["number"];
export interface Fields {
  readonly [name: string]: Shape;
}

/** Null for what is not JSON in UTF-8. */
export function readData(bytes: Uint8Array | null): unknown {
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

export function hasFields(value: unknown, fields: Fields): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(fields).every(([name, shape]) => Object.hasOwn(value, name) && fits((value as Readonly<Record<string, unknown>>)[name], shape));
}

export function fits(value: unknown, shape: Shape): boolean {
  if (shape === "text?") return value === null || typeof value === "string";
  if (typeof shape === "string") return typeof value === shape;
  const [inner] = shape;
  return Array.isArray(value) && value.every((entry) => (typeof inner === "string" ? typeof entry === inner : hasFields(entry, inner)));
}
