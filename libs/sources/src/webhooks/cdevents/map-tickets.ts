import { firstHttpUrl, fit } from '../../fit-text.ts';
import { describeIssue } from '../issue-labels.ts';
import type { Mapper } from './mapper.ts';
import { stableId } from './stable-id.ts';

const MAX_LABELS = 100;

/** An incident: open from the first event about it until `resolved`. */
export const mapIncident: Mapper = ({ context, subject, customData }, _place, predicate) => ({
  incidents: [
    {
      externalId: stableId(subject.source || context.source, subject.id),
      source: 'cdevents',
      severity: fit(customData.severity, 50),
      openedAt: customData.openedAt ?? context.timestamp,
      resolvedAt: predicate === 'resolved' ? context.timestamp : null,
      // What a resolution describes is the cure, not the problem.
      title: predicate === 'resolved' ? null : fit(subject.content.description, 500),
      updatedAt: context.timestamp,
      url: firstHttpUrl(subject.content.ticketURI, subject.content.uri, subject.content.url),
    },
  ],
});

/** A ticket of a tracker. */
export const mapTicket: Mapper = ({ context, subject, customData }, place, predicate) => {
  const { content } = subject;
  const labels = (content.labels ?? []).flatMap((label) => fit(label, 200) ?? []).slice(0, MAX_LABELS);
  const described = describeIssue(labels, content.ticketType);
  return {
    issues: [
      {
        externalId: stableId(subject.source || context.source, subject.id),
        source: 'cdevents',
        repository: place.isKnown ? place.repository : null,
        type: described.type,
        priority: fit(content.priority, 50) ?? described.priority,
        environmentFound: fit(customData.environmentFound, 200) ?? described.environmentFound,
        title: fit(content.summary, 1000),
        openedAt: customData.openedAt ?? context.timestamp,
        closedAt: predicate === 'closed' ? context.timestamp : null,
        labels,
        updatedAt: context.timestamp,
        url: firstHttpUrl(content.uri, content.url),
      },
    ],
  };
};
