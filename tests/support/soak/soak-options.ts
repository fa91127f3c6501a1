/** How long a soak is, how fast, and what happens in it. */
export interface SoakOptions {
  /** How many deeds of users. */
  readonly deeds: number;
  /** Deeds a second. */
  readonly rate: number;
  /** The same seed gives the same deeds and the same faults in the same order. */
  readonly seed: number;
}

/**
 * Reads `SOAK_DEEDS` (400 unless set; `npm run soak` sets 10000), `SOAK_RATE` (11) and `SOAK_SEED` (1).
 * @throws Error where one of them is no whole number from 1
 */
export function soakOptions(environment: Readonly<Record<string, string | undefined>>): SoakOptions {
  const read = (name: string, otherwise: number): number => {
    const value = Number(environment[name] ?? otherwise);
    if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is no whole number from 1.`);
    return value;
  };
  return { deeds: read('SOAK_DEEDS', 400), rate: read('SOAK_RATE', 11), seed: read('SOAK_SEED', 1) };
}
