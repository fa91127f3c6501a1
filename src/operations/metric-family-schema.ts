import { z } from 'zod';

/** JSON has no numbers that are none: they arrive as null. */
const sampleValue = z.unknown().transform((value) => (typeof value === 'number' ? value : Number.NaN));

/** A metric with its present values as plain data, as a process tells it to another. */
export const METRIC_FAMILY = z.object({
  name: z.string(),
  help: z.string(),
  type: z.enum(['counter', 'gauge', 'histogram', 'summary']),
  values: z.array(
    z.object({
      value: sampleValue,
      labels: z.record(z.string(), z.union([z.string(), z.number()])),
      /** Of one series of several, such as `…_bucket`; else the name of the family counts. */
      metricName: z.string().optional(),
    }),
  ),
});

export type MetricFamily = z.infer<typeof METRIC_FAMILY>;
