import { askAboutMessage } from './ask-about-message.js';
import type { MessageCommand } from './command.js';
import { continueInThread } from './continue-in-thread.js';

/** The commands in the menu of a message. A new one is added here and nowhere else. */
export const MESSAGE_COMMANDS: readonly MessageCommand[] = [askAboutMessage, continueInThread];
