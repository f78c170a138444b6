/** What every format of diagnostics needs to know about its reader. */

export interface ShapeOptions {
  readonly lang: "zh" | "en";
  /** Path from the reader's folder to the project, ending in a slash; empty when they are the same. */
  readonly below: string;
  /** The version of Luduan. */
  readonly version: string;
}
