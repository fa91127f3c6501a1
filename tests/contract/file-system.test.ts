import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { FailingFileSystem } from '../support/failing-file-system.js';
import { describeFileSystem } from './file-system.js';

describeFileSystem('nodeFileSystem', () => nodeFileSystem);

// The one that fails on purpose must otherwise do what the real one does, or tests with it prove nothing.
describeFileSystem('FailingFileSystem without a fault', () => new FailingFileSystem(nodeFileSystem, null));
