import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandUse, DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';
import type { GatewayClient } from '../../../support/discord-emulator/gateway-client.js';
import { textOf, type BotMessage } from '../../../support/discord-emulator/message-board.js';
import {
  displaying,
  type RawClient,
  type RawInteraction,
  startLenient,
} from '../../../support/discord-emulator/raw-client.js';

const QUARTER_OF_AN_HOUR = 15 * 60 * 1000;
const EPHEMERAL = 1 << 6;
const BUTTON = { type: 1, components: [{ type: 2, style: 2, label: 'A', custom_id: 'a' }] };
const withButton = (text: string) => ({ flags: 1 << 15, components: [{ type: 10, content: text }, BUTTON] });

describe('an interaction', () => {
  let emulator: DiscordEmulator;
  let raw: RawClient;
  let client: GatewayClient;
  let now: number;

  beforeEach(async () => {
    now = 0;
    ({ emulator, raw } = await startLenient({ now: () => now }));
    await raw.register();
    client = await raw.identify(0);
  });

  afterEach(() => emulator.close());

  const command = (use: Partial<CommandUse> = {}): Promise<RawInteraction> =>
    raw.interaction(client, emulator.slashCommand({ name: 'ask', ...use }));
  const press = (message: BotMessage): Promise<RawInteraction> =>
    raw.interaction(client, emulator.press({ message, customId: 'a' }));
  const messageWithButton = async (): Promise<BotMessage> => {
    const { id, respond } = await command();
    await respond({ type: 4, data: withButton('text') });
    return emulator.waitForMessage(({ interaction }) => interaction === id);
  };

  it('is unknown where nobody answers it within three seconds, or it is made up', async () => {
    const { respond } = await command();
    now = 3001;
    expect(await respond({ type: 5 })).toMatchObject({ status: 404, body: { code: 10062 } });
    const madeUp = await raw.call('POST', '/interactions/1/interaction-token-1/callback', { type: 5 });
    expect(madeUp).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  it('is answered once', async () => {
    const { respond } = await command();
    now = 3000;
    expect(await respond({ type: 5 })).toMatchObject({ status: 204 });
    expect(await respond({ type: 4, data: displaying('b') })).toMatchObject({ status: 400, body: { code: 40060 } });
  });

  it('can be edited after its first response, for fifteen minutes', async () => {
    const { respond, edit, followUp } = await command();
    expect(await edit(displaying('a'))).toMatchObject({ status: 404, body: { code: 10015 } });
    await respond({ type: 5 });
    now = QUARTER_OF_AN_HOUR;
    expect(await edit(displaying('a'))).toMatchObject({ status: 200 });
    now += 1;
    expect(await edit(displaying('b'))).toMatchObject({ status: 401, body: { code: 50027 } });
    expect(await followUp(displaying('b'))).toMatchObject({ status: 401, body: { code: 50027 } });
  });

  it('whose answer somebody has deleted can be followed, and no longer edited', async () => {
    const { respond, edit, remove, followUp } = await command();
    await respond({ type: 4, data: displaying('a') });
    emulator.board.all.forEach(({ id }) => emulator.deleteMessage(id));
    expect(await edit(displaying('b'))).toMatchObject({ status: 404, body: { code: 10008 } });
    expect(await remove()).toMatchObject({ status: 404, body: { code: 10008 } });
    expect(await followUp(displaying('c'))).toMatchObject({ status: 200 });
  });

  it('may be followed five times where the user alone brings the bot along', async () => {
    const { respond, followUp } = await command({ foreign: true });
    await respond({ type: 5 });
    for (let count = 0; count < 5; count += 1) expect(await followUp(displaying('a'))).toMatchObject({ status: 200 });
    expect(await followUp(displaying('a'))).toMatchObject({ status: 400, body: { code: 40094 } });
  });

  it('of a command cannot edit a message that is there', async () => {
    const { respond } = await command();
    expect(await respond({ type: 6 })).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(await respond({ type: 7, data: displaying('a') })).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('of an option that is typed takes choices, and nothing else', async () => {
    await raw.call('PUT', `/applications/${emulator.cast.application}/commands`, [
      { name: 'ask', description: 'Ask', options: [{ type: 3, name: 'law', description: 'Law', autocomplete: true }] },
    ]);
    const typed = emulator.type({ name: 'ask', options: { law: 'a' } }, 'law');
    const { respond } = await raw.interaction(client, typed);
    expect(await respond({ type: 5 })).toMatchObject({ status: 400, body: { code: 50035 } });
    const choices = Array.from({ length: 26 }, (_, at) => ({ name: `${at}`, value: `${at}` }));
    expect(await respond({ type: 8, data: { choices } })).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(await respond({ type: 8, data: { choices: choices.slice(1) } })).toMatchObject({ status: 204 });
    expect(await emulator.waitForChoices(typed)).toHaveLength(25);
  });

  it('of a button edits its message later, or at once, or writes another one', async () => {
    const message = await messageWithButton();
    const deferred = await press(message);
    expect(deferred.event).toMatchObject({
      type: 3,
      data: { custom_id: 'a', component_type: 2 },
      message: { id: message.id, interaction_metadata: { user: { id: emulator.cast.user.id } } },
    });
    expect(await deferred.respond({ type: 6 })).toMatchObject({ status: 204 });
    expect(await deferred.respond({ type: 6 })).toMatchObject({ status: 400, body: { code: 40060 } });
    expect(await deferred.edit(withButton('later'))).toMatchObject({ status: 200, body: { id: message.id } });
    await (await press(message)).respond({ type: 7, data: { components: withButton('at once').components } });
    await (await press(message)).respond({ type: 4, data: displaying('another') });
    expect(emulator.board.all.map(textOf)).toEqual(['at once', 'another']);
  });

  it('may be answered so that its user alone sees it, and a message of a channel may not', async () => {
    const { id, respond } = await command();
    await respond({ type: 5, data: { flags: EPHEMERAL } });
    const hidden = await emulator.waitForMessage(({ interaction }) => interaction === id);
    expect(hidden.flags & EPHEMERAL).toBe(EPHEMERAL);
    await raw.interaction(client, id).then(({ edit }) => edit(withButton('hidden')));
    expect(() => emulator.press({ message: hidden, customId: 'a', user: emulator.cast.other })).toThrow('Nobody else');
    const everybodys = await raw.call(
      'POST',
      `/channels/${emulator.cast.channel}/messages`,
      displaying('a', { flags: (1 << 15) | EPHEMERAL }),
    );
    expect(everybodys).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('begins at what a client offers: registered commands, buttons that are there', async () => {
    expect(() => emulator.slashCommand({ name: 'nothing' })).toThrow('No command /nothing is registered');
    const message = await messageWithButton();
    expect(() => emulator.press({ message, customId: 'b' })).toThrow('No button b can be pressed');
  });
});
