import { ConfigError } from './config-error.js';
import type { Config } from './load-config.js';

/** What `LAW_COMMANDS` needs of the catalogue of laws, which is not read with the settings. */
export interface LawNames {
  /** What a name or an id means. */
  byName(
    name: string,
  ):
    | { readonly kind: 'found'; readonly law: { readonly id: string } }
    | { readonly kind: 'ambiguous'; readonly candidates: readonly { readonly id: string }[] }
    | { readonly kind: 'unknown'; readonly near: readonly { readonly id: string }[] };
}

/**
 * The laws of `LAW_COMMANDS`, by id and each once.
 * @throws ConfigError that lists every name that means no law or several, with the nearest ids
 */
export function resolveLawCommands(chosen: Config['lawCommands'], laws: LawNames): 'all' | readonly string[] {
  if (chosen === 'all') return chosen;
  const named = chosen.map((name) => ({ name, meant: laws.byName(name) }));
  const mistakes = named.flatMap(({ name, meant }) => {
    if (meant.kind === 'found') return [];
    const near = (meant.kind === 'ambiguous' ? meant.candidates : meant.near).map(({ id }) => id);
    const advice = near.length === 0 ? '`npx yinju law` lists all' : `${near.join(' or ')} may be meant`;
    const number = meant.kind === 'ambiguous' ? 'several laws' : 'no law of the catalogue';
    return [{ setting: 'LAW_COMMANDS', reason: `names “${name}”, which means ${number}: ${advice}` }];
  });
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return [...new Set(named.flatMap(({ meant }) => (meant.kind === 'found' ? [meant.law.id] : [])))];
}
