/** The page that phones get: our own files alone, and nothing of the deck until the PIN was right. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "../model/deck.ts";
import type { World } from "../world/world.ts";
import { isForeign, readTarget } from "./gate.ts";
import { mediaType } from "./media-types.ts";

const FILES: Readonly<Record<string, string>> = { "/phone.js": "build/client/phone.js", "/phone.css": "build/client/phone.css" };

/** Answers phones. */
export function createPhonePage(lang: Language, secure: boolean, world: World): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async ({ url = "/", method, headers }, response) => {
    const path = readTarget(url)?.pathname ?? "";
    const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
    if (path !== "/" && file === undefined) return void response.writeHead(404).end();
    if (isForeign(headers, path === "/")) return void response.writeHead(403).end();
    const bytes = file === undefined ? Buffer.from(renderPage(lang)) : await world.readToolFile(file);
    if (bytes === null) return void response.writeHead(404).end();
    // The Host has passed the gate. Safari before 15.4 does not count sockets among `self`.
    if (file === undefined) response.setHeader("content-security-policy", `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src ${secure ? "wss" : "ws"}://${headers.host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
    response.writeHead(200, { "content-type": file === undefined ? mediaType("page.html") : mediaType(path), "content-length": bytes.length, "cache-control": "no-store" });
    response.end(method === "HEAD" ? undefined : bytes);
  };
}

function renderPage(lang: Language): string {
  return `<!doctype html>
<html lang="${lang}" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Luduan</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/phone.css">
</head>
<body>
<script src="/phone.js"></script>
</body>
</html>
`;
}
