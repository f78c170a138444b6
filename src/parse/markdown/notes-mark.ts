/** The mark that begins the speaker notes, in every way people write it. What is meant for the podium must not reach the hall. */

/** White space of any kind and characters that nobody sees. */
const GAP = /[\s\u00AD\u200B-\u200F\u2060]/u;
const COLON = "[:：∶︓︰﹕꞉;；]";
const OPENER = "[【\\[〔〖（(「『《〈<＜“‘\"'［｛{]";
const CLOSER = "[】\\]〕〗）)」』》〉>＞”’\"'］｝}]";
/** Bold, italics, struck out, simple tags, backslashes. */
const STYLE = "(?:[*_~\\\\]|</?[a-z]{1,6}>)";

/** Words for what is spoken, and what people write around them: 以下为讲稿, 备注内容. */
const HAN_WORD =
  "(?:(?:以下|下面)[为是])?(?:(?:演讲者?|演示|幻灯片?|PPT|[本此该]?页面?|发言人?|讲话人?|汇报人?|报告人?|主持人?|讲者|讲解|内部|口头)?[备備][注註](?:说明|内容|信息|事项|栏)?|(?:发言|發言|演[讲講]|[讲講][话話]|汇报|讲解|解说|口播|播音|配音|主持|朗读|宣讲|致辞|念|逐字|口头|口语|[本此该]页讲|[讲講])稿|(?:解说|主讲|讲解|演讲|发言|主持|提|串|台)词|口播|旁白)(?:如下)?";
/** Words that may as well be a slide's own, and slips of the pen: never read as the mark in silence, nor as something to show. */
const SOFT_WORD =
  "(?:(?:演讲者?|发言人?|讲话|主持人?|讲解|讲述|口头|汇报)(?:要点|提示|备忘|注释|批注|内容)|(?:发言|讲话|汇报|演讲)(?:材料|文本)|(?:手|底|文|口|讲话文字|文字)?稿[子件]?|(?:演讲者?|发言人?|讲者|主持人?|内部)?(?:备忘录?|批[注註]|注[释釋]|口述|脚本|腳本|台本|配音|解说|讲解|提词|提示语|画外音|话术|口径|念白|对白)|(?:发言|演[讲講]|[讲講][话話]|汇报|讲解)提纲|口头(?:补充|说明|讲)|(?:现场|[仅只])(?:口头|[讲念说])|仅供口头|不上屏|不投屏|讲者说|(?:仅供)?内部(?:参考|掌握)|[备備][住著考]|[被背][注註]|narration|narrator|voice-?over|tosay|speaker|presenter|spoken(?:text|words|part)?|annotations?|memo|cues?|(?:to)?bespoken|say(?:this)?|whattosay|oral(?:ly)?|readaloud)";
/** What an event has, so that a programme may name it: the mark of notes only before words that are plainly spoken. */
const EVENT_WORD = "(?:(?:领导|书记|市长|区长|县长|镇长|代表|嘉宾|主持人?)?(?:致[辞詞词]|发言|發言|演[讲講]|[讲講][话話]|汇报|述职|陈述)|开场白|结束语|speech|remarks|address)";
const ENGLISH_WORD = "(?:(?:(?:speaker|presenter|speaking|speech|slide|private|internal|podium)['’]?s?['’]?)?notes?(?:for(?:the)?(?:speaker|presenter|podium|speech|talk)s?|to(?:(?:the)?(?:speaker|presenter)|self))?|(?:speaking|talking)points?|(?:speaker)?script|transcript)";
const COUNT = "[0-9一二三四五六七八九十①-⑳⑴-⒇㈠-㈩]{0,2}";
/** Brackets behind the word, but not the address of a link. */
const REMARK = "(?:(?<!\\])[（(【\\[][^（(【\\[）)】\\]]{0,20}[）)】\\]])?";
/** At most so many marks stand around a word: without a bound, hostile lines would take quadratic time. */
const CLOSING = `(?:${STYLE}|${CLOSER}){0,8}`;

