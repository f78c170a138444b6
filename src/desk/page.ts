/** The desk's own page, and the preview inside it. */
import { renderDevPage, type Preview } from "../dev/preview.ts";
import { NONCE } from "../dev/nonce.ts";
import { randomBytes } from "node:crypto";

/** Addresses that the preview knows; below the desk they follow its key. */
const PREVIEW = "/@luduan/";

export interface Sealed {
  readonly html: string;
  readonly policy: string;
}

export function renderDeskPage(lang: "zh" | "en"): Sealed {
  const nonce = randomBytes(16).toString("base64url");
  const html = `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="luduan-nonce" content="${nonce}">
<title>Luduan</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="client/desk.css">
</head>
<body class="desk">
<script src="client/desk.js"></script>
</body>
</html>
`;
  return { html, policy: [...COMMON, "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "connect-src 'self'", "frame-src 'self'", "frame-ancestors 'none'"].join("; ") };
}

const COMMON = ["default-src 'none'", "font-src 'self'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'"];

/** The deck for the frame inside the desk; it gets its patches from the page around it. */
export function renderFrame(preview: Preview | null, key: string, script: "desk-preview" | "desk-slides"): Sealed {
  const nonce = randomBytes(16).toString("base64url");
  const html = belowKey(renderDevPage(preview, `${PREVIEW}${script}`), key).replaceAll(NONCE, nonce);
  return { html, policy: [...COMMON, "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "frame-ancestors 'self'"].join("; ") };
}

/** A page, a style sheet or a patch with the preview's addresses where this desk serves them. */
export function belowKey(text: string, key: string): string {
  return text.replaceAll(PREVIEW, `/${key}${PREVIEW}`);
}
