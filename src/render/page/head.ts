/** The head of every page that we write. */
import type { Language } from "../../model/deck.ts";
import { escapeHtml } from "../html.ts";

export interface Head {
  readonly lang: Language;
  readonly title: string;
  /** Null if the page has none. */
  readonly description: string | null;
  readonly author: string | null;
  /** Sources that the page may load, one directive each: `style-src 'self'`. Everything else is blocked. */
  readonly policy: readonly string[];
  /** Links, styles and scripts, after the meta elements. */
  readonly rest: string;
}

/** From the doctype to the end of the head. No browser offers to translate the page: figures and names are as published. */
export function renderHead({ lang, title, description, author, policy, rest }: Head): string {
  const named = [["description", description], ["author", author]] as const;
  const meta = named.flatMap(([name, content]) => (content === null ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">\n`]));
  const directives = ["default-src 'none'", ...policy, "base-uri 'none'", "form-action 'none'"];
  return `<!doctype html>
<html lang="${lang}" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${directives.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Luduan">
<meta name="google" content="notranslate">
<meta name="referrer" content="no-referrer">
${meta.join("")}<title>${escapeHtml(title)}</title>
${rest}
</head>
`;
}
