import { shownFiles } from './check-components.js';
import { asList, asObject, asText, type JsonObject } from './json.js';
import type { UploadedFile } from './read-body.js';

/** limits.md, "file 10 MiB default" (reference.mdx:430, "Uploading Files"). */
const FILE_BYTES = 10 * 1024 * 1024;

/**
 * reference.mdx, "Uploading Files" and "Editing Message Attachments": each upload is `files[n]` with the n of its
 * attachment, and each file component shows an upload. @returns what is wrong; empty where nothing is
 */
export function checkFiles(
  body: JsonObject,
  components: readonly JsonObject[],
  files: readonly UploadedFile[],
): Readonly<Record<string, string>> {
  if (files.some(({ bytes }) => bytes > FILE_BYTES)) return { files: 'File exceeds the maximum size' };
  const ids = asList(body.attachments).map((one) => {
    const { id } = asObject(one);
    return typeof id === 'number' ? String(id) : asText(id);
  });
  if (files.some(({ field }) => !ids.some((id) => field === `files[${id}]`)))
    return { attachments: 'An upload has no attachment of its number' };
  const names = files.map(({ name }) => `attachment://${name}`);
  const missing = shownFiles(components).some((url) => !names.includes(url));
  return missing ? { components: 'The referenced attachment was not found' } : {};
}
