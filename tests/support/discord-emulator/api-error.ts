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

  /** Headers of the answer, beside the usual ones. */
  get headers(): Readonly<Record<string, string>> {
    return {};
  }

  /** The body as Discord sends it (reference.mdx, "Error Messages"). */
  get body(): object {
    const errors = Object.fromEntries(
      Object.entries(this.errors).map(([field, message]) => [field, { _errors: [{ code: 'INVALID', message }] }]),
    );
    return { message: this.message, code: this.code, ...(Object.keys(errors).length === 0 ? {} : { errors }) };
  }
}

/** topics/rate-limits.mdx, "Exceeding A Rate Limit": 429, for a route or for everything that the bot sends. */
export class RateLimited extends ApiError {
  constructor(
    readonly seconds: number,
    readonly global: boolean,
    /** "Note that normal route rate-limiting headers will also be sent in this response." */
    readonly routeHeaders: Readonly<Record<string, string>> = {},
  ) {
    super(429, 0, 'You are being rate limited.');
  }

  override get headers(): Readonly<Record<string, string>> {
    return {
      ...this.routeHeaders,
      'retry-after': String(this.seconds),
      'x-ratelimit-scope': this.global ? 'global' : 'user',
      ...(this.global ? { 'x-ratelimit-global': 'true' } : {}),
    };
  }

  override get body(): object {
    return { message: this.message, retry_after: this.seconds, global: this.global };
  }
}

/* Codes: topics/opcodes-and-status-codes.mdx, "JSON Error Codes"; limits.md, line "codes". */
export const unauthorized = (): ApiError => new ApiError(401, 0, '401: Unauthorized');
export const notFound = (): ApiError => new ApiError(404, 0, '404: Not Found');
export const unknownChannel = (): ApiError => new ApiError(404, 10003, 'Unknown Channel');
export const unknownMessage = (): ApiError => new ApiError(404, 10008, 'Unknown Message');
export const unknownWebhook = (): ApiError => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = (): ApiError => new ApiError(404, 10062, 'Unknown interaction');
export const tooLarge = (): ApiError => new ApiError(413, 40005, 'Request entity too large');
export const alreadyAcknowledged = (): ApiError =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const tooManyFollowUps = (): ApiError =>
  new ApiError(400, 40094, 'This interaction has hit the maximum number of follow up messages');
export const missingAccess = (): ApiError => new ApiError(403, 50001, 'Missing Access');
export const emptyMessage = (): ApiError => new ApiError(400, 50006, 'Cannot send an empty message');
export const cannotSendToUser = (): ApiError => new ApiError(403, 50007, 'Cannot send messages to this user');
export const missingPermissions = (): ApiError => new ApiError(403, 50013, 'Missing Permissions');
export const invalidToken = (): ApiError => new ApiError(401, 50027, 'Invalid Webhook Token');
export const invalidForm = (errors: Readonly<Record<string, string>>): ApiError =>
  new ApiError(400, 50035, 'Invalid Form Body', errors);
export const threadArchived = (): ApiError => new ApiError(400, 50083, 'Thread is archived');
export const invalidJson = (): ApiError => new ApiError(400, 50109, 'The request body contains invalid JSON.');
export const noHistory = (): ApiError =>
  new ApiError(400, 160002, 'Cannot reply without permission to read message history');
export const threadAlreadyCreated = (): ApiError =>
  new ApiError(400, 160004, 'A thread has already been created for this message');

/** Codes that say that a body is wrong: a bot that knows the limits never gets one of them. */
const FORM_CODES: readonly number[] = [40005, 50006, 50035, 50109];

/** Whether an answer says that the body of the request was none that Discord takes. */
export function isFormError({ code }: ApiError): boolean {
  return FORM_CODES.includes(code);
}
