import type { Engine } from '../../answering/engine.js';
import type { LawName } from '../../answering/law/law-answer.js';
import { UsageError } from '../../shared/errors.js';
import { wordsFor } from '../../wording/words-for.js';

/**
 * The id of the law that an option names, by any of its names.
 * @throws UsageError where the name means no law, or several; it names those that may be meant
 */
export async function lawOfOption(engine: Engine, name: string, signal: AbortSignal): Promise<string> {
  const request = {
    name: name.trim(),
    provision: null,
    question: null,
    asOf: null,
    scopes: ['global' as const],
    limit: 0,
  };
  const meant = await engine.law(request, signal);
  if (meant.kind === 'found') return meant.id;
  const { law } = wordsFor('en');
  const isAmbiguous = meant.kind === 'ambiguous';
  const offered = (isAmbiguous ? meant.candidates : meant.near).map(named);
  throw new UsageError(isAmbiguous ? law.ambiguous(meant.name) : law.unknownLaw(meant.name), {
    remedy:
      offered.length === 0
        ? '`npx yinju law` lists every law that is known.'
        : `${isAmbiguous ? 'It may be' : law.didYouMean} ${offered.join(' or ')}?`,
  });
}

/** A law that is known by its text alone has its title as its id. */
const named = ({ id, title }: LawName): string => (id === title ? title : `${title} (${id})`);
