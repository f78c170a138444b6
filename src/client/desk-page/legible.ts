/** Waits for a face that stands in where the machine has no Han characters: a browser may keep the boxes that it has drawn before. */
export function whenLegible(family: string, start: () => void): void {
  void document.fonts.load(`16px "${family}"`, "报").catch(() => []).then(start);
}
