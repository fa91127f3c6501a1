import { HashingEncoder } from '../support/hashing-encoder.js';
import { describeEncoder } from './encoder.js';

describeEncoder('the hashing encoder of the tests', () => Promise.resolve(new HashingEncoder()));
