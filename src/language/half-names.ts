/** Names that a sentence says by half: what it leaves out stands in a name, or in a clause, before. */
import { FAR, fromBefore, LEAD, SHORTEST_SHARED, type Before, type Clause, type Said, type Whole } from "./from-before.ts";
import { BOTH, type Names } from "./names.ts";
import { resolveShare } from "./shares.ts";
import type { Token } from "./token.ts";

type NameToken = Extract<Token, { type: "name" }>;

/** How far back a sentence is searched, in characters: a name that is further away is another's. */
const REACH = 200;
/** Clauses between a beginning and its end. */
const CLAUSES_BETWEEN = 3;

/** What may stand between the beginning of a clause and a name. */
const LEADS: ReadonlySet<Token["type"]> = new Set(["glue", "own", "year", "period", "relative", "open", "and"]);
/** What may follow a name. */
const FOLLOWS: ReadonlySet<Token["type"]> = new Set(["verb", "literal", "place", "bound", "from", "average", "respectively", "and"]);
/** Tokens that a name may run over. */
const WITHIN: ReadonlySet<Token["type"]> = new Set(["other", "glue", "name"]);

/** The tokens of a sentence with all names that its words give away; `last` is the last name of the sentence before. */
export function completeNames(tokens: readonly Token[], text: string, names: Names, last: Said | null): { readonly tokens: readonly Token[]; readonly last: Said | null } {
  const out: Token[] = [];
  const said: Said[] = [];
  const clauses: Clause[] = [];
  const from = tokens[0]?.start ?? 0;
  let [clauseFrom, head, isOpen, skip]: [number, string | null, boolean, number] = [from, null, true, from];
  // Whether the clause has a name so far.
  let [stranger, isNamed] = [false, false];
  for (const [index, token] of tokens.entries()) {
    if (token.end <= skip) continue;
    const before = (): Before => {
      const words = text.slice(Math.max(from, token.start - REACH), token.start);
      const own = { text: text.slice(Math.max(clauseFrom, token.start - REACH), token.start), head: null };
      return { stranger, said: said.length === 0 && last !== null && !stranger && CONTINUES.test(words) ? [last] : said.slice(-FAR), clauses: [...clauses.slice(-CLAUSES_BETWEEN), own], words };
    };
    const step = stepAt(tokens, index, text, names, isOpen, before);
    if (step !== null) {
      trim(out, step.put[0]?.start ?? token.start);
      out.push(...step.put);
      if (step.said !== null) {
        said.push(step.said);
        [head, stranger, isNamed] = [step.head, false, true];
      }
      [skip, isOpen] = [step.put.at(-1)?.end ?? token.end, false];
      continue;
    }
    out.push(...(token.type === "name" && token.id.includes(BOTH) ? bothOf(token) : [token.start < skip ? { ...token, start: skip } : token]));
    if (token.type === "name") {
      said.push({ id: token.id, written: text.slice(token.start, token.end) });
      [stranger, isNamed] = [false, true];
    } else if (token.type === "other" && !isNamed && FOLLOWS.has(tokens[index + 1]?.type ?? "mark")) stranger = true;
    const mark = token.type === "mark" ? text.charAt(token.start) : "";
    if (/[，,；;：:]/.test(mark)) {
      clauses.push({ text: text.slice(clauseFrom, token.start), head });
      if (/[；;]/.test(mark)) {
        clauses.length = 0;
        stranger = false;
      }
      [clauseFrom, head, isNamed] = [token.end, null, false];
    }
    isOpen = token.type === "mark" || token.type === "and" || (isOpen && LEADS.has(token.type));
  }
  return { tokens: out, last: said.at(-1) ?? null };
}

/** Tokens instead of those that they run over, with the name that they say. */
interface Step {
  readonly put: readonly Token[];
  readonly said: Said | null;
  readonly head: string | null;
}

/** Null where a token stays as it is. */
function stepAt(tokens: readonly Token[], index: number, text: string, names: Names, isOpen: boolean, before: () => Before): Step | null {
  const [token, next] = [tokens[index]!, tokens[index + 1]];
  const written = text.slice(token.start, token.end);
  const other: Step = { put: [{ type: "other", start: token.start, end: token.end }], said: null, head: null };
  if (token.type === "share") return { put: [resolveShare(tokens, index, text, before().words, names)], said: null, head: null };
  if (token.type === "literal" && next?.type === "name" && next.start === token.end && SOME.test(written)) return other;
  if (isOpen && token.type === "other" && next?.type === "name" && COUNT.test(written + text.slice(next.start, next.end)) && !/(?:其中|有)$/.test(before().words)) {
    return { put: [{ type: "glue", start: token.start, end: token.end }, { ...next, inferred: true }], said: { id: next.id, written: text.slice(next.start, next.end) }, head: null };
  }
  // 出口 behind another's figures may be that other's, unless it is of the same kind: 进出口总额.
  if (token.type === "name" && written.length === 2) {
    const { stranger, said } = before();
    if (stranger || said.at(-1)?.written.includes(written.slice(-1)) === false) return other;
  }
  const found = isOpen || token.type === "name" ? completed(tokens, index, text, names, before) : null;
  if (found === null) return null;
  const lead: Token[] = found.name.start > token.start ? [{ type: found.lead, start: token.start, end: found.name.start }] : [];
  return { put: [...lead, found.name], said: { id: found.name.id, written: found.full }, head: found.head };
}

