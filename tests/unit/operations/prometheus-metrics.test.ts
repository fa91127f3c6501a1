import { describe, expect, it } from 'vitest';
import { metricsText, PrometheusMetrics } from '../../../src/operations/prometheus-metrics.js';
import type { CheckOutcome } from '../../../src/operations/readiness.js';
import { ReadMetrics } from '../../support/read-metrics.js';

const READY: CheckOutcome = { unready: [], index: { generation: '000007', documents: 7, passages: 110 } };

/** What Prometheus reads of the bot. */
async function read(metrics: PrometheusMetrics, checked = READY): Promise<ReadMetrics> {
  return new ReadMetrics(await metricsText([{ labels: {}, families: await metrics.botFamilies(checked) }]));
}

describe('PrometheusMetrics', () => {
  it('counts questions by the way they came and by what became of them', async () => {
    const metrics = new PrometheusMetrics();
    metrics.settled({ way: 'mention', outcome: 'answered', milliseconds: 12 });
    metrics.settled({ way: 'mention', outcome: 'answered', milliseconds: 15 });
    metrics.settled({ way: 'menu', outcome: 'busy', milliseconds: 1 });
    const text = await read(metrics);
    expect(text.value('yinju_questions_total', { way: 'mention', outcome: 'answered' })).toBe(2);
    expect(text.value('yinju_questions_total', { way: 'menu', outcome: 'busy' })).toBe(1);
    expect(text.samples('yinju_questions_total').reduce((sum, { value }) => sum + value, 0)).toBe(3);
  });

  it('has a series for every way and outcome from the beginning', async () => {
    // 9 ways, 6 outcomes.
    expect((await read(new PrometheusMetrics())).samples('yinju_questions_total')).toHaveLength(54);
  });

  it('measures, in seconds, those whose asker waited for the engine', async () => {
    const metrics = new PrometheusMetrics();
    const times = [
      ['answered', 8],
      ['answered', 40],
      ['failed', 300],
      ['late', 60_000],
      ['busy', 1],
      ['cooldown', 1],
      ['undelivered', 1],
    ] as const;
    for (const [outcome, milliseconds] of times) metrics.settled({ way: 'command', outcome, milliseconds });
    const text = await read(metrics);
    const bucket = (le: string): number => text.value('yinju_question_duration_seconds_bucket', { le });
    expect(['0.01', '0.025', '0.05', '0.25', '0.5', '30', '60', '+Inf'].map(bucket)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(text.value('yinju_question_duration_seconds_sum')).toBeCloseTo(60.348, 9);
    expect(text.value('yinju_question_duration_seconds_count')).toBe(4);
  });

  it('counts how well passages fit, errors, the gateway and the responses of Discord', async () => {
    const metrics = new PrometheusMetrics();
    metrics.judged('question', 'weak');
    metrics.judged('law', 'strong');
    metrics.failed('engine-down');
    metrics.failed('engine-down');
    metrics.gatewayChanged('resumed');
    for (const status of [200, 204, 404, 429, 502]) metrics.discordResponded(status);
    const text = await read(metrics);
    const answers = text.samples('yinju_answers_total');
    // 3 kinds of what is asked, 3 strengths.
    expect(answers).toHaveLength(9);
    expect(answers.filter(({ value }) => value > 0).map(({ labels, value }) => [labels, value])).toEqual([
      [{ kind: 'question', strength: 'weak' }, 1],
      [{ kind: 'law', strength: 'strong' }, 1],
    ]);
    expect(text.value('yinju_errors_total', { kind: 'engine-down' })).toBe(2);
    expect(text.value('yinju_gateway_events_total', { event: 'resumed' })).toBe(1);
    expect(text.value('yinju_gateway_events_total', { event: 'lost' })).toBe(0);
    const responses = text.samples('yinju_discord_responses_total');
    expect(Object.fromEntries(responses.map(({ labels, value }) => [labels['status'], value]))).toEqual({
      '2xx': 2,
      '4xx': 1,
      '429': 1,
      '5xx': 1,
    });
  });

  it('shows the state of the bot as it is when it is read', async () => {
    const metrics = new PrometheusMetrics();
    let waiting = 0;
    metrics.began(() => ({
      connected: true,
      heartbeat: 45,
      servers: 12,
      queue: { waiting, running: 4 },
      inFlight: 9,
    }));
    waiting = 30;
    const text = await read(metrics);
    expect(text.value('yinju_queue_questions', { state: 'waiting' })).toBe(30);
    expect(text.value('yinju_queue_questions', { state: 'running' })).toBe(4);
    expect(text.value('yinju_in_flight')).toBe(9);
    expect(text.value('yinju_servers')).toBe(12);
    expect(text.value('yinju_gateway_heartbeat_seconds')).toBe(0.045);
  });

  it('shows the index and the parts, and forgets a generation that no longer answers', async () => {
    const metrics = new PrometheusMetrics();
    await read(metrics, { unready: [], index: { generation: '000006', documents: 5, passages: 100 } });
    const text = await read(metrics, { ...READY, unready: [{ part: 'store', reason: 'no-answer' }] });
    expect(text.samples('yinju_index_info')).toEqual([
      { name: 'yinju_index_info', labels: { generation: '000007' }, value: 1 },
    ]);
    expect(text.value('yinju_index_documents')).toBe(7);
    expect(text.value('yinju_index_passages')).toBe(110);
    const parts = text.samples('yinju_part_ready');
    expect(parts.map(({ labels, value }) => [labels['part'], value])).toEqual([
      ['gateway', 1],
      ['engine', 1],
      ['store', 0],
    ]);
    const without = await read(metrics, { unready: [{ part: 'engine', reason: 'engine-down' }], index: null });
    expect(without.samples('yinju_index_info')).toEqual([]);
  });

  it('shows processor, memory and event loop of the process', async () => {
    const metrics = new PrometheusMetrics();
    const before = process.cpuUsage();
    // What the processor did is told in steps of the kernel's clock: less than one step is 0.
    while (process.cpuUsage(before).user === 0);
    const families = await metrics.processFamilies();
    const text = new ReadMetrics(await metricsText([{ labels: {}, families }]));
    expect(text.value('process_cpu_user_seconds_total')).toBeGreaterThan(0);
    expect(text.value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(text.names).toContain('nodejs_eventloop_lag_p99_seconds');
  });
});

describe('metricsText', () => {
  it('joins the families of several processes, each under its labels, and adds nothing up', async () => {
    const processes = await Promise.all(
      [2, 3].map(async (questions, shard) => {
        const metrics = new PrometheusMetrics();
        for (let question = 0; question < questions; question += 1)
          metrics.settled({ way: 'reply', outcome: 'answered', milliseconds: 20 });
        const families = [...(await metrics.botFamilies(READY)), ...(await metrics.processFamilies())];
        return { labels: { shard: String(shard) }, families };
      }),
    );
    const text = new ReadMetrics(await metricsText(processes));
    const answered = { way: 'reply', outcome: 'answered' };
    expect(text.value('yinju_questions_total', { ...answered, shard: '0' })).toBe(2);
    expect(text.value('yinju_questions_total', { ...answered, shard: '1' })).toBe(3);
    expect(text.value('yinju_question_duration_seconds_count', { shard: '1' })).toBe(3);
    expect(text.samples('process_start_time_seconds').map(({ labels }) => labels)).toEqual([
      { shard: '0' },
      { shard: '1' },
    ]);
  });
});
