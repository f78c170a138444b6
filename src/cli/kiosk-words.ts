/** What `luduan kiosk` prints, in both languages. */
import type { Health } from "../serve/kiosk/kiosk.ts";

interface Words {
  readonly playing: (url: string, log: string) => string;
  readonly installed: (paths: readonly string[]) => string;
  readonly status: (health: Health) => string;
}

const megabytes = (bytes: number | null): string => (bytes === null ? "–" : `${Math.round(bytes / 1024 / 1024)} MB`);
const duration = (seconds: number): string => `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;

const STATES = {
  zh: { playing: "在播放", closed: "已到休息时间，黑屏", waiting: "还没有收到完整的一版", silent: "画面没有回音" },
  en: { playing: "playing", closed: "closed, the screen is black", waiting: "no complete edition yet", silent: "no page answers" },
} as const;

const ZH: Words = {
  playing: (url, log) => `大厅屏幕已启动：${url}（状态 ${url}health，日志 ${log}）。按 Ctrl-C 结束。\n`,
  installed: (paths) => `已写入：\n${paths.map((path) => `  ${path}\n`).join("")}${process.platform === "win32" ? "导入：schtasks /Create /TN Luduan /XML 上面的文件\n取消：schtasks /Delete /TN Luduan\n" : "下次登录自动启动；现在启动：systemctl --user start luduan-kiosk\n退出：systemctl --user stop luduan-kiosk；不再自动启动：删除 luduan-kiosk.desktop\n"}`,
  status: ({ state, up, slide, loops, restarts, memory, decks }) => `${STATES.zh[state]}，第 ${loops} 轮，页面 ${slide === "" ? "–" : slide}；运行 ${duration(up)}，重启画面 ${restarts} 次，内存 ${megabytes(memory.server)}（页面 ${megabytes(memory.page)}）\n${decks.map(({ source, build, built, refused }) => `  ${source}：${build === null ? "没有" : `${build}，${built}`}${refused === null ? "" : `；新的一版没有采用：${refused}`}\n`).join("")}`,
};

const EN: Words = {
  playing: (url, log) => `The screen is on: ${url} (state ${url}health, log ${log}). Ctrl-C ends it.\n`,
  installed: (paths) => `Written:\n${paths.map((path) => `  ${path}\n`).join("")}${process.platform === "win32" ? "Import it: schtasks /Create /TN Luduan /XML FILE\nRemove it: schtasks /Delete /TN Luduan\n" : "It starts at the next log-in; now: systemctl --user start luduan-kiosk\nGet out: systemctl --user stop luduan-kiosk; for good: delete luduan-kiosk.desktop\n"}`,
  status: ({ state, up, slide, loops, restarts, memory, decks }) => `${STATES.en[state]}, round ${loops}, slide ${slide === "" ? "–" : slide}; up ${duration(up)}, window restarted ${restarts} times, memory ${megabytes(memory.server)} (page ${megabytes(memory.page)})\n${decks.map(({ source, build, built, refused }) => `  ${source}: ${build === null ? "none" : `${build}, ${built}`}${refused === null ? "" : `; the next edition is not taken: ${refused}`}\n`).join("")}`,
};

export function kioskWords(lang: "zh" | "en"): Words {
  return lang === "zh" ? ZH : EN;
}
