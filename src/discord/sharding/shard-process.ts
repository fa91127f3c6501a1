import { ChildProcess } from 'node:child_process';
import type { Shard } from 'discord.js';

/** How the process of a shard ended. */
export interface ShardEnd {
  /** Exit code; null where a signal ended it, or where no process could be made. */
  readonly code: number | null;
  readonly signal: string | null;
  /** For how long it had been ready for questions, in milliseconds; null where it never was. */
  readonly lived: number | null;
}

/** One life of the process of a shard. */
export interface ShardLife {
  /** Resolves, and never rejects: with the id of the process when it is ready, with null where it ended before. */
  readonly settled: Promise<number | null>;
  /** Resolves, and never rejects, when it has ended. */
  readonly ended: Promise<ShardEnd>;
  /** Asks it to end, as SIGTERM does: it finishes what it is doing. */
  stop(): void;
  /** Ends it at once. */
  kill(): void;
}

/**
 * Starts the process of a shard. It is asked to end by closing its channel, not by a signal: a service manager or a
 * terminal signals all processes of a group by itself, and a second signal would cut off what the first lets finish.
 * @param now milliseconds that never go back
 */
export function startShard(shard: Shard, now: () => number): ShardLife {
  let readyAt: number | null = null;
  let child: ChildProcess | null = null;
  const ended = new Promise<ShardEnd>((resolve) => {
    const end = (code: number | null, signal: string | null): void => {
      shard.removeAllListeners('ready');
      resolve({ code, signal, lived: readyAt === null ? null : now() - readyAt });
    };
    shard.once('spawn', (started) => {
      if (!(started instanceof ChildProcess)) return;
      child = started;
      child.once('exit', end);
      // No process could be made, and there will be no exit: discord.js is told that it is gone.
      child.on('error', () => {
        if (shard.process === started) shard.kill();
        end(null, null);
      });
    });
  });
  const ready = new Promise<number | null>((resolve) => {
    shard.once('ready', () => {
      readyAt = now();
      resolve(child?.pid ?? null);
    });
  });
  // With -1 it waits for nothing: whether the shard gets ready is waited for here, without a limit, as it may have to
  // build the index first.
  void shard.spawn(-1);
  return {
    settled: Promise.race([ready, ended.then(() => null)]),
    ended,
    stop: () => {
      if (child?.connected === true) child.disconnect();
    },
    kill: () => void child?.kill('SIGKILL'),
  };
}
