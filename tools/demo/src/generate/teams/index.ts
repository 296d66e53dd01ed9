import type { Team } from '../team.ts';
import { mobileApp } from './mobile-app.ts';
import { payments } from './payments.ts';
import { platform } from './platform.ts';
import { shopCatalogue } from './shop-catalogue.ts';
import { shopCheckout } from './shop-checkout.ts';

/** The teams of the demo, each with a story of its own. */
export const TEAMS: readonly Team[] = [shopCheckout, shopCatalogue, payments, mobileApp, platform];
