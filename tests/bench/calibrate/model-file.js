// The file of weights that the program reads.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '..', '..', '..', 'src', 'answering', 'refusal', 'match-model.ts');

/** Weights as they are written: to a hundredth, which no answer can tell from more. */
export const rounded = (value) => Math.round(value * 100) / 100;

export function writeModel({ bias, weights }, names, { weak, strong }) {
  const lines = names.map((name, place) => `    ${name}: ${rounded(weights[place])},`);
  writeFileSync(
    FILE,
    `import type { MatchFeatures } from './match-features.js';

// Written by \`npm run calibrate -- --write\`.

/** Weights of the logistic regression that \`confidence\` is. */
export const MATCH_MODEL: { readonly bias: number; readonly weights: MatchFeatures } = {
  bias: ${rounded(bias)},
  weights: {
${lines.join('\n')}
  },
};

/** From which confidence a passage is shown as an answer, and from which as a strong match. */
export const CONFIDENCE = { weak: ${weak}, strong: ${strong} } as const;
`,
  );
}
