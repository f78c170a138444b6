/** Wraps sentences of speaker notes in blocks of their own, so that a page need not end inside one. */

const PARAGRAPH = /(<p\b[^>]*>)([\s\S]*?)(?=<\/p>)/g;
const TOKEN = /<[^>]*>|&#?\w+;|[^<]/gu;
/** A full stop that ends no sentence: after a title, a word before a number, an initial. */
const ABBREVIATION = /(?:^|[^\p{L}])(?:Dr|Mr|Mrs|Ms|Prof|Gen|Sen|St|No|Art|Sec|Fig|Vol|\p{Lu})\.\s*$/u;
const OPENS = /[“‘（《〈「『【〔([{]/u;
const CLOSES = /[”’）》〉」』】〕)\]}，。、；：？！…]/u;
const VOID = /^<(?:br|wbr|img)\b/;

/** Wraps each sentence of each paragraph; a sentence that ends inside bold or other markup is joined with the next. */
export function markSentences(html: string, lang: string): string {
  const segmenter = new Intl.Segmenter(lang, { granularity: "sentence" });
  return html.replace(PARAGRAPH, (_, open: string, inner: string) => open + splitSentences(inner, segmenter).map((sentence) => `<span class="said">${sentence}</span>`).join(""));
}

function splitSentences(html: string, segmenter: Intl.Segmenter): string[] {
  const tokens = html.match(TOKEN) ?? [];
  const text = tokens.map((token) => (isTag(token) ? "" : token === "&quot;" ? '"' : isEntity(token) ? "&" : token)).join("");
  const ends = new Set(Array.from(segmenter.segment(text)).flatMap(({ index, segment }) => (ABBREVIATION.test(segment) ? [] : [moveEnd(text, index + segment.length)])));
  const sentences = [""];
  let [at, depth, cut] = [0, 0, 0];
  for (const token of tokens) {
    // A sentence begins with its first character or with the tag that opens right before it.
    if (depth === 0 && at > cut && ends.has(at) && !token.startsWith("</")) {
      sentences.push("");
      cut = at;
    }
    sentences[sentences.length - 1] += token;
    if (!isTag(token)) at += isEntity(token) ? 1 : token.length;
    else if (!VOID.test(token)) depth += token.startsWith("</") ? -1 : 1;
  }
  return sentences.filter((sentence) => sentence.trim() !== "");
}

/** A sentence ends after the marks that close it and before those that open the next. */
function moveEnd(text: string, end: number): number {
  let at = end;
  while (at < text.length && CLOSES.test(text.charAt(at))) at++;
  while (at > 0 && OPENS.test(text.charAt(at - 1))) at--;
  return at;
}

function isEntity(token: string): boolean {
  return token.length > 1 && token.startsWith("&");
}

function isTag(token: string): boolean {
  return token.length > 1 && token.startsWith("<");
}
