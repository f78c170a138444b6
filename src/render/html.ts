/** Small pieces of HTML: escaping, and elements with their attributes. */

/** Text made safe for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return !/[&<>"]/.test(text) ? text : text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Attributes of an element; null leaves an attribute out, values are escaped. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element around content that is already HTML; null content makes a void element. */
export function element(name: string, attributes: Attributes, content: string | null): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) open += ` ${key}="${escapeHtml(String(value))}"`;
  }
  return content === null ? `${open}>` : `${open}>${content}</${name}>`;
}

/** A class list without the empty names; null when nothing is left. */
export function classes(...names: readonly (string | null | false)[]): string | null {
  const list = names.filter((name) => name !== null && name !== false && name !== "");
  return list.length === 0 ? null : list.join(" ");
}
