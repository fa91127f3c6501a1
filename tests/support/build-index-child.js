// Builds an index in a process of its own, and kills that process at a call of the file system, as a power cut would.
//   node build-index-child.js FOLDER WORD,WORD,... [CALL]
// Each word is a document of one passage. Runs what was compiled: a child process cannot run TypeScript.
import { buildIndex } from '../../build/indexing/build-index.js';
import { nodeProcessTable } from '../../build/indexing/lock/node-process-table.js';
import { systemClock } from '../../build/shared/clock.js';
import { nodeFileSystem } from '../../build/shared/node-file-system.js';

const [folder, words, call = 'Infinity'] = process.argv.slice(2);
let calls = 0;

/** Dies before the call; where it is a write, half of the bytes are written before that. */
const dying =
  (operation) =>
  async (...parameters) => {
    calls += 1;
    if (calls >= Number(call)) {
      const [path, bytes] = parameters;
      if (bytes instanceof Uint8Array) await nodeFileSystem[operation](path, bytes.subarray(0, bytes.length >> 1));
      process.kill(process.pid, 'SIGKILL');
    }
    return nodeFileSystem[operation](...parameters);
  };

const documents = words.split(',').map((word) => ({
  metadata: {
    id: word,
    scope: 'global',
    title: word,
    kind: null,
    author: null,
    agency: null,
    publisher: null,
    date: null,
    inferred: [],
    url: null,
    file: `${word}.txt`,
    sha256: word,
    bytesSha256: word,
  },
  source: word,
  blocks: [],
}));

await buildIndex({
  fileSystem: Object.fromEntries(Object.keys(nodeFileSystem).map((operation) => [operation, dying(operation)])),
  folder,
  readDocuments: async () => documents,
  sources: [],
  split: ({ metadata, source }) => [
    {
      id: `id-${metadata.id}`,
      document: metadata.id,
      position: 0,
      text: source,
      spans: [[0, source.length]],
      sentences: [[0, source.length]],
      section: [],
      role: 'body',
      truncated: { start: false, end: false },
      provision: null,
      page: null,
    },
  ],
  findMentions: () => [],
  encoder: {
    identity: {
      model: 'constant',
      dimension: 2,
      files: {},
      queryPrefix: '',
      passagePrefix: '',
      pooling: 'mean',
      dtype: 'fp32',
    },
    batchSize: 8,
    encode: async (texts) => texts.map(() => Float32Array.of(1, 0)),
    close: async () => {},
  },
  versions: { reader: '1', splitter: '1', tokenizer: '1', catalogue: '1' },
  clock: systemClock,
  processes: nodeProcessTable,
  loadHnsw: async () => ({ status: 'unavailable', reason: 'not used in this test' }),
}).then((report) => process.stdout.write(JSON.stringify({ ...report, calls })));
