import type { IncomingMessage } from 'node:http';

/** A file that came with a request. */
export interface UploadedFile {
  readonly name: string;
  readonly text: string;
  /** Of the form: `files[0]` and so on. */
  readonly field: string;
  readonly bytes: number;
}

/** The body of a request: its JSON as text, and the files beside it. */
export interface RequestBody {
  readonly text: string;
  /** Of all of it. */
  readonly bytes: number;
  readonly files: readonly UploadedFile[];
}

/** reference.mdx, "Uploading Files": with files the body is multipart/form-data, its JSON the field `payload_json`. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const boundary = /^multipart\/form-data; ?boundary="?([^"]+)"?$/.exec(request.headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return { text: bytes.toString('utf8'), bytes: bytes.length, files: [] };
  const parts = partsOf(bytes, boundary);
  return {
    text: parts.find(({ name }) => name === 'payload_json')?.text ?? '',
    bytes: bytes.length,
    files: parts.flatMap(({ name: field, file, text }) =>
      file === null ? [] : [{ name: file, text, field, bytes: Buffer.byteLength(text) }],
    ),
  };
}

/** RFC 7578: each part after its boundary, headers, an empty line, its bytes. */
function partsOf(
  bytes: Buffer,
  boundary: string,
): readonly { readonly name: string; readonly file: string | null; readonly text: string }[] {
  // Latin-1 keeps every byte, so that what is cut out is what came.
  const sections = bytes.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return sections.map((section) => {
    const end = section.indexOf('\r\n\r\n');
    const headers = section.slice(0, end);
    const value = (field: string): string | null => new RegExp(`[; ]${field}="([^"]*)"`).exec(headers)?.[1] ?? null;
    const text = Buffer.from(section.slice(end + '\r\n\r\n'.length, -'\r\n'.length), 'latin1').toString('utf8');
    return { name: value('name') ?? '', file: value('filename'), text };
  });
}
