import type { Cast } from './cast.js';
import { botRoute, ok, type Route } from './route.js';

/** What the emulated Discord asks of the bot where it is large. */
export interface Sharding {
  readonly shards: number;
  /** How many shards may identify at a time. */
  readonly maxConcurrency: number;
}

export interface IdentityState {
  readonly cast: Cast;
  readonly gatewayUrl: () => string;
  readonly sharding: () => Sharding;
}

/** How often a bot may identify in 24 hours (events/gateway.mdx, "Identifying"). */
const STARTS = 1000;

/** Who the bot is, and where its gateway is. */
export function identityRoutes({ cast, gatewayUrl, sharding }: IdentityState): readonly Route[] {
  return [
    // events/gateway.mdx, "Get Gateway Bot" and "Session Start Limit Object".
    botRoute('GET', /^\/gateway\/bot$/, () => {
      const { shards, maxConcurrency } = sharding();
      const limit = { total: STARTS, remaining: STARTS, reset_after: 86_400_000, max_concurrency: maxConcurrency };
      return ok({ url: gatewayUrl(), shards, session_start_limit: limit });
    }),
    // resources/application.mdx, "Get Current Application".
    botRoute('GET', /^\/(?:oauth2\/)?applications\/@me$/, () =>
      ok({ id: cast.application, name: 'Yinju', flags: 0, bot: cast.bot }),
    ),
    // resources/user.mdx, "Get Current User".
    botRoute('GET', /^\/users\/@me$/, () => ok(cast.bot)),
  ];
}
