/** Numbers as word processors write them before paragraphs: ECMA-376-1, 17.18.59 (ST_NumberFormat). */

const HAN = "〇一二三四五六七八九";
const LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖";
const LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const CHICAGO = "*†‡§";
/** The first of a row of Unicode signs, and how many there are; what is beyond is written in digits. */
const SIGNS: Readonly<Record<string, readonly [first: number, count: number]>> = {
  decimalEnclosedCircle: [0x2460, 20],
  decimalEnclosedCircleChinese: [0x2460, 20],
  decimalEnclosedParen: [0x2474, 20],
  decimalEnclosedFullstop: [0x2488, 20],
  ideographEnclosedCircle: [0x3280, 10],
};
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"],
];

/** Formats that are not here are written in digits. */
const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  none: () => "",
  bullet: () => "",
  decimalZero: (number) => String(number).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (number) => letters(number).toLowerCase(),
  ordinal: (number) => `${number}${/(?<!1)1$/.test(String(number)) ? "st" : /(?<!1)2$/.test(String(number)) ? "nd" : /(?<!1)3$/.test(String(number)) ? "rd" : "th"}`,
  hex: (number) => number.toString(16).toUpperCase(),
  numberInDash: (number) => `- ${number} -`,
  chicago: (number) => CHICAGO[(number - 1) % 4]!.repeat(Math.min(Math.ceil(number / 4), 20)),
  chineseCounting: (number) => (number < 100 ? hanNumber(number) : digits(number, HAN)),
  taiwaneseCounting: (number) => (number < 100 ? hanNumber(number) : digits(number, `○${HAN.slice(1)}`)),
  chineseCountingThousand: hanNumber,
  taiwaneseCountingThousand: hanNumber,
  // 百 and 千 stand without a 一 in Japanese: 百一.
  japaneseCounting: (number) => hanNumber(number).replace(/一(?=[百千])/g, "").replaceAll("零", ""),
  ideographDigital: (number) => digits(number, HAN),
  japaneseDigitalTenThousand: (number) => digits(number, HAN),
  taiwaneseDigital: (number) => digits(number, `○${HAN.slice(1)}`),
  chineseLegalSimplified: (number) => legalNumber(number, LEGAL_SIMPLIFIED, "万"),
  ideographLegalTraditional: (number) => legalNumber(number, LEGAL_TRADITIONAL, "萬"),
  ideographTraditional: (number) => STEMS[number - 1] ?? String(number),
  ideographZodiac: (number) => BRANCHES[number - 1] ?? String(number),
  ideographZodiacTraditional: (number) => (number <= 60 ? `${STEMS[(number - 1) % 10]}${BRANCHES[(number - 1) % 12]}` : String(number)),
};

/** The number in a format; `pattern` is the `w:format` of a custom one, such as `001, 002, 003, ...`. */
export function formatNumber(number: number, format: string, pattern = ""): string {
  if (format === "custom") return String(number).padStart(/^0*1(?=,)/.exec(pattern)?.[0].length ?? 0, "0");
  if (number < 1) return format === "none" || format === "bullet" ? "" : String(number);
  const [first, count] = SIGNS[format] ?? [0, 0];
  if (number <= count) return String.fromCodePoint(first + number - 1);
  return Object.hasOwn(FORMATS, format) ? FORMATS[format]!(number) : String(number);
}

function fullWidth(number: number): string {
  return String(number).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

/** A to Z, then AA to ZZ, then AAA: a letter is repeated, not counted on. */
function letters(number: number): string {
  return String.fromCodePoint(65 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 20));
}

function roman(number: number): string {
  if (number > 4999) return String(number);
  let [rest, text] = [number, ""];
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}

function digits(number: number, signs: string): string {
  return String(number).replaceAll(/\d/g, (digit) => signs[Number(digit)]!);
}

/** 十一, 二十, 一百零一, 一千一百一十; a ten at the front has no 一. */
function hanNumber(number: number): string {
  return placeValues(number, `零${HAN.slice(1)}`, ["", "十", "百", "千"], "万").replace(/^一十/, "十");
}

function legalNumber(number: number, signs: string, myriad: string): string {
  return placeValues(number, signs, ["", "拾", "佰", "仟"], myriad);
}

function placeValues(number: number, signs: string, places: readonly string[], myriad: string): string {
  if (number >= 100_000) return String(number);
  if (number >= 10_000) {
    const rest = number % 10_000;
    const gap = rest > 0 && rest < 1000 ? signs[0]! : "";
    return `${placeValues(Math.floor(number / 10_000), signs, places, myriad)}${myriad}${rest === 0 ? "" : gap + placeValues(rest, signs, places, myriad)}`;
  }
  const written = [...String(number)].map((digit, index, all) => (digit === "0" ? signs[0]! : signs[Number(digit)]! + places[all.length - 1 - index]!)).join("");
  return written.replace(new RegExp(`${signs[0]}+$`), "").replace(new RegExp(`${signs[0]}+`, "g"), signs[0]!);
}
