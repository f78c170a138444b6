/** Names that a sentence says by half: what it leaves out stands in a name, or in a clause, before. */
import { BOTH, type Names } from "./names.ts";
import { resolveShare } from "./shares.ts";
import type { Token } from "./token.ts";

type NameToken = Extract<Token, { type: "name" }>;

/** A name that was said, as it was written. */
export interface Said {
  readonly id: string;
  readonly written: string;
}

/** What a sentence has said before one of its clauses. */
interface Before {
  /** Names in order; the nearest comes last. */
  readonly said: readonly Said[];
  /** The clauses in order. */
  readonly clauses: readonly Clause[];
  /** The words of the sentence so far. */
  readonly words: string;
  /** Whether somebody else's figures stand between the last of the names and here, in the same part of the sentence. */
  readonly stranger: boolean;
}

interface Clause {
  readonly text: string;
  /** What the clause left out of its name, as an earlier one said it: 柑橘. */
  readonly head: string | null;
}

/** How far back a sentence is searched, in characters: a name that is further away is another's. */
const REACH = 200;
/** How many names back a long half may look; a short one belongs to the nearest. */
const [FAR, LONG] = [4, 4] as const;
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
    const written = text.slice(token.start, token.end);
    const before = (): Before => {
      const words = text.slice(Math.max(from, token.start - REACH), token.start);
      return { stranger, said: said.length === 0 && last !== null && !stranger && CONTINUES.test(words) ? [last] : said.slice(-FAR), clauses: [...clauses.slice(-CLAUSES_BETWEEN), { text: text.slice(Math.max(clauseFrom, token.start - REACH), token.start), head: null }], words };
    };
    if (token.type === "share") {
      const share = resolveShare(tokens, index, text, Math.max(from, token.start - REACH), names);
      const part = out.at(-1);
      // 税收占比: its part is a part of the name.
      if (part !== undefined && share.start < token.start) out.splice(-1, 1, ...(part.start < share.start ? [{ ...part, end: share.start }] : []));
      out.push(share);
      skip = share.end;
      isOpen = false;
      continue;
    }
    const next = tokens[index + 1];
    if (token.type === "literal" && next?.type === "name" && next.start === token.end && SOME.test(written)) {
      out.push({ type: "other", start: token.start, end: token.end });
      isOpen = false;
      continue;
    }
    if (isOpen && token.type === "other" && next?.type === "name" && COUNT.test(written + text.slice(next.start, next.end)) && !/(?:其中|有)$/.test(text.slice(from, token.start))) {
      out.push({ ...token, type: "glue" }, { ...next, inferred: true });
      said.push({ id: next.id, written: text.slice(next.start, next.end) });
      [skip, isOpen, stranger, isNamed] = [next.end, false, false, true];
      continue;
    }
    // 出口 behind another's figures may be that other's, unless it is of the same kind: 进出口总额.
    if (token.type === "name" && written.length === 2 && (stranger || said.at(-1)?.written.includes(written.slice(-1)) === false)) {
      out.push({ type: "other", start: token.start, end: token.end });
      isOpen = false;
      continue;
    }
    const found: Found | null = isOpen || token.type === "name" ? completed(tokens, index, text, names, before) : null;
    if (found !== null) {
      if (found.name.start > token.start) out.push({ type: found.lead, start: token.start, end: found.name.start });
      out.push(found.name);
      said.push({ id: found.name.id, written: found.full });
      [skip, head, isOpen, stranger, isNamed] = [found.name.end, found.head, false, false, true];
      continue;
    }
    const whole: readonly Token[] = token.type === "name" && token.id.includes(BOTH) ? bothOf(token) : [token.start < skip ? { ...token, start: skip } : token];
    out.push(...whole);
    if (token.type === "name") {
      said.push({ id: token.id, written });
      [stranger, isNamed] = [false, true];
    } else if (token.type === "other" && !isNamed && FOLLOWS.has(tokens[index + 1]?.type ?? "mark")) stranger = true;
    if (token.type === "mark" && /[，,；;：:]/.test(written)) {
      clauses.push({ text: text.slice(clauseFrom, token.start), head });
      if (/[；;]/.test(written)) {
        clauses.length = 0;
        stranger = false;
      }
      [clauseFrom, head, isNamed] = [token.end, null, false];
    }
    isOpen = token.type === "mark" || token.type === "and" || (isOpen && LEADS.has(token.type));
  }
  return { tokens: out, last: said.at(-1) ?? null };
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

/** Words that lead from a name to its figure, and words before it that say no more than 全年. */
const TRAIL = /(?:完成|实现|达成|达到?|高达|为|是|共|已|也|仍|(?<![人村户亩日年月])均|合计|累计|预计|分别|的|\s)+$/;
const LEAD = /^(?:全?年|年末|总计)(?=.{2})/;
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

