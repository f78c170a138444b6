/** The run of the show, and the backup slides after it: nobody turns from one into the other. */

/** Whether a slide is kept for questions. */
function isBackup(slide: HTMLElement | undefined): boolean {
  return slide?.dataset["backup"] !== undefined;
}

/** Index of the last slide before the backup slides. */
export function lastOfRun(slides: readonly HTMLElement[]): number {
  const run = slides.filter((slide) => !isBackup(slide)).length;
  return (run === 0 ? slides.length : run) - 1;
}

/** Whether the next slide (`by` 1) or the one before (-1) is of the same kind; false at either end. */
export function goesOn(slides: readonly HTMLElement[], at: number, by: 1 | -1): boolean {
  const next = slides[at + by];
  return next !== undefined && isBackup(next) === isBackup(slides[at]);
}
