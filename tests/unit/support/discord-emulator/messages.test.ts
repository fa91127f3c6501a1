import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../../support/discord-emulator/discord-emulator.js';
import { asObject } from '../../../support/discord-emulator/json.js';
import { type RawClient, startLenient } from '../../../support/discord-emulator/raw-client.js';

const v2 = (...components: readonly unknown[]) => ({ flags: 1 << 15, components });
const display = (content: string) => ({ type: 10, content });
const row = (...components: readonly unknown[]) => ({ type: 1, components });
const button = (id: string, more: object = {}) => ({ type: 2, style: 2, label: 'A', custom_id: id, ...more });

describe('a message', () => {
  let emulator: DiscordEmulator;
  let raw: RawClient;

  beforeEach(async () => ({ emulator, raw } = await startLenient()));
  afterEach(() => emulator.close());

  const path = () => `/channels/${emulator.cast.channel}/messages`;
  const post = (body: unknown) => raw.call('POST', path(), body);

  it.each([
    ['content over 2000 characters', { content: 'a'.repeat(2001) }],
    ['a field that there is not', { content: 'a', contents: 'b' }],
    ['a nonce of 26 characters', { content: 'a', nonce: 'n'.repeat(26) }],
    ['a flag that bots cannot set', { content: 'a', flags: 1 << 7 }],
    ['mentions both parsed and listed', { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } }],
    ['eleven embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) }],
    ['an embed with a title of 257', { embeds: [{ title: 'a'.repeat(257) }] }],
    ['an embed with a value of 1025', { embeds: [{ fields: [{ name: 'a', value: 'a'.repeat(1025) }] }] }],
    [
      'an embed with 26 fields',
      { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'a' })) }] },
    ],
    [
      '6001 characters over its embeds',
      { embeds: Array.from({ length: 3 }, () => ({ description: '网'.repeat(2001) })) },
    ],
    [
      'six rows without the flag',
      { content: 'a', components: Array.from({ length: 6 }, (_, at) => row(button(`${at}`))) },
    ],
    ['text displays without the flag', { components: [display('a')] }],
    ['content beside components v2', { ...v2(display('a')), content: 'a' }],
    ['embeds beside components v2', { ...v2(display('a')), embeds: [{ title: 'a' }] }],
    ['an empty text display', v2(display(''))],
    ['an empty container', v2({ type: 17, components: [] })],
    ['41 components', v2(...Array.from({ length: 41 }, () => display('a')))],
    ['4001 characters over its text displays', v2(display('a'.repeat(2000)), display('a'.repeat(2001)))],
    ['a button outside of a row', v2(button('a'))],
    ['a row of six buttons', v2(row(...Array.from({ length: 6 }, (_, at) => button(`${at}`))))],
    ['an empty row', v2(row())],
    ['a label of 81 characters', v2(row(button('a', { label: 'a'.repeat(81) })))],
    ['a custom id used twice', v2(row(button('a'), button('a')))],
    ['a custom id of 101 characters', v2(row(button('网'.repeat(101))))],
    ['an empty custom id', v2(row(button('')))],
    ['a link with a custom id', v2(row(button('a', { style: 5, url: 'https://example.com' })))],
    ['a section without a button', v2({ type: 9, components: [display('a')] })],
    [
      'a section of four texts',
      v2({ type: 9, components: [1, 2, 3, 4].map(String).map(display), accessory: button('a') }),
    ],
    ['a file that was not uploaded', v2({ type: 13, file: { url: 'attachment://a.txt' } })],
  ])('is refused with %s', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('is refused where it is empty, and is none of another channel or without the token', async () => {
    expect(await post({ content: '' })).toMatchObject({ status: 400, body: { code: 50006 } });
    const elsewhere = await raw.call('POST', '/channels/1/messages', v2(display('a')));
    expect(elsewhere).toMatchObject({ status: 404, body: { code: 10003 } });
    expect(await raw.call('POST', path(), v2(display('a')), 'wrong')).toMatchObject({ status: 401 });
  });

  it('of too much Chinese text breaks the API', async () => {
    expect(await post(v2(display('网'.repeat(3387))))).toMatchObject({ status: 500 });
    expect(await post(v2(display('网'.repeat(3386))))).toMatchObject({ status: 200 });
  });

  it('keeps the flag of components v2 for ever', async () => {
    const { body } = await post(v2(display('a')));
    const one = `${path()}/${String(asObject(body).id)}`;
    expect(await raw.call('PATCH', one, { content: 'classic', flags: 0 })).toMatchObject({ status: 400 });
    expect(await raw.call('PATCH', one, { components: [display('b')] })).toMatchObject({ status: 200 });
  });

  it('of a nonce that is to be unique is sent once', async () => {
    const unique = (nonce: string) => post({ ...v2(display('a')), nonce, enforce_nonce: true });
    const [first, second, third] = [await unique('1'), await unique('1'), await unique('2')];
    const id = ({ body }: { readonly body: unknown }) => asObject(body).id;
    expect(id(second)).toBe(id(first));
    expect(id(third)).not.toBe(id(first));
    expect(emulator.board.all).toHaveLength(2);
  });

  it('may show a file that was uploaded with it', async () => {
    const body = {
      ...v2({ type: 13, file: { url: 'attachment://a.txt' } }),
      attachments: [{ id: 0, filename: 'a.txt' }],
    };
    const file = new File(['内容'], 'a.txt');
    expect(await raw.upload(path(), body, { 'files[0]': file })).toMatchObject({ status: 200 });
    expect(emulator.files).toEqual([{ name: 'a.txt', field: 'files[0]', text: '内容', bytes: 6 }]);
    expect(await raw.upload(path(), body, { 'files[1]': file })).toMatchObject({ status: 400, body: { code: 50035 } });
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a.txt');
    expect(await raw.upload(path(), body, { 'files[0]': large })).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});
