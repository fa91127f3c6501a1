// The files of weights that the program reads.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { REGRESSIONS } from './cross-validation.js';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'src', 'answering', 'refusal');

/** Weights as they are written: to a hundredth, which no answer can tell from more. */
const rounded = (value) => Math.round(value * 100) / 100;

const source = ({ bias, weights }, names) => {
  const lines = names.map((name, place) => `    ${name}: ${rounded(weights[place])},`);
  return `{
  bias: ${rounded(bias)},
  weights: {
${lines.join('\n')}
  },
}`;
};

export async function writeModels({ topic, answer }, { weak, strong }) {
  await write(
    'match-model.ts',
    `import type { MatchFeatures } from './match-features.js';

// Written by \`npm run calibrate -- --write\`.

/** A logistic regression: the logarithm of the odds is the bias and the weighted features. */
export interface LogisticModel {
  readonly bias: number;
  /** At least 0: no match loses by matching better. */
  readonly weights: Readonly<Partial<MatchFeatures>>;
}

/** Whether a question is on what the documents are about. */
export const TOPIC_MODEL: LogisticModel = ${source(topic, REGRESSIONS.topic.names)};

/** Whether the best passage answers a question on that. */
export const ANSWER_MODEL: LogisticModel = ${source(answer, REGRESSIONS.answer.names)};

/** From which confidence a passage is shown as an answer, and from which as a strong match. */
export const CONFIDENCE = { weak: ${weak}, strong: ${strong} } as const;
`,
  );
}

async function write(name, source) {
  const file = join(FOLDER, name);
  writeFileSync(file, await format(source, { ...(await resolveConfig(file)), filepath: file }));
}

/** Forms by their weight, to a tenth: those of less than a twentieth are left out. */
export async function writeUnsaid(weights) {
  const byTenth = new Map();
  for (const [form, weight] of weights) {
    const tenth = Math.round(weight * 10) / 10;
    if (tenth !== 0) byTenth.set(tenth, [...(byTenth.get(tenth) ?? []), form]);
  }
  const rows = [...byTenth].sort(([one], [other]) => one - other);
  const lines = rows.map(([weight, forms]) => `[${weight}, '${forms.sort().join('|')}'],`);
  await write(
    'unsaid-model.ts',
    `// Written by \`npm run calibrate -- --write\`.

/** Forms of questions with the weight that each has where a passage leaves it unsaid; \`|\` divides them. */
export const UNSAID_WEIGHTS: readonly (readonly [number, string])[] = [
${lines.join('\n')}
];
`,
  );
}
