import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/**
 * A command that works wherever Discord lets one: added to a server or to a user's own account, on servers, in direct
 * messages to the bot and in those of others.
 */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};
