import { loadBuiltInEncoder } from '../support/built-in-encoder.js';
import { describeEncoder } from './encoder.js';

describeEncoder('the built-in model', loadBuiltInEncoder);
