/** Writing XML: escaping, elements and the head of a part. */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Characters that XML 1.0 does not allow (section 2.2); a parser refuses the whole part for one. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Most texts are numbers and names, in which nothing is to be escaped. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const PLAIN = /^[^&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]*$/;

/** Text made safe for element content and for attributes in double quotes, without characters that XML does not allow. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replaceAll(FORBIDDEN, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Attributes of an element; null leaves one out, values are escaped. */
export type XmlAttributes = Readonly<Record<string, string | number | null>>;

/** An element around content that is already XML; empty content closes it at once. */
export function xml(name: string, attributes: XmlAttributes, ...content: readonly string[]): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) open += ` ${key}="${escapeXml(String(value))}"`;
  }
  const inside = content.join("");
  return inside === "" ? `${open}/>` : `${open}>${inside}</${name}>`;
}
