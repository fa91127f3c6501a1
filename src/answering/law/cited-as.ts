import type { CitedProvision } from '../../laws/citations/citation.js';
import type { Citation } from '../answer.js';

/**
 * The citation of the place that was asked for, made of that of its first passage: an article that was split into
 * passages is cited whole.
 */
export function citedAs(citation: Citation, { paragraph, item }: CitedProvision): Citation {
  if (citation.provision === null) return citation;
  const { law, version, article } = citation.provision;
  return { ...citation, provision: { law, version, article, paragraph, item } };
}
