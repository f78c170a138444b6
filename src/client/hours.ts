/** Opening hours of a screen. */

/** Minutes since midnight; `to` may be on the next day. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** `08:30-17:30`; null if absent or not a span of time: a screen that plays is better than one that stays dark. */
export function parseHours(text: string | null): Hours | null {
  const match = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text?.trim() ?? "");
  if (match === null) return null;
  const from = Number(match[1]) * 60 + Number(match[2]);
  const to = Number(match[3]) * 60 + Number(match[4]);
  return from === to ? null : { from, to };
}

export function isOpen({ from, to }: Hours, now: Date): boolean {
  const minute = now.getHours() * 60 + now.getMinutes();
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
