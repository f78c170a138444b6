/** Lengths of DrawingML. A slide of 13.33 × 7.5 inches holds the canvas of 1920 × 1080 without a remainder. */

/** In pixels of the canvas. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const EMU_PER_PIXEL = 6350;

/** English Metric Units, whole: PowerPoint repairs files with fractions. */
export function emu(pixels: number): number {
  return Math.round(pixels * EMU_PER_PIXEL);
}

/** Size of type in hundredths of a point, as `a:rPr@sz` counts it; a pixel is half a point. */
export function typeSize(pixels: number): number {
  return Math.round(pixels * 50);
}