interface Whole {
  readonly id: string;
  readonly full: string;
  readonly head: string | null;
  readonly inferred: boolean;
  /** Characters before the name. */
  readonly skipped: number;
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

/** Longest beginning and shortest end of two names that share their end, in characters. */
const [LONGEST_PREFIX, SHORTEST_SHARED] = [6, 3] as const;

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

function fromBefore(written: string, names: Names, before: Before): Whole | null {
  const lead = LEAD.exec(written)?.[0] ?? "";
  for (const words of new Set([written, written.slice(lead.length)])) {
    const skipped = written.length - words.length;
    const nearest = before.said.toReversed().slice(0, words.length < LONG ? 1 : FAR);
    for (const { written: name } of nearest) {
      const full = framed(words, name, names, before);
      if (full !== null) return { id: names.ids.get(full)!, full, head: null, inferred: !full.endsWith(words), skipped };
    }
    const head = headBefore(words, names, before);
    if (head !== null) return { id: names.ids.get(head + words)!, full: head + words, head, inferred: true, skipped };
  }
  return null;
}

/** A sentence about the parts of one thing. */
const PARTS = /其中|分.{0,8}看|按.{0,8}分|在.{2,20}中/;

/** 第二产业 behind 第一产业增加值, 死亡人数 behind 生产安全事故起数: what both names share is said once. */
function framed(words: string, name: string, { ids }: Names, before: Before): string | null {
  for (let shared = name.length; shared >= 2; shared--) {
    for (let front = 0; front <= shared; front++) {
      const end = shared - front === 0 ? "" : name.slice(front - shared);
      // 投资 behind 工业增加值 is no 工业投资: a general word alone says nothing.
      if (end === "" && (words.length < SHORTEST_SHARED || front < 2 || before.stranger)) continue;
      const full = name.slice(0, front) + words + end;
      const id = ids.get(full);
      if (full === name || id === undefined || id === ids.get(name) || id.includes(BOTH)) continue;
      if (end === "" || end === name || isParallel(words, name.slice(front, name.length - end.length)) || PARTS.test(before.words) || isOnly(name.slice(0, front) + words, ids)) return full;
    }
  }
  return null;
}

/** 农村居民 beside 城镇居民, 第二产业 beside 第一产业: what both end with says that they are parts of one thing. */
function isParallel(words: string, other: string): boolean {
  return words.length === other.length && words.length > 2 && words.slice(-2) === other.slice(-2);
}

/** Whether all names with that beginning are one: 第二产业 may be its 增加值 or its 投资. */
function isOnly(beginning: string, ids: ReadonlyMap<string, string>): boolean {
  const found = new Set<string>();
  for (const [name, id] of ids) if (name.startsWith(beginning)) found.add(id);
  return found.size === 1;
}

/** Short ends that are nothing without their beginning; 投资 and 收入 alone are those of all. */
const ALONE = /^(?:产量|产值|面积|出栏|存栏|销量|床位|总数|总量)$/;
/** Words for the number of what was just said. */
const TOTAL = /^总(?:数|量)$/;

/** 柑橘 for 产量 in 柑橘产业优势凸显，产量1.29万吨: the topic of the clause before, or the only beginning that the sentence has said. */
function headBefore(words: string, { ids, heads }: Names, { clauses, said }: Before): string | null {
  if (words.length === 2 && !ALONE.test(words)) return null;
  const known = (heads.get(words) ?? []).filter((head) => TOTAL.test(words) || !said.some(({ id }) => id === ids.get(head + words)));
  if (known.length === 0) return null;
  // The last clause is the one that goes on.
  const last = clauses.at(-2);
  const nearest = last === undefined ? null : longest(known.filter((head) => last.head === head || beginsWith(last.text, head) || (TOTAL.test(words) && last.text.includes(head))));
  const own = TOTAL.test(words) ? longest(known.filter((head) => clauses.at(-1)?.text.includes(head) === true)) : null;
  if (own !== null) return own;
  if (nearest !== null || words.length < LONG) return nearest;
  const around = known.filter((head) => clauses.some(({ text }) => saysAlone(text, head)) && !said.some(({ written }) => written !== head && written.includes(head)));
  const all = new Set(around.map((head) => ids.get(head + words)));
  return all.size > 1 ? null : longest(around);
}

const BEFORE_TOPIC = /^(?:其中|全年|[全我][省市州县区镇乡]|年末|[\s，、：]|新增|完成|实现|推动|推进)*/;

/** 矛盾纠纷 in 调处矛盾纠纷263起; in 制造业研发经费 is no 研发经费. */
function saysAlone(clause: string, head: string): boolean {
  const at = clause.indexOf(head);
  return at >= 0 && !/[业区市县镇乡村司团院厂]$/.test(clause.slice(0, at));
}

function beginsWith(clause: string, head: string): boolean {
  return clause.replace(BEFORE_TOPIC, "").startsWith(head);
}

function longest(heads: readonly string[]): string | null {
  return heads.reduce<string | null>((best, head) => (best === null || head.length > best.length ? head : best), null);
}
