import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptOf, simplifyCharacter, toSimplified } from '../../../src/shared/simplified.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const LAWS = join(ROOT, '..', 'shared', 'lawrefbook');

describe('traditional script as simplified', () => {
  it.each([
    ['網絡安全審查辦法', '网络安全审查办法'],
    ['徵求公眾意見', '征求公众意见'],
    ['顯著輕微的違法著作', '显著轻微的违法著作'],
    ['乾隆年間的乾燥氣候', '乾隆年间的干燥气候'],
    ['皇后說後果', '皇后说后果'],
    ['瞭解與瞭望', '了解与瞭望'],
    ['答覆覆蓋', '答复覆盖'],
    ['網路', '网路'],
    ['The 網絡 law', 'The 网络 law'],
  ])('%s', (traditional, simplified) => {
    expect(toSimplified(traditional)).toBe(simplified);
  });

  it.each(['编著', '乾隆', '瞭望', '慰藉', '覆盖', '宫商角徵羽', '著作权', '', 'law', '\ud800', '甚至'])(
    'leaves %j as it is',
    (text) => {
      expect(toSimplified(text)).toBe(text);
    },
  );

  it.each(readdirSync(join(ROOT, 'data', 'documents')).filter((name) => name.endsWith('.txt')))(
    'leaves the simplified document %s as it is',
    (name) => {
      const text = readFileSync(join(ROOT, 'data', 'documents', name), 'utf8');
      expect(toSimplified(text)).toBe(text);
    },
  );

  describe.skipIf(!existsSync(LAWS))('in the laws of the People’s Republic', () => {
    it('changes no more than one line in ten thousand: names of species, and 諮 once', () => {
      const lines = readdirSync(LAWS, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .flatMap((name) => readFileSync(join(LAWS, name), 'utf8').split('\n'));
      const changed = lines.filter((line) => toSimplified(line) !== line);
      expect(changed.length).toBeLessThan(lines.length / 10_000);
    });
  });
});

describe('single characters', () => {
  it.each([
    ['網', '网'],
    ['著', '着'],
    ['乾', '干'],
    ['於', '于'],
    ['网', '网'],
    ['a', 'a'],
  ])('%s folds to %s', (character, simplified) => {
    expect(simplifyCharacter(character)).toBe(simplified);
  });

  it.each(['網', '國', '後', '說', '於'])('%s is traditional', (character) => {
    expect(scriptOf(character)).toBe('traditional');
  });

  it.each(['网', '国', '说', '们', '这'])('%s is simplified', (character) => {
    expect(scriptOf(character)).toBe('simplified');
  });

  it.each(['后', '里', '公', '安', '著', '乾', '台', '面', '峰', 'a', ''])('%j does not say', (character) => {
    expect(scriptOf(character)).toBeNull();
  });
});
