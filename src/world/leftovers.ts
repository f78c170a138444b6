/** Names of what is written aside, and whether the process that wrote it still runs. */
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { errorCode } from "./failure.ts";

/** Leftovers of another machine (in a shared folder) are removed when older than this, in milliseconds. */
const STALE = 24 * 60 * 60 * 1000;
const HOST = hostname().replace(/[^A-Za-z0-9]/g, "").slice(0, 16) || "host";

export interface Leftover {
  readonly name: string;
  readonly kind: "new" | "old";
  readonly time: number;
  readonly host: string;
  readonly pid: number;
}

/** A name beside `target` that tells who made it and when. */
export function ownName(target: string, kind: Leftover["kind"]): string {
  return `.${target}.luduan-${kind}-${Date.now()}-${HOST}-${process.pid}-${randomBytes(3).toString("hex")}`;
}

export function parseOwnName(name: string, target: string): Leftover | null {
  const start = `.${target}.luduan-`;
  const match = name.startsWith(start) ? /^(new|old)-(\d+)-([A-Za-z0-9]+)-(\d+)-[0-9a-f]{6}$/.exec(name.slice(start.length)) : null;
  if (match === null) return null;
  return { name, kind: match[1] === "old" ? "old" : "new", time: Number(match[2]), host: match[3] ?? "", pid: Number(match[4]) };
}

/** Whether this very process made it. */
export function isOwn({ host, pid }: Leftover): boolean {
  return host === HOST && pid === process.pid;
}

/** Whether nobody will go on with it. */
export function isDead(leftover: Leftover): boolean {
  if (Date.now() - leftover.time > STALE) return true;
  if (leftover.host !== HOST || leftover.pid === process.pid) return false;
  try {
    process.kill(leftover.pid, 0);
    return false;
  } catch (failure) {
    return errorCode(failure) === "ESRCH";
  }
}
