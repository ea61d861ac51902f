/** Days and times as people plan them. */
import { addDays, dayMs, daysBetween } from '../../i18n/days';
import { clockTime, dayRelative, dayShort, locale, t, type MessageArgs, type Parsed } from '../../i18n';

/** The Monday after `day`. */
export function nextMonday(day: string): string {
  const weekday = new Date(dayMs(day)).getUTCDay();
  return addDays(day, (8 - weekday) % 7 || 7);
}

export type QuickDay = { readonly id: 'today' | 'tomorrow' | 'next-week'; readonly day: string };

/** The days that cover most plans. */
export function quickDays(today: string): QuickDay[] {
  return [
    { id: 'today', day: today },
    { id: 'tomorrow', day: addDays(today, 1) },
    { id: 'next-week', day: nextMonday(today) },
  ];
}

/** A typed time as HH:MM: "9", "930", "9:30", "14h30", "2pm". Empty is null. */
export function parseTime(typed: string): Parsed<string | null> {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '') return { ok: true, value: null };
  const found = /^(\d{1,2})(?:\s*[:.h点时]?\s*(\d{2}))?\s*(?:h|点|时|分)?\s*(am|pm|a\.m\.|p\.m\.)?$/u.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (!found) return { ok: false, code: 'time-invalid' };
  const half = found[3]?.charAt(0);
  let hours = Number(found[1]);
  const minutes = Number(found[2] ?? '0');
  if (half === 'p' && hours < 12) hours += 12;
  if (half === 'a' && hours === 12) hours = 0;
  if (hours > 23 || minutes > 59) return { ok: false, code: 'time-invalid' };
  return { ok: true, value: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` };
}

const WEEK = 7;

/** A planned day with its weekday where that helps: "Today", "Fri 27 Nov", "2 Mar 2027". */
export function plannedDay(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days >= -1 && days <= 1) return capital(dayRelative(day, today));
  if (days < 0 || days > 3 * WEEK) return dayShort(day, today);
  const weekday = new Intl.DateTimeFormat(locale.region, { weekday: 'short', timeZone: 'UTC' }).format(dayMs(day));
  return t('day-with-weekday', { weekday, day: dayShort(day, today) });
}

/** When an activity is due: "Today, 14:00". */
export function plannedAt(day: string | null, time: string | null, today: string): string {
  if (day === null) return t('activity-undated');
  return time === null ? plannedDay(day, today) : t('day-at-time', { day: plannedDay(day, today), time: clockTime(time) });
}

/** How far a day is, where that helps: "in 45 d", "4 d late"; empty when far. */
export function dayDistance(day: string, today: string, late = false): string {
  const days = daysBetween(today, day);
  if (Math.abs(days) > 60) return '';
  if (days >= -1 && days <= 1) return dayRelative(day, today, late);
  return t(days > 0 ? 'day-in' : late ? 'day-late' : 'day-ago', { days: Math.abs(days) });
}

/** The first letter large, for words that begin a line. */
export function capital(text: string): string {
  const first = [...text][0] ?? '';
  return first.toLocaleUpperCase(locale.region) + text.slice(first.length);
}

/** A day in full, with the year when it is another one: "Saturday 21 November". */
function fullDay(day: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const format = new Intl.DateTimeFormat(locale.region, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC', ...(sameYear ? {} : { year: 'numeric' as const }) });
  return format.format(dayMs(day));
}

const near = (day: string, today: string): boolean => [0, -1].includes(daysBetween(today, day));

/** Head of a day in a timeline: "Yesterday", "Saturday 21 November". */
export function dayHead(day: string, today: string): string {
  return capital(near(day, today) ? dayRelative(day, today) : fullDay(day, today));
}

/** A sentence about a day: `<id>-near` says "today" or "yesterday", `<id>-on` the day in full. */
export function onDay(id: string, day: string, today: string, args: MessageArgs = {}): string {
  return near(day, today) ? t(`${id}-near`, { ...args, day: dayRelative(day, today) }) : t(`${id}-on`, { ...args, day: fullDay(day, today) });
}
