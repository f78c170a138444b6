/** Opening hours of a screen, by the clock of its machine. */
import { DAY, type OpeningHours } from "../model/opening.ts";

/** Whether a screen plays now. A span that began before midnight goes on into a closed day. */
export function isOpen(hours: OpeningHours, now: Date): boolean {
  const minute = now.getHours() * 60 + now.getMinutes();
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return plays(hours, now, minute) || plays(hours, yesterday, minute + DAY);
}

function plays({ week, closed }: OpeningHours, date: Date, minute: number): boolean {
  if (!(week[date.getDay()] ?? []).some(([from, to]) => minute >= from && minute < to)) return false;
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const full = `${date.getFullYear()}-${day}`;
  return !closed.some(([from, to]) => {
    const key = from.length === day.length ? day : full;
    return from <= to ? key >= from && key <= to : key >= from || key <= to;
  });
}
