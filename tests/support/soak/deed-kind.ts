import type { Deed } from './deed.js';
import type { Town } from './town.js';

/** Something that users do again and again. */
export interface DeedKind {
  readonly kind: string;
  /** How often, beside the others. */
  readonly weight: number;
  /** Does it; null where it cannot be done now. */
  readonly act: (town: Town) => Deed | null;
}
