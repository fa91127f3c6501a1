import { ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits } from 'discord.js';
import { respond } from '../asking/respond.js';
import { showInsights } from '../buttons/insight-buttons.js';
import { operationCommand } from './operation-command.js';

/** `/insights`: counts by day, feedback and unanswered questions of a server, for those who manage it. */
export const insights = operationCommand({
  data: {
    name: 'insights',
    name_localizations: { 'zh-CN': '统计', 'zh-TW': '統計' },
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  describedBy: ({ insightsDescription }) => insightsDescription,
  respond,
  compose: async ({ interaction, services: { engine, store, clock }, words, signal }) => {
    const asker = { user: interaction.user.id, server: interaction.guildId };
    const permissions = interaction.memberPermissions;
    const { message } = await showInsights('days', 0, { engine, store, clock, asker, permissions, words, signal });
    return message;
  },
});
