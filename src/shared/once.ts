/** A constant that is worked out when it is first asked for: `make` runs once at most, and must be pure. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
