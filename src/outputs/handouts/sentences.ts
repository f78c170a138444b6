/** Sentences of speaker notes as blocks of their own, so that a page need not end inside one. */

const PARAGRAPH = /(<p\b[^>]*>)([\s\S]*?)(?=<\/p>)/g;
const TOKEN = /<[^>]*>|&#?\w+;|[^<]/gu;
const VOID = /^<(?:br|wbr|img)\b/;

/** Wraps each sentence of each paragraph; where a sentence ends inside bold or other marks, it goes with the next. */
export function markSentences(html: string, lang: string): string {
  const segmenter = new Intl.Segmenter(lang, { granularity: "sentence" });
  return html.replace(PARAGRAPH, (_, open: string, inner: string) => open + splitSentences(inner, segmenter).map((sentence) => `<span class="said">${sentence}</span>`).join(""));
}

function splitSentences(html: string, segmenter: Intl.Segmenter): string[] {
  const tokens = html.match(TOKEN) ?? [];
  const text = tokens.map((token) => (isTag(token) ? "" : token.startsWith("&") && token.length > 1 ? "“" : token)).join("");
  const ends = new Set(Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length));
  const sentences = [""];
  let [at, depth] = [0, 0];
  for (const token of tokens) {
    if (isTag(token)) {
      if (!VOID.test(token)) depth += token.startsWith("</") ? -1 : 1;
    } else {
      if (depth === 0 && ends.has(at) && at > 0) sentences.push("");
      at += token.startsWith("&") && token.length > 1 ? 1 : token.length;
    }
    sentences[sentences.length - 1] += token;
  }
  return sentences.filter((sentence) => sentence.trim() !== "");
}

function isTag(token: string): boolean {
  return token.length > 1 && token.startsWith("<");
}
