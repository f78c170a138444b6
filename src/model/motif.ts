/** Names of the drawings of a slide's subject. */
export const MOTIFS = ["crane", "housing", "courtyard", "rail", "roads", "school", "fields", "park", "clinic", "factory", "laboratory", "market", "river", "bridge"] as const;
export type MotifName = (typeof MOTIFS)[number];

/** A drawing, and how often it came before in the deck: each time it is another one. */
export interface MotifChoice {
  readonly name: MotifName;
  readonly variation: number;
}
