/** Numbers from 0 (may occur) to 1 (never occurs), evenly spread. */
export type RandomNumbers = () => number;

/** An odd number with well-mixed bits: 2^32 divided by the golden ratio. */
const MIX = 0x9e3779b9;

/**
 * A generator that gives the same numbers for the same seed: xorshift with 32 bits and the shifts 13, 17, 5 (Marsaglia,
 * "Xorshift RNGs", 2003; period 2^32 - 1). Good enough to draw samples, never for secrets.
 * @param seed a whole number; only its lower 32 bits count
 */
export function seededRandom(seed: number): RandomNumbers {
  // Zero is the one state that xorshift never leaves.
  let state = Math.imul(seed + 1, MIX) >>> 0 || MIX;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return (state - 1) / 0xffffffff;
  };
}
