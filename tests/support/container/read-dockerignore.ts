/**
 * Whether a `.dockerignore` keeps a path from the builder, as Docker's documentation describes it ("Build context",
 * Dockerignore files): patterns as of Go's `filepath.Match` with `**` for any number of folders; a pattern counts for all
 * below what it matches; the last that matches decides, and one that begins with ! takes in.
 *
 * @returns tells it for paths below the folder of the file, with / between names
 */
export function readDockerignore(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const pattern = line.replace(/^!/, '').replace(/^\/|\/$/g, '');
      return { takesIn: line.startsWith('!'), expression: expressionOf(pattern) };
    });
  return (path) => {
    const names = path.split('/');
    const upward = names.map((_, at) => names.slice(0, at + 1).join('/'));
    return rules.reduce(
      (ignored, { takesIn, expression }) => (upward.some((one) => expression.test(one)) ? !takesIn : ignored),
      false,
    );
  };
}

function expressionOf(pattern: string): RegExp {
  if (/[[\]\\]/.test(pattern)) throw new Error(`A pattern that is not known here: ${pattern}`);
  const source = pattern
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return part.replace(/[.+^${}()|]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`, 'u');
}