/** Cuts the last token where the next one begins: in 税收占比 the part is a part of the name. */
function trim(out: Token[], start: number): void {
  const last = out.at(-1);
  if (last === undefined || last.end <= start) return;
  out.splice(-1, 1, ...(last.start < start ? [{ ...last, end: start }] : []));
}

/** 1508项重点项目完成投资, 19个行政村集体收入: how many things the name is about, which are all of them. */
const COUNT = /^\d+[余多]?(?:个(?:行政|建制)村|[个项](?:[省市县区]|重点))/;
/** 12家规上工业企业利润总额 is the profit of twelve, not of all. */
const SOME = /\d[余多]?[家户名所座]$/;

/** A sentence that goes on with what the one before was about. */
const CONTINUES = /^\s*(?:其中|分|按|从|在.{2,20}中)/;

/** 城乡居民人均可支配收入 is two names. */
function bothOf(token: NameToken): Token[] {
  return token.id.split(BOTH).flatMap((id, at): Token[] => [...(at === 0 ? [] : [{ type: "and", start: token.start, end: token.end } as const]), { ...token, id }]);
}

interface Found {
  readonly name: NameToken;
  /** What stands before it: words of another thing, or no more than 年 in 年产量. */
  readonly lead: "other" | "glue";
  /** The whole name. */
  readonly full: string;
  readonly head: string | null;
}

/** Words that lead from a name to its figure. */
const TRAIL = /(?:完成|实现|达成|达到?|高达|为|是|共|已|也|仍|(?<![人村户亩日年月])均|合计|累计|预计|分别|的|\s)+$/;
/** Characters of the longest half of a name. */
const LONGEST = 24;

function completed(tokens: readonly Token[], index: number, text: string, names: Names, before: () => Before): Found | null {
  const token = tokens[index]!;
  if (token.type === "name" && token.id.includes(BOTH)) return null;
  if (token.type !== "other" && token.type !== "glue" && token.type !== "name") return null;
  const short = endOfWords(tokens, index, false);
  for (const next of new Set([short, endOfWords(tokens, index, true)])) {
    const last = tokens[next - 1];
    const after = tokens[next];
    if (last === undefined || after === undefined || !FOLLOWS.has(after.type) || last.end - token.start > LONGEST) continue;
    const written = text.slice(token.start, last.end).replace(TRAIL, "");
    if (written.length < 2 || names.ids.has(written)) continue;
    const found = divided(written, names) ?? (token.type === "name" ? null : (joinedEnd(tokens, next, written, text, names) ?? fromBefore(written, names, before())));
    // Behind a joining word, the name itself will be found at its own beginning.
    if (found !== null && (found.skipped === 0 || token.type !== "glue")) return { name: { type: "name", id: found.id, inferred: found.inferred, start: token.start + found.skipped, end: token.start + written.length }, lead: LEAD.exec(written)?.[0].length === found.skipped ? "glue" : "other", full: found.full, head: found.head };
  }
  return null;
}

/** Index of the first token that cannot be part of a name; `joined` lets 、 and 和 be part of it. */
function endOfWords(tokens: readonly Token[], index: number, joined: boolean): number {
  const limit = tokens[index]!.start + LONGEST;
  const goesOn = ({ type, start }: Token): boolean => start <= limit && (WITHIN.has(type) || (joined && type === "and"));
  let next = index;
  for (let token = tokens[next]; token !== undefined && goesOn(token); token = tokens[next]) next += 1;
  return next;
}

/** 规上工业企业完成总产值, 生态环境的满意率: joining words inside a name. */
const JOINTS = /(?:实现|完成|达成|获得|取得|的|全年|共)+/g;

function divided(written: string, { ids }: Names): Whole | null {
  for (const { 0: joint, index } of written.matchAll(JOINTS)) {
    const [front, end] = [written.slice(0, index), written.slice(index + joint.length)];
    if (end.length < 2) continue;
    for (let cut = 0; cut <= front.length - 2; cut++) {
      const id = ids.get(front.slice(cut) + end);
      if (id !== undefined) return { id, full: front.slice(cut) + end, head: null, inferred: false, skipped: cut };
      // 规上工业企业完成总产值 is 规上工业总产值.
      const bare = front.endsWith("企业") ? ids.get(front.slice(cut, -2) + end) : undefined;
      if (bare !== undefined) return { id: bare, full: front.slice(cut, -2) + end, head: null, inferred: true, skipped: cut };
    }
  }
  return null;
}

/** Longest beginning of two names that share their end, in characters. */
const LONGEST_PREFIX = 6;

/** 城镇 before 、农村居民人均可支配收入. */
function joinedEnd(tokens: readonly Token[], next: number, written: string, text: string, { ids }: Names): Whole | null {
  const name = tokens[next + 1];
  if (tokens[next]?.type !== "and" || name?.type !== "name") return null;
  const other = text.slice(name.start, name.end);
  for (let cut = 1; cut <= Math.min(LONGEST_PREFIX, other.length - SHORTEST_SHARED); cut++) {
    for (let length = Math.min(LONGEST_PREFIX, written.length); length > 0; length--) {
      const full = written.slice(-length) + other.slice(cut);
      const id = ids.get(full);
      if (id !== undefined) return { id, full, head: null, inferred: false, skipped: written.length - length };
    }
  }
  return null;
}
