import type { Law, LawVersion } from '../law.js';

/**
 * What is known about a law on one day. `in-force`: the text of `version` applies, in force since `since`; `amended` is
 * true where it is not the first one. `unknown`: no day of entry into force is known; it may nevertheless apply.
 */
export type LawStatus =
  | { readonly state: 'in-force'; readonly since: string; readonly amended: boolean; readonly version: LawVersion }
  | { readonly state: 'not-yet-in-force'; readonly from: string }
  | {
      readonly state: 'replaced';
      readonly since: string;
      readonly by: { readonly law: string | null; readonly title: string };
    }
  | { readonly state: 'unknown' };

/** The status of a law on a day (YYYY-MM-DD), worked out from the dates of its versions and its replacement. */
export function statusOf(law: Law, day: string): LawStatus {
  if (law.replacedBy !== null && law.replacedBy.since.value <= day) {
    const { law: by, title, since } = law.replacedBy;
    return { state: 'replaced', since: since.value, by: { law: by, title } };
  }
  const dated = law.versions.flatMap((version) =>
    isWholeDay(version) ? [{ version, from: version.inForce.value }] : [],
  );
  const current = dated.filter(({ from }) => from <= day).at(-1);
  if (current !== undefined) {
    const { version, from } = current;
    return { state: 'in-force', since: from, amended: version.change !== 'original', version };
  }
  const first = dated[0];
  // An earlier text of unknown days may have been in force before the first dated one.
  if (first === undefined || first.version !== law.versions[0]) return { state: 'unknown' };
  return { state: 'not-yet-in-force', from: first.from };
}

/** Is its day of entry into force known to the day? */
function isWholeDay(version: LawVersion): version is LawVersion & { readonly inForce: { readonly value: string } } {
  return version.inForce?.value.length === 'YYYY-MM-DD'.length;
}
