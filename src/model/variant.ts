/** Names of the forms that layouts have. */

/**
 * `panel`: the title on a dark panel, the rest on paper; `deep`: all of it on the dark ground; `tiles`: each item on a dark tile;
 * `plain`: on paper; `mist`: a drawing on light mist; `half`: a photo beside the words; `full`: a photo over the whole slide, the words on it.
 */
const VARIANTS = ["panel", "deep", "tiles", "plain", "mist", "half", "full"] as const;
export type Variant = (typeof VARIANTS)[number];
