import { METRICS_ANSWER, READINESS_ANSWER } from './shard-answer-schema.js';
import type { LabelledFamilies } from './prometheus-metrics.js';
import { STOPPING, type ThisProcess } from './this-process.js';
import type { Unready } from './readiness.js';

/** Asks all shards at once; what each said by its id, undefined where it said nothing in time. Never rejects. */
export type AskShards = (question: 'readiness' | 'metrics', milliseconds: number) => Promise<readonly unknown[]>;

/** Longer than a shard takes for its own checks, and well below the ten seconds after which Prometheus gives up. */
const PATIENCE_MILLISECONDS = 3000;

/** Why some shard cannot answer questions; empty where all can. @param self the manager */
export async function unreadyShards(ask: AskShards, self: ThisProcess): Promise<readonly Unready[]> {
  if (self.isStopping) return STOPPING;
  const answers = await ask('readiness', PATIENCE_MILLISECONDS);
  return answers.flatMap((answer, shard): readonly Unready[] => {
    const said = READINESS_ANSWER.safeParse(answer);
    if (!said.success) return [{ part: 'process', reason: 'no-answer', shard }];
    return said.data.map((one) => ({ ...one, shard }));
  });
}

/**
 * The metrics of all processes: those of each shard under its id, those of the manager under `manager`. A shard that says
 * nothing is missing, and `yinju_shard_up` says so.
 */
export async function metricsOfShards(ask: AskShards, self: ThisProcess): Promise<readonly LabelledFamilies[]> {
  const [answers, own] = await Promise.all([ask('metrics', PATIENCE_MILLISECONDS), self.processFamilies()]);
  const told = answers.map((answer) => METRICS_ANSWER.safeParse(answer));
  const values = told.map(({ success }, shard) => ({ value: success ? 1 : 0, labels: { shard: String(shard) } }));
  const help = '1 where the process of a shard tells its metrics.';
  const up = { name: 'yinju_shard_up', help, type: 'gauge' as const, values };
  return [
    { labels: {}, families: [up] },
    { labels: { shard: 'manager' }, families: own },
    ...told.map((one, shard) => ({ labels: { shard: String(shard) }, families: one.data ?? [] })),
  ];
}
