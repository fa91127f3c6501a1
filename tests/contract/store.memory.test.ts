import { createMemoryStore } from '../support/memory-store.js';
import { describeStore } from './store.js';

describeStore(
  'in memory',
  () => Promise.resolve((clock, retention) => Promise.resolve(createMemoryStore(clock, retention))),
  0,
);
