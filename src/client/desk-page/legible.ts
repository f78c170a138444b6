/** Waits for a face that stands in where the machine has no Han characters: a browser may keep the boxes that it has drawn before. */
export function whenLegible(family: string, start: () => void): void {
  // Among faces of a family the last is tried first; those for rare characters are large, and may come later.
  const face = [...document.fonts].filter((one) => one.family.replaceAll('"', "") === family).at(-1);
  void (face?.load() ?? Promise.resolve()).catch(() => undefined).then(start);
}
