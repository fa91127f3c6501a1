import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Block, DocumentMetadata, SourceDocument } from '../../src/documents/document.js';
import type { Passage, Provision } from '../../src/documents/passage.js';
import type { BuildRequest } from '../../src/indexing/build/build-request.js';
import type { OpenRequest } from '../../src/indexing/open-index.js';
import type { ProcessIdentity, ProcessTable } from '../../src/indexing/lock/process-table.js';
import type { LawMention } from '../../src/indexing/files/segment.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { HashingEncoder } from './hashing-encoder.js';

/** Versions as a program would have them. */
export const VERSIONS = { reader: '1', splitter: '1', tokenizer: '1', catalogue: '1' } as const;

const hexadecimal = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A document of one paragraph a line. */
export function documentOf(
  id: string,
  lines: readonly string[],
  metadata: Partial<DocumentMetadata> = {},
): SourceDocument {
  const source = lines.join('\n');
  let start = 0;
  const blocks = lines.map((line): Block => {
    const from = start;
    start += line.length + 1;
    return {
      kind: 'paragraph',
      spans: [[from, from + line.length]],
      level: null,
      role: 'body',
      truncated: { start: false, end: false },
      leavesSection: false,
      afterGap: false,
      page: null,
    };
  });
  return {
    metadata: {
      id,
      scope: 'global',
      title: `Title of ${id}`,
      kind: null,
      author: null,
      agency: null,
      publisher: null,
      date: null,
      inferred: [],
      url: null,
      file: `${id}.txt`,
      sha256: hexadecimal(source),
      bytesSha256: hexadecimal(source),
      ...metadata,
    },
    source,
    blocks,
  };
}

/** One passage a paragraph. A paragraph that begins with `law/article:` is that article of that law. */
export function splitLines({ metadata, source, blocks }: SourceDocument): readonly Passage[] {
  return blocks.map((block, position) => {
    const [start, end] = block.spans[0] ?? [0, 0];
    const text = source.slice(start, end);
    const occurrence = blocks
      .slice(0, position)
      .filter(({ spans: [other = [0, 0]] }) => source.slice(...other) === text).length;
    return {
      id: hexadecimal(`${metadata.id}\n${text}\n${occurrence}`).slice(0, 16),
      document: metadata.id,
      position,
      text,
      spans: [[start, end]],
      sentences: [[0, text.length]],
      section: [],
      role: 'body',
      truncated: { start: false, end: false },
      provision: provisionOf(text),
      page: null,
    };
  });
}

function provisionOf(text: string): Provision | null {
  const [, law, article] = /^([a-z]+)\/([\d-]+):/.exec(text) ?? [];
  if (law === undefined || article === undefined) return null;
  return { law, version: null, article, paragraph: null, item: null };
}

/** Names of laws in 《》 that consist of small letters. */
function mentionsIn(text: string): readonly LawMention[] {
  return [...text.matchAll(/《([a-z]+)》/g)].map((match) => ({
    law: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
    wording: match[0],
  }));
}

/** A machine whose processes are those that the test names. */
export function processesOf(self: Partial<ProcessIdentity>, alive: readonly ProcessIdentity[] = []): ProcessTable {
  const identity = { pid: 100, host: 'here', startedAt: '2026-01-01T00:00:00.000Z', mark: 'boot/1', ...self };
  return {
    self: () => Promise.resolve(identity),
    isAlive: ({ pid, mark }) =>
      Promise.resolve([identity, ...alive].some((one) => one.pid === pid && one.mark === mark)),
  };
}

/** A request that builds an index below `folder`; every part of it may be replaced. */
export function buildRequest(
  folder: string,
  documents: readonly SourceDocument[],
  changes: Partial<BuildRequest> = {},
): BuildRequest {
  return {
    fileSystem: nodeFileSystem,
    folder: join(folder, 'index'),
    readDocuments: () => Promise.resolve(documents),
    sources: null,
    split: splitLines,
    findMentions: mentionsIn,
    encoder: new HashingEncoder(),
    versions: VERSIONS,
    clock: { now: () => new Date('2026-01-02T03:04:05Z'), monotonic: () => 0 },
    processes: processesOf({}),
    loadHnsw: () => Promise.resolve({ status: 'unavailable', reason: 'not used in this test' }),
    ...changes,
  };
}

/** A request that opens what `buildRequest` builds. */
export function openRequest(folder: string, changes: Partial<OpenRequest> = {}): OpenRequest {
  return {
    fileSystem: nodeFileSystem,
    folder: join(folder, 'index'),
    encoder: new HashingEncoder().identity,
    versions: VERSIONS,
    sources: null,
    loadHnsw: () => Promise.resolve({ status: 'unavailable', reason: 'not used in this test' }),
    ...changes,
  };
}
