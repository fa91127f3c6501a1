/** An answer of the REST API other than success: status, code of Discord, message, and what is wrong with which field. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  /** The body as Discord sends it (reference.mdx, "Error Messages"). */
  get body(): object {
    const errors = Object.fromEntries(
      Object.entries(this.errors).map(([field, message]) => [field, { _errors: [{ code: 'INVALID', message }] }]),
    );
    return { message: this.message, code: this.code, ...(Object.keys(errors).length === 0 ? {} : { errors }) };
  }
}

/* Codes: topics/opcodes-and-status-codes.mdx, "JSON Error Codes"; limits.md, line "codes". */
export const unauthorized = (): ApiError => new ApiError(401, 0, '401: Unauthorized');
export const notFound = (): ApiError => new ApiError(404, 0, '404: Not Found');
export const unknownChannel = (): ApiError => new ApiError(404, 10003, 'Unknown Channel');
export const unknownMessage = (): ApiError => new ApiError(404, 10008, 'Unknown Message');
export const unknownWebhook = (): ApiError => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = (): ApiError => new ApiError(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = (): ApiError =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const emptyMessage = (): ApiError => new ApiError(400, 50006, 'Cannot send an empty message');
export const invalidToken = (): ApiError => new ApiError(401, 50027, 'Invalid Webhook Token');
export const invalidForm = (errors: Readonly<Record<string, string>>): ApiError =>
  new ApiError(400, 50035, 'Invalid Form Body', errors);
export const invalidJson = (): ApiError => new ApiError(400, 50109, 'The request body contains invalid JSON.');
