/** Waits for the face that stands in where the machine has no Han characters: a browser may keep the boxes that it has drawn before. */
export function whenLegible(start: () => void): void {
  void document.fonts.load('16px "Luduan Desk"', "报").catch(() => []).then(start);
}
