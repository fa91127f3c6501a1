/**
 * The kinds of text that Yinju tells apart, described and not judged. The values stand in the JSON output and in
 * sidecars, so they are never renamed.
 */
export const DOCUMENT_KINDS = [
  'news agency report',
  'newspaper brief',
  'article signed by an official',
  'article of a Party study group',
  'ministry feature',
  'law',
  'administrative regulation',
  'departmental rule',
  'normative document',
  'judicial document',
  'Party document',
  'strategy or plan',
  'initiative',
  'joint statement',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
