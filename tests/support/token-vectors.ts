import type { TokenEncoder } from '../../src/embedding/encoder.js';

/** Compares tokens whose vectors stand here by their numbers, one by one; any other token is near to none. */
export function nearestOf(vectors: ReadonlyMap<number, readonly number[]>): TokenEncoder['nearest'] {
  const cosine = (id: number, other: number): number => {
    const [one = [], another = []] = [vectors.get(id), vectors.get(other)];
    const lengths = Math.hypot(...one) * Math.hypot(...another);
    return lengths === 0 ? 0 : one.reduce((sum, value, at) => sum + value * (another[at] ?? 0), 0) / lengths;
  };
  const nearest = (text: Int32Array, other: number): number => Math.max(0, ...[...text].map((id) => cosine(id, other)));
  return (texts, others) =>
    Promise.resolve(Float32Array.from(texts.flatMap((text) => [...others].map((other) => nearest(text, other)))));
}
