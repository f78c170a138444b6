/** The player: a page around kiosk.html that takes new editions from any web server, and keeps the last good one. */
import type { Language } from "../model/deck.ts";
import { PLAYER_DATA_ID, type PlayerSettings } from "../model/player.ts";
import { renderHead } from "../render/page/head.ts";
import { inlineScript } from "../render/page/inline.ts";

/** What a browser leaves behind at each change of slide goes with its frame: some 2 KB (`node tests/bench/kiosk.mjs`), 4 MB in so many changes, a few hours. */
export const WORN = 2000;
/** A player of a plain folder looks for a new edition each minute, and gives a silent loop ten seconds. */
export const PLAIN_PLAYER = { report: null, every: 60_000, silence: 10_000, worn: WORN } as const;

const WAITING: Readonly<Record<Language, string>> = {
  "zh-CN": "正在等节目。收到完整的一版就开始播放。",
  en: "Waiting for a programme. It starts with the first complete edition.",
};
/** A start from what was kept is faster; in seconds. */
const PATIENCE = 10;

const STYLE = `html, body { height: 100%; margin: 0; overflow: hidden; background: #000; color: #fff8e8; cursor: none; }
iframe { position: fixed; inset: 0; z-index: 1; width: 100%; height: 100%; border: 0; opacity: 0; }
iframe.up { z-index: 2; opacity: 1; transition: opacity 240ms ease-out; }
iframe.up.old { z-index: 1; }
p { position: fixed; inset: 45vh 6vw auto; margin: 0; font: 500 4vmin/1.7 sans-serif; text-align: center; animation: wait 1ms ${PATIENCE}s both; }
@keyframes wait { from { visibility: hidden; } to { visibility: visible; } }
@media (prefers-reduced-motion: reduce) { iframe.up { transition: none; } }
@media print { body { display: none; } }`;

/**
 * The player's page. Its policy allows inline scripts because a frame made of bytes has the policy of the page that made it, and
 * the hashes of the next edition are not known yet; each loop's own policy, with its hashes, holds as well, and so does the frame's sandbox.
 */
export function renderPlayer(lang: Language, title: string, script: string, settings: PlayerSettings): string {
  const policy = ["script-src 'self' 'unsafe-inline'", "style-src 'unsafe-inline'", "font-src data:", "img-src data:", "connect-src 'self'", "frame-src blob:", "worker-src 'self'"];
  return `${renderHead({ lang, title, description: null, author: null, policy, rest: `<link rel="icon" href="data:,">\n<style>${STYLE}</style>` })}<body>
<p>${WAITING[lang]}</p>
<script type="application/json" id="${PLAYER_DATA_ID}">${JSON.stringify(settings).replaceAll("<", "\\u003c")}</script>
<script>${inlineScript(script)}</script>
</body>
</html>
`;
}
