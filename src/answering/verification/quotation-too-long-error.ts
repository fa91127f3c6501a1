import { YinjuError } from '../../shared/errors.js';

/** Longest text that can be verified, in UTF-16 units without the white space around it: a page. */
export const MAXIMUM_VERIFIED_LENGTH = 2000;

/** A text is too long to be looked for word by word. */
export class QuotationTooLongError extends YinjuError {
  readonly code = 'quotation-too-long';
  readonly maximum = MAXIMUM_VERIFIED_LENGTH;

  constructor(readonly length: number) {
    super(`A text of ${length} characters cannot be verified at once: ${MAXIMUM_VERIFIED_LENGTH} are the most.`, {
      remedy: 'Verify it paragraph by paragraph.',
    });
  }
}
