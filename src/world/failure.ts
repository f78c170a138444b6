/** Sorts system errors into the few kinds that an author can act on. */
import { WorldError } from "./world.ts";

/** The `ENOENT`, `EACCES` … of a system error; empty for anything else. */
export function errorCode(failure: unknown): string {
  return failure instanceof Error && "code" in failure && typeof failure.code === "string" ? failure.code : "";
}

export function isAbsent(failure: unknown): boolean {
  const code = errorCode(failure);
  return code === "ENOENT" || code === "ENOTDIR";
}

/** A WorldError for a failed write; anything that is not a system error is a bug and stays as it is. */
export function writeFailure(path: string, failure: unknown): unknown {
  const code = errorCode(failure);
  if (code === "") return failure;
  return new WorldError(code === "ENOSPC" || code === "EDQUOT" ? "disk-full" : "unwritable-output", path, code);
}

/** The same for a failed read. */
export function readFailure(path: string, failure: unknown): unknown {
  const code = errorCode(failure);
  return code === "" ? failure : new WorldError("unreadable-file", path, code);
}

/** The message of any failure. */
export function messageOf(failure: unknown): string {
  return wordsIn(failure) || String(failure).trim();
}

/**
 * A connection fails with an event instead of an error, a request with "fetch failed",
 * and a host with two addresses without any message: the reason is in the object inside.
 */
function wordsIn(failure: unknown): string {
  if (typeof failure !== "object" || failure === null) return typeof failure === "string" ? failure.trim() : "";
  const { message, error, cause, errors } = failure as { readonly [name in "message" | "error" | "cause" | "errors"]?: unknown };
  const own = typeof message === "string" ? message.trim() : "";
  const inside = wordsIn(error ?? cause ?? (Array.isArray(errors) ? errors[0] : null));
  if (own.includes(inside)) return own;
  return own === "" ? inside : `${own}: ${inside}`;
}
