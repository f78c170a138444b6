/** What all shapes of diagnostics need to know of their reader. */

export interface ShapeOptions {
  readonly lang: "zh" | "en";
  /** Path of the project from where the reader stands, with a slash at its end; empty when they are the same. */
  readonly below: string;
  /** Of Luduan. */
  readonly version: string;
}
