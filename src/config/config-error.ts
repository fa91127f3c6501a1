import { YinjuError } from '../shared/errors.js';

/** One thing wrong with the settings. The value is not repeated: it may be a secret. */
export interface ConfigMistake {
  readonly setting: string;
  /** What is wrong, as the end of a sentence that begins with the setting. */
  readonly reason: string;
}

/** The settings cannot be used. Lists every mistake at once. */
export class ConfigError extends YinjuError {
  readonly code = 'config';

  constructor(readonly mistakes: readonly ConfigMistake[]) {
    super(
      ['The settings cannot be used:', ...mistakes.map(({ setting, reason }) => `  ${setting} ${reason}`)].join('\n'),
      {
        remedy: 'Correct them in the environment, in .env or on the command line. .env.example explains each setting.',
      },
    );
  }
}
