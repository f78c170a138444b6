/** Checks wordings in a small project that has no errors of its own. */
import type { Compiled } from "../../src/build.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

type Files = Readonly<Record<string, string | Uint8Array | null>>;

export const HEAD = "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}\n\n备注：\n";
/** Line of the first character after {@link HEAD}. */
export const FIRST = 8;

/** The small project with `text` as speaker notes; `files` replace or add files. */
export function compileNotes(text: string, files: Files = {}): Promise<Compiled> {
  return withFolder(smallProject({ "slides/10-part.md": `${HEAD}${text}\n`, ...files }), compileFolder);
}

/** What is reported for the notes: rule or code, first letter of the severity, the marked words. */
export async function complaintsOf(text: string, files: Files = {}): Promise<readonly string[]> {
  return brief(await compileNotes(text, files));
}

/** `P01 e slides/10-part.md:8:3 ","` for each diagnostic, in order of place. */
export function brief({ diagnostics, sources }: Compiled): readonly string[] {
  return diagnostics.map(({ rule, code, severity, span }) => {
    const line = span === null ? "" : (sources.get(span.file)?.split("\n")[span.line - 1] ?? "");
    const words = span === null || span.line !== span.endLine ? "" : line.slice(span.column - 1, span.endColumn - 1);
    return `${rule ?? code} ${severity.charAt(0)} ${span?.file ?? ""}:${span?.line ?? 0}:${span?.column ?? 0} ${JSON.stringify(words)}`;
  });
}

/** The same for notes of one line, without the place of that line: `P01 e 3 ","`. */
export async function complaintsInLine(text: string, files: Files = {}): Promise<readonly string[]> {
  return (await complaintsOf(text, files)).map((complaint) => complaint.replace(`slides/10-part.md:${FIRST}:`, ""));
}
