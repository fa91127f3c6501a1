import type { Clock } from '../shared/clock.js';
import { UsageError } from '../shared/errors.js';
import type { FileSystem } from '../shared/file-system.js';
import { silentLogger, type Logger } from '../shared/logger.js';
import type { Retention } from './contract/retention.js';
import type { Store } from './contract/store.js';
import type { InspectedStore } from './inspect-store.js';
import type { StoreLocation } from './open-store.js';

/** The settings that say where the database is and what it keeps. */
export interface StoreSettings extends Retention {
  /** Address of a PostgreSQL database; null where the file serves. */
  readonly databaseUrl: string | null;
  readonly databaseFile: string;
}

/** With what a database is reached. */
export interface StoreParts {
  readonly settings: StoreSettings;
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
}

/** The database of the bot, as commands reach it. Its libraries are loaded only when one does. */
export interface StoreAccess {
  /** Whether there may be something in it: a file that is not there holds nothing, a server has to be asked. */
  exists(): Promise<boolean>;
  /** Opens it, and makes it where it is missing. @throws as `openStore` */
  open(logger: Logger, signal: AbortSignal): Promise<Store>;
  /** Opens one that exists, silently. @throws UsageError where there is none, and as `openStore` */
  openExisting(signal: AbortSignal): Promise<Store>;
  /** Looks at it without changing it; null where it does not exist. */
  inspect(): Promise<InspectedStore | null>;
}

export function storeAccess({ settings, fileSystem, clock }: StoreParts): StoreAccess {
  const { databaseUrl, databaseFile, logQuestions, retentionDays } = settings;
  const location: StoreLocation =
    databaseUrl === null ? { kind: 'sqlite', file: databaseFile } : { kind: 'postgres', address: databaseUrl };
  const exists = async (): Promise<boolean> =>
    location.kind === 'postgres' || (await fileSystem.stat(location.file)) !== null;
  const open = async (logger: Logger, signal: AbortSignal): Promise<Store> => {
    const { openStore } = await import('./open-store.js');
    return openStore({ location, logQuestions, retentionDays, clock, logger, signal });
  };
  return {
    exists,
    open,
    openExisting: async (signal) => {
      if (await exists()) return open(silentLogger, signal);
      throw new UsageError(`There is no database ${databaseFile} yet`, {
        remedy: 'Start the bot once, or name its database in DATABASE_FILE or DATABASE_URL (see .env.example).',
      });
    },
    inspect: async () => {
      if (!(await exists())) return null;
      const { inspectStore } = await import('./inspect-store.js');
      return inspectStore(location, silentLogger);
    },
  };
}
