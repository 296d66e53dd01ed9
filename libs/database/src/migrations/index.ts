import type { Migration } from 'kysely/migration';
import * as foundation from './0001-foundation.ts';
import * as catalogue from './0002-catalogue.ts';
import * as trust from './0003-trust.ts';
import * as identities from './0004-identities.ts';
import * as ciIdentities from './0005-ci-identities.ts';
import * as notices from './0006-notices.ts';
import * as deliveryFailures from './0007-delivery-failures.ts';
import * as runConclusions from './0008-run-conclusions.ts';
import * as listedDeployments from './0009-listed-deployments.ts';

/** Every migration in its order. Forward only: a later one never breaks the version before it. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-catalogue': catalogue,
  '0003-trust': trust,
  '0004-identities': identities,
  '0005-ci-identities': ciIdentities,
  '0006-notices': notices,
  '0007-delivery-failures': deliveryFailures,
  '0008-run-conclusions': runConclusions,
  '0009-listed-deployments': listedDeployments,
};
