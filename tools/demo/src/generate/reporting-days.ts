import { daysBetween } from './calendar.ts';
import type { Story } from './story.ts';

const MONDAY = 1;

/** The days on which a team's tools report: every Monday, and the first day, so that there is a value from the beginning. */
export const reportingDays = (story: Story): number[] =>
  daysBetween(story.start, story.end).filter(
    (day, index) => index === 0 || new Date(day).getUTCDay() === MONDAY,
  );
