import { YinjuError, reasonOf } from '../shared/errors.js';
import { fileErrorCode } from '../shared/file-system.js';

/** Where health, readiness and metrics are served. */
export interface OperationsAddress {
  /** A name or an address of this machine, such as 127.0.0.1. */
  readonly host: string;
  /** From 1; 0 lets the system choose. */
  readonly port: number;
}

/** What to do about a refusal of the system, by its code. */
const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program has it, perhaps another Yinju: end that one, or choose another OPERATIONS_PORT.',
  EACCES: 'Ports below 1024 are for privileged programs: choose another OPERATIONS_PORT, such as 9464.',
  EADDRNOTAVAIL: 'OPERATIONS_HOST must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.',
  ENOTFOUND: 'OPERATIONS_HOST must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.',
};

/** The system does not let Yinju listen for those who operate it. */
export class OperationsPortError extends YinjuError {
  readonly code = 'operations-port';
  readonly host: string;
  readonly port: number;
  /** What the system says, such as EADDRINUSE; null where it gives no code. */
  readonly reason: string | null;

  constructor({ host, port }: OperationsAddress, cause: unknown) {
    const reason = fileErrorCode(cause) ?? null;
    super(`The operations port ${port} on ${host} cannot be opened (${reason ?? reasonOf(cause)}).`, {
      cause,
      remedy:
        REMEDIES[reason ?? ''] ??
        'Check OPERATIONS_HOST and OPERATIONS_PORT; an empty OPERATIONS_PORT leaves the port closed.',
    });
    this.host = host;
    this.port = port;
    this.reason = reason;
  }
}
