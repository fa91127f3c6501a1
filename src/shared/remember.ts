/**
 * A pure function that keeps the results that were asked for last, and gives them again without working them out.
 * @param limit how many results are kept, at least 1
 * @param make its result must not be changed by anybody
 */
export function remember<Key, Value>(limit: number, make: (key: Key) => Value): (key: Key) => Value {
  /** The one asked for last at the end. */
  const kept = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const entry = kept.get(key) ?? { value: make(key) };
    kept.delete(key);
    kept.set(key, entry);
    const oldest = kept.keys().next();
    if (kept.size > limit && oldest.done !== true) kept.delete(oldest.value);
    return entry.value;
  };
}
