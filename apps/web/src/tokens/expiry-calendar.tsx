import '@mantine/dates/styles.css';
import { useState } from 'react';
import { Text, Title } from '@mantine/core';
import { Calendar } from '@mantine/dates';
import { useMediaQuery } from '@mantine/hooks';
import { formatCalendarDate } from '../elements/format-time.ts';
import type { Ending } from './endings.ts';
import { endText } from './endings.ts';
import { EndingList } from './ending-list.tsx';
import classes from './expiry-calendar.module.css';
import { localDay } from './token-draft.ts';

/** The months ahead with the days on which tokens end; arrow keys go from day to day. */
export const ExpiryCalendar = ({ endings }: { endings: readonly Ending[] }) => {
  const [day, setDay] = useState(endings[0]?.day);
  const isWide = useMediaQuery('(min-width: 75em)', false, { getInitialValueInEffect: false });
  const isMiddle = useMediaQuery('(min-width: 48em)', false, { getInitialValueInEffect: false });
  const counts = new Map(endings.map((one) => [one.day, one.tokens.length]));
  const chosen = endings.filter((one) => one.day === day);
  const today = localDay(Date.now());
  return (
    <div className={classes.layout}>
      <Calendar
        numberOfColumns={isWide ? 3 : isMiddle ? 2 : 1}
        columnsToScroll={1}
        maxLevel="month"
        minDate={today}
        maxDate={endings.at(-1)?.day ?? today}
        defaultDate={today}
        hideOutsideDates
        highlightToday
        ariaLabels={{ nextMonth: 'Next month', previousMonth: 'Previous month' }}
        getDayAriaLabel={(date) => {
          const count = counts.get(date) ?? 0;
          return `${formatCalendarDate(date)}, ${count === 0 ? 'no token ends' : endText(count)}`;
        }}
        getDayProps={(date) => ({
          onClick: () => setDay(date),
          selected: date === day,
          'data-ends': counts.has(date) || undefined,
        })}
        renderDay={(date) => (
          // Drawn by the style sheet: the name of the day tells the number in words.
          <span className={classes.day} data-count={counts.get(date)}>
            {Number(date.slice(8))}
          </span>
        )}
        classNames={{ day: classes.button }}
      />
      <section aria-live="polite" className={classes.chosen}>
        {day !== undefined && (
          <Title order={3} size="sm" mb="xs">
            {formatCalendarDate(day)}
          </Title>
        )}
        {chosen.length > 0 ? (
          <EndingList endings={chosen} isOneDay />
        ) : (
          <Text size="sm">No token ends on this day.</Text>
        )}
      </section>
    </div>
  );
};
