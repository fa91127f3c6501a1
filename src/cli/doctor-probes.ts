import type { FileSystem } from '../shared/file-system.js';
import type { DoctorProbes } from './doctor-checks.js';

/** What the probes look at; each part is asked only when its check runs. */
export interface ProbedParts extends Pick<
  DoctorProbes,
  'nodeVersion' | 'discordToken' | 'loadEncoder' | 'inspectIndex' | 'inspectStore'
> {
  readonly fileSystem: FileSystem;
  /** The data folders that questions are answered from. */
  readonly folders: () => Promise<readonly string[]>;
  readonly loadNativeModule: () => Promise<
    { readonly status: 'available' } | { readonly status: 'unavailable'; readonly reason: string }
  >;
}

/** How `yinju doctor` looks at the machine. */
export function doctorProbes({ fileSystem, folders, loadNativeModule, ...parts }: ProbedParts): DoctorProbes {
  return {
    ...parts,
    nativeModuleFault: async () => {
      const found = await loadNativeModule();
      return found.status === 'available' ? null : found.reason;
    },
    readDocuments: async () => {
      const { loadDocuments } = await import('../documents/load-documents.js');
      const found = await folders();
      const { documents } = await loadDocuments(fileSystem, found);
      return { folders: found, documents: documents.length };
    },
  };
}
