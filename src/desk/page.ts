/** The desk's own page, and the preview inside it. */
import { renderDevPage, type Preview } from "../dev/preview.ts";
import { NONCE } from "../dev/nonce.ts";
import { randomBytes } from "node:crypto";

/** The face of the pages where the machine has none for Han characters; at `font` below each page. */
export const PAGE_FONT = "@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-500-normal.woff2";
/** Addresses that the preview knows; below the desk they follow the project's address. */
const PREVIEW = "/@luduan/";

export interface Sealed {
  readonly html: string;
  readonly policy: string;
}

/** The desk itself, or the page before it; `script` names its script and styles. */
export function renderDeskPage(lang: "zh" | "en", script: "desk" | "desk-begin"): Sealed {
  const nonce = randomBytes(16).toString("base64url");
  const html = `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="luduan-nonce" content="${nonce}">
<title>Luduan</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">@font-face{font-family:"Luduan Desk";src:url("font")}</style>
<link rel="preload" href="font" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="client/${script}.css">
</head>
<body class="${script}">
<script src="client/${script}.js"></script>
</body>
</html>
`;
  return { html, policy: [...COMMON, "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "connect-src 'self'", "frame-src 'self'", "frame-ancestors 'none'"].join("; ") };
}

const COMMON = ["default-src 'none'", "font-src 'self'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'"];

/** The deck for the frame inside the desk; it gets its patches from the page around it. */
export function renderFrame(preview: Preview | null, base: string, script: "desk-preview" | "desk-slides" | "desk-cover"): Sealed {
  const nonce = randomBytes(16).toString("base64url");
  const html = belowBase(renderDevPage(preview, `${PREVIEW}${script}`), base).replaceAll(NONCE, nonce);
  return { html, policy: [...COMMON, "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "frame-ancestors 'self'"].join("; ") };
}

/** A page, a style sheet or a patch with the preview's addresses where this desk serves them. */
export function belowBase(text: string, base: string): string {
  return text.replaceAll(PREVIEW, `${base}${PREVIEW}`);
}

/** A preview of some slides alone, for a picture. */
export function onlySlides(preview: Preview | null, ids: readonly string[]): Preview | null {
  if (preview === null) return null;
  const slides = ids.flatMap((id) => { const slide = preview.slides.get(id); return slide === undefined ? [] : [[id, slide] as const]; });
  return { ...preview, slides: new Map(slides), order: slides.map(([id]) => id) };
}
