import { ApiError, RateLimited } from '../discord-emulator/api-error.js';
import type { DiscordEmulator } from '../discord-emulator/discord-emulator.js';

const ANSWER = /^(PATCH .*\/@original|POST \/channels\/\d+\/messages)$/;
const SLOW_MILLISECONDS = 2000;

/** What goes wrong at Discord while a bot runs for long, each by its name. */
export const FAULTS: readonly (readonly [name: string, happen: (emulator: DiscordEmulator) => void])[] = [
  ['connection cut', ({ gateway }) => gateway.drop(4000)],
  ['429 for a route', (emulator) => emulator.failNext(ANSWER, new RateLimited(0.5, false))],
  ['asked to reconnect', ({ gateway }) => gateway.askToReconnect()],
  ['500', (emulator) => emulator.failNext(ANSWER, new ApiError(500, 0, 'Internal Server Error'))],
  ['session lost', ({ gateway }) => gateway.invalidate(false)],
  ['429 for everything', (emulator) => emulator.failNext(ANSWER, new RateLimited(0.3, true))],
  ['502', (emulator) => emulator.failNext(/\/callback$/, new ApiError(502, 0, 'Bad Gateway'))],
  ['slow answer', (emulator) => void setTimeout(emulator.holdNext(ANSWER).release, SLOW_MILLISECONDS)],
];
