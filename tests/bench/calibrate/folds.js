// Questions in folds, for models that are measured on what they were not fitted on.

/** A group belongs to one fold, dealt out in an order that the random numbers give. */
export function foldsOf(rows, count, random) {
  const groups = [...new Set(rows.map(({ group }) => group))].map((group) => ({ group, place: random() }));
  groups.sort((one, other) => one.place - other.place);
  const foldOf = new Map(groups.map(({ group }, at) => [group, at % count]));
  return Array.from({ length: count }, (_, fold) => ({
    fitted: rows.filter(({ group }) => foldOf.get(group) !== fold),
    left: rows.filter(({ group }) => foldOf.get(group) === fold),
  }));
}
