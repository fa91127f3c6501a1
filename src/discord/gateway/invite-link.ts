import { OAuth2Scopes, Routes, type RESTGetCurrentApplicationResult } from 'discord.js';
import { overHttp, type DiscordAccess } from './discord-access.js';
import { PERMISSIONS } from './permissions.js';

/** How an administrator adds the bot to a server. */
export interface InviteLink {
  readonly link: string;
  /** The number of the permissions in it, as the Developer Portal shows it. */
  readonly permissions: string;
}

/**
 * The link that adds the bot, with the application's id from Discord.
 * @throws DiscordTokenError, DiscordUnreachableError, DiscordRefusedError
 */
export function inviteLink(access: DiscordAccess): Promise<InviteLink> {
  return overHttp(access, async (rest) => {
    const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    return inviteLinkOf(id);
  });
}

/** Where a browser asks an administrator (topics/oauth2.mdx, "Bot Authorization Flow"): the same whatever server the API is on. */
const AUTHORIZATION = 'https://discord.com/oauth2/authorize';

/** Scopes (topics/oauth2.mdx): `bot` adds its user to the server, `applications.commands` its commands. */
export function inviteLinkOf(application: string): InviteLink {
  const permissions = PERMISSIONS.bitfield.toString();
  const link = new URL(AUTHORIZATION);
  link.searchParams.set('client_id', application);
  link.searchParams.set('scope', [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '));
  link.searchParams.set('permissions', permissions);
  return { link: link.href, permissions };
}
