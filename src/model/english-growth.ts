/** Published changes in English words: up 5.3%, an average of 6.2% a year, 42% on 2020. */

/** A verb in front; a fall is told from a rise. */
const RISE = /^(?:up|growth of|grew|rose|an? (?:increase|rise) of|increased?|gained)(?: by)? /i;
const FALL = /^(?:down|fell|dropped|an? (?:decrease|fall|drop|decline) of|decreased?|declined|lost)(?: by)? /i;
/** What follows the number and says against what it is measured. */
const BASE_AFTER = /^(.*?(?:%|per ?cent|points?|pp))[, ]+((?:on|from|over|in (?:\w+|the (?:past|last) \w+) years|compared|against|since|a year|per year|annually|at (?:constant|comparable)|in real|quarter|month|year)\b.*)$/i;
const BASE_BEFORE = /^((?:an? )?(?:annual average|average annual|average)(?: (?:growth|increase))?(?: (?:of|rate of))?) (?=\D*\d)/i;

export interface EnglishChange {
  readonly base: string | null;
  readonly falls: boolean;
  /** The number with what it counts. */
  readonly number: string;
}

/** Takes the words around the number away; null if there are none. */
export function readEnglishWords(text: string): EnglishChange | null {
  const after = BASE_AFTER.exec(text);
  const body = after?.[1] ?? text;
  const before = BASE_BEFORE.exec(body);
  const rest = before === null ? body : body.slice(before[0].length);
  const verb = RISE.exec(rest) ?? FALL.exec(rest);
  if (after === null && before === null && verb === null) return null;
  return { base: after?.[2] ?? before?.[1] ?? null, falls: verb !== null && FALL.test(rest), number: verb === null ? rest : rest.slice(verb[0].length) };
}
