/** The names of indicators in running text: aliases, other ways of writing them, and two names that share their end. */
import type { Token } from "./token.ts";
import type { Named } from "./vocabulary.ts";

/** 城镇、农村居民人均可支配收入 is two names: what the first leaves out stands at the end of the second. */
export function completeNames(tokens: readonly Token[], text: string, names: ReadonlyMap<string, string>): Token[] {
  // The last name before a token: kept while walking, since looking back from each token takes time in the square of their number.
  let last: Token | null = null;
  return tokens.flatMap((token, index): Token[] => {
    const before = last;
    if (token.type === "name") last = token;
    if (token.type === "name" && token.id.includes(BOTH)) return token.id.split(BOTH).flatMap((id, at): Token[] => [...(at === 0 ? [] : [{ ...token, type: "and" } as const]), { ...token, id }]);
    if (token.type !== "other") return [token];
    const written = text.slice(token.start, token.end);
    const name = tokens[index + 2];
    const found = tokens[index + 1]?.type === "and" && name?.type === "name" ? withoutEnd(written, text.slice(name.start, name.end), names) : null;
    if (found !== null) {
      const start = token.end - found.length;
      return [...(start > token.start ? [{ ...token, end: start }] : []), { type: "name", id: found.id, start, end: token.end }];
    }
    const short = before === null || !BEGINS.has(tokens[index - 1]?.type ?? "other") ? null : withoutBeginning(written, text.slice(before.start, before.end), names);
    if (short === null) return [token];
    const end = token.start + short.length;
    return [{ type: "name", id: short.id, start: token.start, end }, ...(end < token.end ? [{ ...token, start: end }] : [])];
  });
}

/** What a clause may begin with. */
const BEGINS: ReadonlySet<Token["type"]> = new Set(["and", "mark", "glue"]);

interface Shortened {
  readonly id: string;
  readonly length: number;
}

/** Longest beginning and shortest end of two names that share their end, in characters. */
const [LONGEST_PREFIX, SHORTEST_END, LONGEST_END] = [6, 3, 10] as const;

/** 城镇 before 、农村居民人均可支配收入. */
function withoutEnd(before: string, name: string, names: ReadonlyMap<string, string>): Shortened | null {
  for (let cut = 1; cut <= Math.min(LONGEST_PREFIX, name.length - SHORTEST_END); cut++) {
    for (let length = Math.min(LONGEST_PREFIX, before.length); length > 0; length--) {
      const id = names.get(before.slice(-length) + name.slice(cut));
      if (id !== undefined) return { id, length };
    }
  }
  return null;
}

/** 死亡人数 behind 生产安全事故起数: the beginning that two names share is said once. */
function withoutBeginning(written: string, name: string, names: ReadonlyMap<string, string>): Shortened | null {
  for (let length = Math.min(LONGEST_END, written.length); length >= SHORTEST_END; length--) {
    for (let shared = name.length - 2; shared >= SHORTEST_END; shared--) {
      const id = names.get(name.slice(0, shared) + written.slice(0, length));
      if (id !== undefined) return { id, length };
    }
  }
  return null;
}

/** Between the ids of a name that is two: 城乡居民人均可支配收入. */
const BOTH = "\0";

/** Names of 城镇 and 农村 that differ in nothing else, together: 城乡. */
function joinedNames(names: ReadonlyMap<string, string>): [string, string][] {
  return [...names].flatMap(([name, id]): [string, string][] => {
    const end = name.startsWith("城镇") ? name.slice("城镇".length) : null;
    const other = end === null ? undefined : names.get(`农村${end}`);
    return other === undefined || names.has(`城乡${end}`) ? [] : [[`城乡${end}`, `${id}${BOTH}${other}`]];
  });
}

/** Other ways of writing the names that statistics use. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/[（(][^（()）]*[）)]/, ""], [/(?<=企业|单位|主体|户|人|床位|车|站)数$/, ""], [/总产量$/, "产量"], [/(?<=接待\p{Script=Han}*游客)人次$/u, ""], [/^(?:全社会|全体)/, ""],
  [/规模以上/, "规上"], [/规上/, "规模以上"], [/^地区生产总值$/, "生产总值"], [/^(?:地区)?生产总值$/, "GDP"], [/^社会消费品零售总额$/, "社零总额"], [/^([进出]口)总额$/, "$1"],
];

function shortForms(name: string): string[] {
  return SHORT_FORMS.filter(([pattern]) => pattern.test(name)).map(([pattern, short]) => name.replace(pattern, short));
}

/** Ids by name and alias; a name that two things share identifies neither. */
export function namesOf(named: readonly Named[], key: (name: string) => string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name, aliases } of named) {
    for (const word of [name, ...aliases].map(key)) {
      if (names.has(word) && names.get(word) !== id) shared.add(word);
      names.set(word, id);
    }
  }
  // Twice: 规模以上工业企业数 is 规上工业企业.
  for (let round = 0; round < 2; round++) {
    for (const [word, id] of Array.from(names)) for (const short of shortForms(word).map(key)) if (short !== "" && !names.has(short)) names.set(short, id);
  }
  const own = new Map([...names].filter(([word]) => !shared.has(word)));
  return new Map([...own, ...joinedNames(own)]);
}
