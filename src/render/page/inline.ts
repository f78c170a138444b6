/** Scripts and styles inside a page, and the hashes with which the policy allows them. */
import { createHash } from "node:crypto";

/** A script that can stand between tags: whatever would end or open a tag becomes an escape with the same meaning. */
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
