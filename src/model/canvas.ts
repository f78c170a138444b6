/** The canvas of a slide in CSS pixels; every output scales it. */
export const CANVAS = { width: 1920, height: 1080 } as const;
