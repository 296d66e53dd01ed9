import { fit } from '../../fit-text.ts';
import type { Mapper } from './mapper.ts';
import { stableId } from './stable-id.ts';

/**
 * A service that was deployed. The subject is the service, the same each time, so the deployment's id is that of the
 * event. A rollback answers a problem that users had, though it doesn't say of which deployment.
 */
export const mapService: Mapper = ({ context, subject }, place, predicate) => ({
  deployments: [
    {
      externalId: stableId(context.source, context.id),
      source: 'cdevents',
      repository: place.repository,
      environment:
        fit(subject.content.environment?.name, 200) ?? fit(subject.content.environment?.id, 200) ?? 'unknown',
      commit: place.commit,
      status: 'success',
      finishedAt: context.timestamp,
      unplanned: predicate === 'rolledback' ? true : null,
    },
  ],
});
