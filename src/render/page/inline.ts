/** Scripts and styles inside a page, and the hashes by which its policy lets them run. */
import { createHash } from "node:crypto";

/** A script that can stand between tags: what would end or open one is written with an escape that means the same. */
export function inlineScript(script: string): string {
  return script.replace(/<(\/script|!--)/gi, "\\x3c$1");
}

/** A style sheet that can stand between tags. */
export function inlineStyle(style: string): string {
  return style.replace(/<\/(style)/gi, "<\\/$1");
}

/** `'sha256-…'` of an inline script or style, for the page's policy. */
export function policyHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
