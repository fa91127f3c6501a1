import { knownLaws } from '../../src/answering/law/known-laws.js';
import { botCommands } from '../../src/discord/commands/all-commands.js';
import { asObject, type JsonObject } from './discord-emulator/json.js';
import { shippedCatalogue } from './shipped-catalogue.js';

const catalogue = shippedCatalogue();

/** The laws of the catalogue as if each were named once: then every one that may have a command has one. */
export const EVERY_LAW = knownLaws(catalogue, { names: () => [] }, new Map(catalogue.laws.map(({ id }) => [id, 1])));

/** Their ids. */
export const EVERY_LAW_ID = catalogue.laws.map(({ id }) => id);

/** The commands that the bot has whatever the documents, and one for every law. */
export const EVERY_COMMAND = botCommands(EVERY_LAW, EVERY_LAW_ID).map(({ data }) => data);

/** They as Discord gets them. */
export const plainCommands = (): readonly JsonObject[] =>
  EVERY_COMMAND.map((one) => asObject(JSON.parse(JSON.stringify(one))));
