/** The other half of a name, from the names and the clauses before it. */
import { BOTH, type Names } from "./names.ts";

/** A name that was said, as it was written. */
export interface Said {
  readonly id: string;
  readonly written: string;
}

/** What a sentence has said before one of its clauses. */
export interface Before {
  /** Names in order; the nearest comes last. */
  readonly said: readonly Said[];
  /** The clauses in order. */
  readonly clauses: readonly Clause[];
  /** The words of the sentence so far. */
  readonly words: string;
  /** Whether somebody else's figures stand between the last of the names and here, in the same part of the sentence. */
  readonly stranger: boolean;
}

export interface Clause {
  readonly text: string;
  /** What the clause left out of its name, as an earlier one said it: 柑橘. */
  readonly head: string | null;
}

/** How many names back a long half may look; a short one belongs to the nearest. */
export const FAR = 4;
const LONG = 4;
/** Shortest end of a name that two names share, in characters. */
export const SHORTEST_SHARED = 3;
/** Words before a name that say no more than 全年. */
export const LEAD = /^(?:全?年|年末|总计)(?=.{2})/;

/** A name that a sentence gives away. */
export interface Whole {
  readonly id: string;
  readonly full: string;
  readonly head: string | null;
  readonly inferred: boolean;
  /** Characters before the name. */
  readonly skipped: number;
}

/** Null where nothing before makes the words a name. */
export function fromBefore(written: string, names: Names, before: Before): Whole | null {
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
