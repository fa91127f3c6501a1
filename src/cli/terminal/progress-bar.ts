import { Presets, SingleBar } from 'cli-progress';
import { say, type Terminal } from './terminal.js';

/** So that the bars of several stages stand below each other. */
const STAGE_COLUMNS = 20;

/** Told how far a long work is. */
export interface Progress {
  /** How much of `total` is done; called any number of times, `done` never falls within one stage. */
  update(stage: string, done: number, total: number): void;
  /** Leaves the terminal as it was; may be called twice. */
  stop(): void;
}

/** A line for each stage, where nobody watches: a log file or a pipe. */
function plainProgress(terminal: Terminal): Progress {
  let last = '';
  return {
    update: (stage, _done, total) => {
      if (stage === last || total === 0) return;
      last = stage;
      say(terminal, `${stage}: ${total}`);
    },
    stop: () => undefined,
  };
}

/** A bar on standard error where that is a terminal, else one plain line a stage. */
export function createProgress(terminal: Terminal): Progress {
  if (!terminal.showsProgress) return plainProgress(terminal);
  const bar = new SingleBar(
    {
      format: '{stage} {bar} {value}/{total}',
      stream: terminal.errors,
      barsize: 30,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  let current: string | null = null;
  return {
    update: (stage, done, total) => {
      if (total === 0) return;
      if (stage !== current) {
        if (current !== null) bar.stop();
        bar.start(total, done, { stage: stage.padEnd(STAGE_COLUMNS) });
        current = stage;
      } else {
        bar.setTotal(total);
        bar.update(done);
      }
    },
    stop: () => {
      if (current !== null) bar.stop();
      current = null;
    },
  };
}