/** At the start of a line: what stands around the word, and its colon. */
const MARK = new RegExp(`^(?<open>(?:${STYLE}|${OPENER}){0,8})(?:(?<han>${HAN_WORD})|${ENGLISH_WORD}|(?<soft>${SOFT_WORD})|(?<event>${EVENT_WORD}))(?<count>${COUNT})(?<inner>${CLOSING}${REMARK}${CLOSING})(?<colon>${COLON}?)(?<outer>${CLOSING})${COLON}?`, "iu");
/** Those of them that a slide may credit somebody with: `Speaker: Li Ming`, 解说：李明. */
const PERFORMER = /^(?:narrat(?:ion|or)|voice-?over|speaker|presenter|配音|解说|讲解|口述|脚本|台本|画外音|念白)$/iu;
/** Parts of a person's name and office in English: capitals, initials, the small words between them, offices. */
const NAME_PART = String.raw`(?:\p{Lu}[\p{L}'’-]*\.?|(?:de|da|van|von|bin|al|of|the|and|for|mayor|deputy|vice|governor|director|secretary|minister|chair(?:man|woman)?|head|chief|professor|president|engineer)(?!\p{L})|&)`;
const ENGLISH_NAMES = new RegExp(String.raw`^\p{Lu}\p{L}+\.?(?:[ ,(/]+${NAME_PART}){1,11}(?<![\p{Ll}]{3}\.)\)?$`, "u");
/** One to four people with their offices; the hundred commonest surnames. */
const SURNAME = "(?:欧阳|上官|司马|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤])";
const HAN_NAME = `${SURNAME}\\p{Script=Han}{1,2}(?:同志|先生|女士|教授|老师)?(?:[（(]\\p{Script=Han}{2,12}[）)])?`;
const HAN_NAMES = new RegExp(`^${HAN_NAME}(?:[、，,/\\s]+${HAN_NAME}){0,3}$`, "u");
/** A line of a programme that is nothing but somebody with an office: 镇长李明, 李明 镇长, 李明（镇长）. */
const OFFICE = "\\p{Script=Han}{0,12}(?:书记|[省市区县镇乡局厅处科所校院会社部组]长|主任|主席|委员|代表|经理|教授|专员|嘉宾|秘书长|董事长|负责人)";
const SOMEBODY = new RegExp(`^(?:${OFFICE}[ \u3000：:]*${HAN_NAME}|${HAN_NAME}(?:[ \u3000，,、]+${OFFICE})?)$`, "u");
/** What only a speech says: an address to those who listen, or a whole sentence. */
const SPOKEN = /^(?:尊敬的|各位|同志们|大家|女士们|先生们|朋友们|现在|下面|接下来|首先|我|good (?:morning|afternoon|evening)|ladies|dear|distinguished|thank you|welcome|today|we|I|let me|now)(?!\p{Script=Latin})|[。！？；!?;]|，.*，|\p{Ll}\.$/iu;
/** What begins a part of a slide: an item, a quote, a heading. */
const BLOCK_MARKS = /^\s*(?:(?:[-+*>＞•●▪■◆‣➢·○□①-⒛㈠-㈩=~～※★☆▲△▼▽◇◎→⇒►▶☞/—–―.…]|\p{Extended_Pictographic}\uFE0F?|[（(]?[\d０-９一二三四五六七八九十]{1,9}[.)、．）]|#{1,6}|＃{1,6})\s*)+/u;
/** A row of a table with one cell, or whose first cell ends with a colon: a column may be called 备注, such a row is none of its cells. */
const ONLY_CELL = /^[\s\uFEFF]*[|｜](?=[^|｜]*(?:[|｜]?\s*$|[:：∶︓︰﹕꞉;；]\s*[|｜]))/u;
/** Stands for a gap where it matters that there is one. */
const SEPARATOR = "│";
/** Behind other words of a line. */
const INSIDE = new RegExp(
  `(?:[备備]│?[注註]${COUNT}|(?<![\\p{L}\\p{N}])(?:发言|演讲|讲话|汇报|讲)│?稿)(?:${STYLE}|${CLOSER}|│){0,8}${REMARK}(?:${STYLE}|${CLOSER}|│){0,8}[:：∶︓︰﹕꞉]|(?:^|[.!?。！？；;|｜(（【>\\\\])│?(?:speaker│?)?notes?│?[:：]`,
  "iu",
);
const CODE_SPAN = /(`+)(?:(?!\1)[^])*\1/gu;

/** How a line begins the notes. */
export interface NotesMark {
  /** `sure`: what follows is spoken. `unclear`: it may be that, or words to be shown. */
  readonly kind: "sure" | "unclear";
  /** Where the mark begins and where the words after it begin, in the line. */
  readonly from: number;
  readonly to: number;
  /** Length of the emphasis that begins the mark and goes on behind it, such as `**` of `**备注：…**`. */
  readonly style: number;
}

/** A line without what nobody sees, and the place of each character that is left, with the line's length at the end. */
interface Bare {
  readonly text: string;
  readonly places: readonly number[];
}

/** Reads the mark at the start of a line of a slide; null for any other line. `next` is what stands below it. */
export function readNotesMark(line: string, next = ""): NotesMark | null {
  const bare = makeBare(line);
  const match = MARK.exec(bare.text);
  if (match === null) return null;
  const kind = match.groups!["event"] === undefined ? judge(match, bare, line) : judgeEvent(match, bare, line, next);
  if (kind === null) return null;
  const end = match[0].length;
  return { kind, from: bare.places[0]!, to: bare.places[end]!, style: openStyle(match.groups!, bare) };
}

/** Where a line that is shown on a slide holds a mark, behind the marks of its block or behind other words; null where it holds none. `next` is what stands below it. */
export function findShownMark(line: string, next = ""): { readonly from: number; readonly to: number } | null {
  const start = (BLOCK_MARKS.exec(line) ?? ONLY_CELL.exec(line))?.[0].length ?? 0;
  const mark = readNotesMark(line.slice(start), next);
  if (mark !== null) return { from: start + mark.from, to: start + mark.to };
  const shown = line.replaceAll(CODE_SPAN, (code) => "`".repeat(code.length));
  const { text, places } = makeBare(shown, SEPARATOR);
  const match = INSIDE.exec(text);
  return match === null ? null : { from: places[match.index]!, to: places[match.index + match[0].length - 1]! + 1 };
}

/** `gap` stands for each run of what nobody sees. */
function makeBare(line: string, gap = ""): Bare {
  let text = "";
  const places: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const unit = line.charAt(at);
    if (GAP.test(unit)) {
      if (gap === "" || text.endsWith(gap)) continue;
      text += gap;
      places.push(at);
      continue;
    }
    // Letters and digits of full width are read as their plain forms.
    text += /[０-９Ａ-Ｚａ-ｚ]/u.test(unit) ? String.fromCharCode(unit.charCodeAt(0) - 0xfee0) : unit;
    places.push(at);
  }
  places.push(line.length);
  return { text, places };
}

/** The words behind a mark, as they are written. */
function writtenBehind(match: RegExpExecArray, { places }: Bare, line: string): string {
  return line.slice(places[match[0].length]).replace(/(?<![*_~|｜\s])[*_~|｜\s]+$/u, "").trim();
}

/** What an event has begins the notes where what is spoken follows; a programme names somebody there, or below. */
function judgeEvent(match: RegExpExecArray, bare: Bare, line: string, next: string): NotesMark["kind"] | null {
  if (match.groups!["colon"] === "") return null;
  const written = writtenBehind(match, bare, line);
  const programme = written === "" && SOMEBODY.test(next.replace(BLOCK_MARKS, "").trim());
  return !programme && (written === "" || SPOKEN.test(written)) ? "unclear" : null;
}

function judge(match: RegExpExecArray, bare: Bare, line: string): NotesMark["kind"] | null {
  const { text, places } = bare;
  const { open, soft, han, count, inner, colon, outer } = match.groups as Record<string, string>;
  const end = match[0].length;
  const rest = text.slice(end);
  if (soft !== undefined && creditsSomebody(soft, writtenBehind(match, bare, line))) return null;
  const bracket = new RegExp(OPENER, "u").exec(open!.replaceAll(/<\/?[a-z]{1,6}>/gu, ""))?.[0] ?? "";
  const closed = new RegExp(CLOSER, "u").test(inner!) || (colon !== "" && new RegExp(CLOSER, "u").test(outer!));
  if (colon !== "") {
    if (soft !== undefined) return "unclear";
    // `Note 1:` and （备注：…） are also what a footnote on a slide looks like.
    return (bracket !== "" && !closed) || (han === undefined && count !== "") ? "unclear" : "sure";
  }
  if (rest === "") return soft === undefined ? "sure" : "unclear";
  if (bracket !== "") {
    if (/[【[〔〖［]/u.test(bracket)) return rest.startsWith("(") || rest.startsWith("（") ? null : "sure";
    return /[（(「『]/u.test(bracket) && closed ? "unclear" : null;
  }
  const divider = han === undefined ? /^(?:[-–—=|｜，。]|\.(?!\p{L}{0,3}\.))/u : /^[-–—=|｜.．。,，…~～]/u;
  if (divider.test(rest)) return "unclear";
  if (han === undefined || /(?:说明|内容|信息|事项|栏|如下)$/u.test(han)) return null;
  const apart = places[end]! > places[end - 1]! + 1;
  return /^[\p{L}\p{N}]/u.test(rest) && (apart || inner !== "") ? "unclear" : null;
}

/** Whether a slide names who speaks, as a programme does, and nothing that is spoken. */
function creditsSomebody(word: string, written: string): boolean {
  const names = written.replace(/^[-–—|｜\s]+/u, "");
  return PERFORMER.test(word) && (ENGLISH_NAMES.test(names) || HAN_NAMES.test(names));
}

/** Length of a style that opens before the word and does not close around it. */
function openStyle({ open = "", inner = "", outer = "" }: Readonly<Record<string, string | undefined>>, { places }: Bare): number {
  const style = /^(?:\*+|_+|~~|<[a-z]{1,6}>)/iu.exec(open)?.[0].length ?? 0;
  const whole = style > 0 && places[style - 1] === (places[0] ?? 0) + style - 1;
  return whole && !new RegExp(STYLE, "iu").test(inner + outer) ? style : 0;
}
