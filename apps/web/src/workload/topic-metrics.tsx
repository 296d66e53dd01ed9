import { MetricCard } from './metric-card.tsx';
import { MetricTable } from './metric-table.tsx';
import classes from './topic-view.module.css';
import type { Topic } from './topics.ts';
import { mainKindOf } from './topics.ts';
import type { useFreshness } from './use-freshness.ts';
import type { TopicAnswers } from './use-topic-answers.ts';

interface Props {
  readonly workload: string;
  readonly topic: Topic;
  readonly answers: TopicAnswers;
  readonly freshness: ReturnType<typeof useFreshness>['data'];
}

/** Every metric of a topic: a card each, and those that are tables as wide as there is room. */
export const TopicMetrics = ({ workload, topic: { metrics }, answers, freshness }: Props) => (
  <div className={classes.cards}>
    {metrics.map((metric) => {
      const result = answers.find(metric.id);
      if (!result) return null;
      if (metric.kind === 'table')
        return (
          <div key={metric.id} className={classes.wide}>
            <MetricTable metric={metric} result={result} workload={workload} />
          </div>
        );
      return (
        <MetricCard
          key={metric.id}
          metric={metric}
          workload={workload}
          answer={answers.answer}
          result={result}
          earlier={answers.findEarlier(metric.id)}
          freshness={freshness?.get(mainKindOf(metric))}
        />
      );
    })}
  </div>
);
