/** So many lines are printed one by one; with --json all are. */
const PRINTED_LINES = 20;

/** The first lines of a list, and how many there are beside them. */
export function shortenedList(lines: readonly string[]): readonly string[] {
  const rest = lines.length - PRINTED_LINES;
  return rest > 0 ? [...lines.slice(0, PRINTED_LINES), `… and ${rest} more (--json lists all)`] : lines;
}
