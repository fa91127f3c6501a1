// The files that the parent process hands to those that measure: passages, questions, and the index of Yinju.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const passagesFile = (folder) => join(folder, 'passages.json');
const questionsFile = (folder) => join(folder, 'questions.json');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Where the index of Yinju lies. */
export const indexFolder = (folder) => join(folder, 'index');

/** `{ id, document, text }` of every passage that may be found, in the order of the index. */
export const readPassages = (folder) => readJson(passagesFile(folder));

/** What is asked, in order. */
export const readQuestions = (folder) => readJson(questionsFile(folder));

/** Writes both. */
export function writeMaterial(folder, passages, questions) {
  writeFileSync(passagesFile(folder), JSON.stringify(passages));
  writeFileSync(questionsFile(folder), JSON.stringify(questions));
}
