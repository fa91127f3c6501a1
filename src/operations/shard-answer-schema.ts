import { z } from 'zod';
import { METRIC_FAMILY } from './metric-family-schema.js';
import { PARTS } from './readiness.js';

/** What a manager asks a shard. */
export const SHARD_QUESTION = z.object({
  yinju: z.literal('question'),
  id: z.number(),
  question: z.enum(['readiness', 'metrics']),
});

/** What a shard says to `readiness`: why it cannot answer questions, if it cannot. */
export const READINESS_ANSWER = z.array(z.object({ part: z.enum([...PARTS, 'process']), reason: z.string() }));

/** What a shard says to `metrics`. */
export const METRICS_ANSWER = z.array(METRIC_FAMILY);
