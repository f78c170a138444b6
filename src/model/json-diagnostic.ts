/** One diagnostic as other programs and the desk's page get it; places count from 1 and are null where there is no file. */
export interface JsonDiagnostic {
  readonly severity: "error" | "warning" | "note";
  readonly code: string;
  readonly rule: string | null;
  readonly message: string;
  readonly hint: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  /** What `luduan check --fix` would write in place of these columns; null where there is no fix. */
  readonly fix: { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number; readonly replacement: string } | null;
}
