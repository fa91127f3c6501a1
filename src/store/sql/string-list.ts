/** A list of strings from the JSON of a column. @throws TypeError where the column holds something else */
export function parseStringList(json: string): readonly string[] {
  const value: unknown = JSON.parse(json);
  const isString = (item: unknown): item is string => typeof item === 'string';
  if (!Array.isArray(value) || !value.every(isString)) throw new TypeError(`a list of strings was expected: ${json}`);
  return value;
}
