/** Characters without a shape: zero-width, selectors, tags, controls, and marks that turn the order of a line round. */
import type { OddCharacters } from "./kinds.ts";

/** One of them, or a run of the same. */
const HIDDEN = /([\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cs}\uFFF9-\uFFFC]|(?![\t\n])[\p{Cc}\p{Zl}\p{Zp}])\1*/gu;
/** Emoji with the joiners, selectors and tags that they are made of (UTS 51, 1.4.9). A keycap beside other digits is none: it hides one of them. */
const EMOJI =
  /(?<![\d.,])[\d#*]\uFE0F?\u20E3(?![\d.,%亿万千百元])|\p{RI}\p{RI}|(?![\d#*])[\p{Extended_Pictographic}\p{So}](?:\p{EMod}|[\uFE0E\uFE0F]\u20E3?)?(?:[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)?)*/gu;
/** Han with a form of the Ideographic Variation Database or a standardised one. In a numeral it would hide a digit. */
const HAN_FORM = /(?![〇零一二两三四五六七八九十百千万亿])\p{Script=Han}$/u;
/** Full-width marks have standardised places in their square (StandardizedVariants.txt). */
const PLACED_MARK = /[、。！，．：；？]$/u;
const SELECTOR = /\p{Variation_Selector}/u;
/** Letters of scripts that are written with joiners, selectors of their own, or breaks without spaces. */
const JOINING = /(?![\p{Script=Latin}\p{Script=Han}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}]/u;
const BETWEEN_LETTERS = /[\u034F\u115F\u1160\u200B-\u200D\u2060]|[\u180B-\u180F]/u;
const RIGHT_TO_LEFT = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Marks that people type between scripts of two directions. */
const DIRECTION_MARK = /[\u200E\u200F\u061C]/u;
/** These change what a reader sees in a line that runs from left to right. */
const TURNING = /[\u200F\u061C\u202B\u202D\u202E\u2067]/u;
const DIRECTION = /\p{Bidi_Control}/u;
/** They end what another control began, which is reported. */
const CLOSER = /[\u202C\u2069]/u;
/** Breaks of other programs, shown as a blank. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const BREAK = /[\u000B\u000C\u0085\u2028\u2029]/u;
/** Wide blanks, and annotations that would stand in the line: taking them away changes what is seen. */
const SEEN = /[\u3164\uFFA0\uFFF9-\uFFFB\p{Cs}]/u;

/** The whole character before. */
const LAST = /.$/su;

interface Line {
  readonly text: string;
  readonly rightToLeft: boolean;
  readonly turned: boolean;
}

/** What one hidden character is, whatever stands beside it. */
interface Nature {
  readonly selector: boolean;
  readonly betweenLetters: boolean;
  readonly directionMark: boolean;
  readonly direction: boolean;
  readonly seen: boolean;
  readonly divides: boolean;
}

/** Asked once for each character there is, since a text may hold a million of one. */
const natures = new Map<string, Nature>();

function natureOf(character: string): Nature {
  const known = natures.get(character);
  if (known !== undefined) return known;
  const nature: Nature = {
    selector: SELECTOR.test(character), betweenLetters: BETWEEN_LETTERS.test(character), directionMark: DIRECTION_MARK.test(character),
    direction: DIRECTION.test(character), seen: SEEN.test(character), divides: BREAK.test(character),
  };
  natures.set(character, nature);
  return nature;
}

/** Every hidden character of a line; neighbours of one kind are one. */
export function findHidden(text: string): readonly OddCharacters[] {
  const line: Line = { text, rightToLeft: RIGHT_TO_LEFT.test(text), turned: TURNING.test(text) };
  const emoji = text.matchAll(EMOJI);
  let next = emoji.next();
  const found: OddCharacters[] = [];
  for (const { 0: run, 1: character = "", index } of text.matchAll(HIDDEN)) {
    while (next.value !== undefined && next.value.index + next.value[0].length <= index) next = emoji.next();
    const nature = natureOf(character);
    const genuine = (next.value !== undefined && next.value.index < index) || isGenuine(line, index, character, nature);
    // Of a run, only the first can belong to what stands before it.
    if (genuine && (nature.directionMark || run === character)) continue;
    if (CLOSER.test(character) && found.at(-1)?.kind === "direction" && line.turned) continue;
    const odd = describe(line, genuine ? index + character.length : index, index + run.length, nature);
    const last = found.at(-1);
    if (last?.end === index && last.kind === odd.kind && last.replacement === "" && odd.replacement === "") found[found.length - 1] = { ...last, end: odd.end };
    else found.push(odd);
  }
  return found;
}

function isGenuine({ text, rightToLeft }: Line, index: number, character: string, nature: Nature): boolean {
  if (nature.directionMark) return rightToLeft;
  if (!nature.selector && !nature.betweenLetters) return false;
  const letter = LAST.exec(text.slice(Math.max(0, index - 2), index))?.[0] ?? "";
  if (nature.selector && (HAN_FORM.test(letter) || (character <= "\uFE01" && PLACED_MARK.test(letter)))) return true;
  return nature.betweenLetters && JOINING.test(letter);
}

function describe({ text, turned }: Line, start: number, end: number, nature: Nature): OddCharacters {
  if (nature.direction) return { kind: "direction", start, end, replacement: turned ? null : "" };
  if (nature.seen) return { kind: "hidden", start, end, replacement: null };
  const divides = nature.divides && /\S$/.test(text.slice(Math.max(0, start - 1), start)) && /^\S/.test(text.slice(end, end + 1));
  return { kind: "hidden", start, end, replacement: divides ? " " : "" };
}
