import { describe, expect, it } from 'vitest';
import type { DocumentDate } from '../../../../src/documents/document.js';
import { findMentions } from '../../../../src/laws/names/find-mentions.js';
import { noticesFor } from '../../../../src/laws/catalogue/notices.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();
const TODAY = '2026-11-21';
const written = (from: string, to = from): DocumentDate => ({ from, to, basis: 'inferred' });
const noticesOf = (text: string, date: DocumentDate | null, today = TODAY): readonly unknown[] =>
  noticesFor(findMentions(text, catalogue.matcher), date, today, catalogue);

const AMENDED = { key: 'rule-amended', law: 'cybersecurity-law', since: '2026-01-01' };

describe('noticesFor', () => {
  it('tells of a rule that has been replaced: the article of 2017 names the trial measures replaced in 2020', () => {
    expect(noticesOf('制定出台《网络产品和服务安全审查办法（试行）》', written('2017-08-24', '2017-09-27'))).toEqual([
      {
        key: 'rule-replaced',
        law: 'network-products-services-security-review-measures-trial',
        replacedBy: 'cybersecurity-review-measures',
        since: '2020-06-01',
      },
    ]);
  });

  it('tells of a law amended after the document was written', () => {
    expect(noticesOf('网络安全法施行六周年', written('2023-09-10', '2023-09-11'))).toEqual([AMENDED]);
  });

  it('says nothing of an amendment that is still to come on that day', () => {
    expect(noticesOf('网络安全法', written('2023-09-10'), '2025-12-31')).toEqual([]);
  });

  it('says nothing where the document is younger than the amendment', () => {
    expect(noticesOf('网络安全法', written('2026-02-01'))).toEqual([]);
  });

  it('lets an inferred date decide only where its whole range lies on one side', () => {
    expect(noticesOf('网络安全法', written('2025-12-01', '2026-02-01'))).toEqual([AMENDED]);
    expect(noticesOf('网络安全法', null)).toEqual([AMENDED]);
  });

  it('tells of the last amendment before today, not of those that the document knew', () => {
    expect(noticesOf('《网络安全审查办法》', written('2021-01-01'))).toEqual([
      { key: 'rule-amended', law: 'cybersecurity-review-measures', since: '2022-02-15' },
    ]);
    expect(noticesOf('《网络安全审查办法》', written('2023-07-14'))).toEqual([]);
  });

  it('tells of a later rule that changed how the named one applies', () => {
    expect(noticesOf('《数据出境安全评估办法》', written('2023-07-14'))).toEqual([
      {
        key: 'rule-modified',
        law: 'data-export-security-assessment-measures',
        by: '促进和规范数据跨境流动规定',
        since: '2024-03-22',
      },
    ]);
  });

  it('tells each thing once, and nothing of a law that only its subject brings up', () => {
    expect(noticesOf('网络安全法。《网络安全法》。', written('2020-01-01'))).toEqual([AMENDED]);
    expect(noticesOf('党的十九大', written('2018-01-01'))).toEqual([]);
  });
});
