import { firstHttpUrl, fit } from '../../fit-text.ts';
import { actorOf, branchOf } from '../fields.ts';
import type { Mapper } from './mapper.ts';
import { stableId } from './stable-id.ts';

/**
 * A change as one event tells it. Only `created` tells when it was opened; for the others the sender's own `openedAt`
 * stands in, else the time of the event.
 */
export const mapChange: Mapper = ({ context, subject, customData }, place, predicate) => {
  const at = context.timestamp;
  const { id, content } = subject;
  const number = /^#?(\d{1,9})$/.exec(id)?.[1];
  return {
    changes: [
      {
        externalId: stableId(subject.source || context.source, id),
        source: 'cdevents',
        repository: place.repository,
        number: number !== undefined && Number(number) > 0 ? Number(number) : null,
        title: fit(content.description?.split('\n')[0], 1000),
        author: actorOf(predicate === 'created' ? customData.author : null),
        branch: branchOf(customData.branch),
        targetBranch: branchOf(customData.targetBranch),
        openedAt: customData.openedAt ?? at,
        ...(predicate === 'reviewed'
          ? {
              reviews: [
                {
                  externalId: stableId(context.source, context.id),
                  reviewer: actorOf(customData.author),
                  state: 'commented' as const,
                  submittedAt: at,
                },
              ],
            }
          : {}),
        mergedAt: predicate === 'merged' ? at : null,
        closedAt: predicate === 'merged' || predicate === 'abandoned' ? at : null,
        ...(predicate === 'merged' ? { mergeCommit: place.commit } : { headCommit: place.commit }),
        updatedAt: at,
        url: firstHttpUrl(content.uri, content.url),
      },
    ],
  };
};
