/** CSS without comments and needless white space; strings stay as they are. */
export function shortenCss(css: string): string {
  const kept = /("(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|\/\*[\s\S]*?\*\//g;
  const spaces = /("(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|\s*([{};,])\s*|(:)\s+|\s+/g;
  return css
    .replace(kept, (_, text: string | undefined) => text ?? "")
    .replace(spaces, (_, text?: string, mark?: string, colon?: string) => text ?? mark ?? colon ?? " ")
    .replaceAll(";}", "}");
}
