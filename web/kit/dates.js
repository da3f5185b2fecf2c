/** Days and moments as the bureau reads them: the city's clock, 2026-11-20 in tables, 11月20日 in sentences. */
import { language } from './words.js';

const ZONE = 'Asia/Shanghai';
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const isoTime = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

const weekdays = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'UTC', weekday: 'short' });

/** 2026-11-20 09:41 */
export function moment(instant) {
  if (!instant) {
    return '';
  }
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? String(instant) : `${isoDay.format(at)} ${isoTime.format(at)}`;
}

/** 11月20日 周五 09:41 */
export function clock(at = new Date()) {
  const weekday = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone: ZONE, weekday: 'short' });
  return `${sentenceDay(isoDay.format(at))} ${weekday.format(at)} ${isoTime.format(at)}`;
}

/** 11月20日, or 20 November */
export function sentenceDay(day) {
  return language === 'en' ? inEnglish(day) : inChinese(day);
}

export function inChinese(day) {
  const [, month, date] = day.slice(0, 10).split('-').map(Number);
  return `${month}月${date}日`;
}

export function inEnglish(day) {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day.slice(0, 10)}T00:00Z`),
  );
}

/** 周四 */
export function weekday(day) {
  return weekdays.format(Date.parse(`${day}T00:00Z`));
}

/** 11-20, for lists whose year is plain. */
export function shortDay(day) {
  return day.slice(5);
}

/** The city's day of a moment. */
export function dayOf(instant) {
  return isoDay.format(new Date(instant));
}

/** Today in the city. */
export function today() {
  return isoDay.format(new Date());
}

/** Whole days from one day to another. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}
