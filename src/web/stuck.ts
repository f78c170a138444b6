/** Words on a screen whose page could not start: half a file, or a browser too old for the script. */
import type { Language } from "../model/deck.ts";

const WORDS: Readonly<Record<Language, string>> = {
  "zh-CN": "这块屏幕的节目没有启动。\\A 文件可能没有拷贝完整，或者浏览器太旧。\\A 请重新拷贝 kiosk.html，或换新的浏览器。",
  en: "This screen's programme has not started.\\A The file may be incomplete, or the browser too old.\\A Copy kiosk.html again, or update the browser.",
};
/** A slow machine takes as long to start; in seconds. */
const PATIENCE = 10;

/**
 * A style of its own before all others, so that it is whole wherever the file ends. It needs no body, no font and no script, and
 * properties that every browser has; the loop ends it by the class `started`.
 */
export function stuckStyle(lang: Language): string {
  return `html:not(.started)::before { content: "${WORDS[lang]}"; position: fixed; top: 0; right: 0; bottom: 0; left: 0; z-index: 99; box-sizing: border-box; padding: 38vh 6vw 0; background: #0a1517; color: #fff8e8; font: 500 4vmin/1.7 sans-serif; text-align: center; white-space: pre-wrap; animation: stuck 1ms ${PATIENCE}s both; }
@keyframes stuck { from { visibility: hidden; } to { visibility: visible; } }`;
}
