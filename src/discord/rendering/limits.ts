/**
 * What Discord accepts, as its documentation, its official API description and measurements state it. Lengths of text
 * are in Unicode code points, which is what the API counts (discord-api-docs, issue 1315).
 */
export const DISCORD_LIMITS = {
  /** All components of a message, nested ones included (components/reference.mdx, "Component Object"). */
  componentsPerMessage: 40,
  /** One text display (openapi.json, TextDisplayComponentForMessageRequest), and all of a message together (issue 8554). */
  textPerMessage: 4000,
  /**
   * Bound of `UTF-8 bytes of all text displays + textDisplayOverhead x number of text displays`. Above it the API
   * answers 500, which Chinese text reaches long before 4000 code points (issue 8554; measured, not confirmed).
   */
  textBytesPerMessage: 10_170,
  /** Bytes that every text display costs in that sum. */
  textDisplayOverhead: 12,
  /** Time for the first response to an interaction, milliseconds (interactions/receiving-and-responding.mdx). */
  firstResponse: 3000,
  /** Name of a command or an option (interactions/application-commands.mdx, "Application Command Naming"). */
  commandName: 32,
  /** Description of a command or an option. */
  commandDescription: 100,
  /** Name, description and values of one command, the longest localisation of each counting. */
  commandText: 8000,
  /** Choices that an autocompletion may offer (interactions/receiving-and-responding.mdx, "Autocomplete"). */
  choices: 25,
  /** Name of a choice, and its value (interactions/application-commands.mdx, "Application Command Option Choice Structure"). */
  choiceText: 100,
  /** Buttons in one row (components/reference.mdx, "Action Row"). */
  buttonsPerRow: 5,
  /** Label of a button (components/reference.mdx, "Button"). */
  buttonLabel: 80,
  /** Custom id of a component, unique within its message (components/reference.mdx, "Custom ID"). */
  customId: 100,
  /** Name of a thread (resources/channel.mdx, "Start Thread from Message"). */
  threadName: 100,
  /** Commands that an application may make in a day (interactions/application-commands.mdx, "Registering a Command"). */
  commandsCreatedPerDay: 200,
  /** Commands of type CHAT_INPUT in one place (global, or one server). */
  chatInputCommands: 100,
} as const satisfies Readonly<Record<string, number>>;

/** Names of commands and options: letters of any script, digits, `-` and `_`; lower case where the script has it. */
export const COMMAND_NAME = /^[-_\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Length of a text as Discord counts it. */
export function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1) count += 1;
  return count;
}
