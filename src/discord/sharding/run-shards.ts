import { ShardingManager } from 'discord.js';
import { whenAborted } from '../../shared/when-aborted.js';
import type { DiscordAccess } from '../gateway/discord-access.js';
import { keepShard, type ShardCare } from './keep-shard.js';
import { pauseBetweenShards, readShardPlan } from './shard-plan.js';
import { ShardQuestions } from './shard-questions.js';

/** The program of which every shard is a process. */
export interface ShardProgram {
  /** Path of its script. */
  readonly script: string;
  readonly arguments: readonly string[];
  /** Options of Node itself. */
  readonly nodeArguments: readonly string[];
}

export interface ShardsOptions extends DiscordAccess, Omit<ShardCare, 'plan' | 'readPlan'> {
  readonly program: ShardProgram;
  /** Called once where the bot is divided, before the first shard is started, with what asks them all. */
  readonly onDivided?: (questions: ShardQuestions) => void;
}

/**
 * Where Discord wants the bot divided, runs its shards, each as a process of its own, until the signal ends; then lets
 * them finish what they are doing. Small bots are not divided: nothing is started for them.
 *
 * Shards are started one after another, each when the one before is ready: the first brings the index up to date and
 * registers the commands, the others find that done. The processes get the environment of this one, and the token.
 *
 * @returns false at once where one process is enough; true when all shards have ended
 * @throws DiscordTokenError, DiscordUnreachableError, DiscordRefusedError where Discord cannot be asked; what `keepShard`
 * throws, when all shards have ended
 */
export async function runShards({ program, token, apiUrl, onDivided, ...options }: ShardsOptions): Promise<boolean> {
  const { logger, pause } = options;
  const readPlan = () => readShardPlan({ token, apiUrl, signal: options.signal });
  const plan = await readPlan();
  if (plan.shards === 1) return false;
  logger.info('shards-starting', { shards: plan.shards });
  const questions = new ShardQuestions(plan.shards);
  onDivided?.(questions);
  const manager = new ShardingManager(program.script, {
    totalShards: plan.shards,
    token,
    // discord.js would start it again at once, whatever happened, for ever.
    respawn: false,
    shardArgs: [...program.arguments],
    execArgv: [...program.nodeArguments],
  });
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const care: ShardCare = { ...options, plan, readPlan, signal };
  const kept: Promise<void>[] = [];
  for (let id = 0; id < plan.shards && !signal.aborted; id += 1) {
    if (id > 0) await pause(pauseBetweenShards(plan), signal).catch(() => undefined);
    const settled = new Promise<void>((resolve) => {
      const shard = manager.createShard(id);
      questions.add(shard);
      kept.push(keepShard(shard, care, resolve).catch((cause: unknown) => failed.abort(cause)));
    });
    await Promise.race([settled, whenAborted(signal)]);
  }
  if (!signal.aborted) logger.info('shards-started', { shards: plan.shards });
  await Promise.all(kept);
  if (failed.signal.aborted) throw failed.signal.reason;
  return true;
}
