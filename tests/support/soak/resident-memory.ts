import { readFileSync } from 'node:fs';

/** Resident memory of a process in MiB, as Linux tells it; null elsewhere, and where the process is gone. */
export function residentMebibytes(pid: number): number | null {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? null : Number(kibibytes) / 1024;
  } catch {
    return null;
  }
}
