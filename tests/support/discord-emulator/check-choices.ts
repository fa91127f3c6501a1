import { invalidForm } from './api-error.js';
import { asList, asObject, asText, type JsonObject } from './json.js';

const length = (text: string): number => Array.from(text).length;
const validLength = (text: unknown): boolean => length(asText(text)) >= 1 && length(asText(text)) <= 100;

/**
 * The choices of a response to an autocompletion, refused as Discord does (limits.md, "autocomplete 25 choices; choice
 * name 1-100, string value 100").
 * @throws ApiError
 */
export function checkChoices(data: JsonObject): readonly JsonObject[] {
  const choices = asList(data.choices).map(asObject);
  if (!Array.isArray(data.choices) || choices.length > 25)
    throw invalidForm({ choices: 'Must be between 0 and 25 in length.' });
  if (!choices.every(({ name, value }) => validLength(name) && validLength(value)))
    throw invalidForm({ choices: 'Must be between 1 and 100 in length.' });
  return choices;
}
