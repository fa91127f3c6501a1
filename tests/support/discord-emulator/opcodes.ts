/** topics/opcodes-and-status-codes.mdx, "Gateway Opcodes". */
export const OPCODES = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  voiceStateUpdate: 4,
  resume: 6,
  reconnect: 7,
  requestGuildMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** topics/opcodes-and-status-codes.mdx, "Gateway Close Event Codes": the code, and the reason that Discord gives. */
export interface CloseReason {
  readonly code: number;
  readonly reason: string;
}

/** The same table: those with which the emulator ends a connection by itself. */
export const CLOSE = {
  unknownError: { code: 4000, reason: 'Unknown error.' },
  unknownOpcode: { code: 4001, reason: 'Unknown opcode.' },
  decodeError: { code: 4002, reason: 'Error while decoding payload.' },
  notAuthenticated: { code: 4003, reason: 'Not authenticated.' },
  authenticationFailed: { code: 4004, reason: 'Authentication failed.' },
  alreadyAuthenticated: { code: 4005, reason: 'Already authenticated.' },
  invalidSequence: { code: 4007, reason: 'Invalid sequence.' },
  rateLimited: { code: 4008, reason: 'Rate limited.' },
  invalidShard: { code: 4010, reason: 'Invalid shard.' },
  invalidVersion: { code: 4012, reason: 'Invalid API version.' },
  invalidIntents: { code: 4013, reason: 'Invalid intent(s).' },
  disallowedIntents: { code: 4014, reason: 'Disallowed intent(s).' },
} as const satisfies Readonly<Record<string, CloseReason>>;
