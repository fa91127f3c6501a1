import { z } from 'zod';
import { NUMBER_FORMATS, POOLINGS, type ModelPreset } from './model-presets.js';

/** What is said of a model beside it: in its folder, or, of one of the hub, in its folder of the cache. */
export const MODEL_SETTINGS_FILE = 'yinju-model.json';

/** Longer than any instruction that a model was trained with. */
const prefix = z.string().max(500).exactOptional();

const settings = z.strictObject({
  queryPrefix: prefix,
  passagePrefix: prefix,
  pooling: z.enum(POOLINGS, { error: `must be one of ${POOLINGS.join(', ')}` }).exactOptional(),
  dtype: z.enum(NUMBER_FORMATS, { error: `must be one of ${NUMBER_FORMATS.join(', ')}` }).exactOptional(),
  simplified: z.boolean().exactOptional(),
});

/** What a file says of a model, or the first thing that is wrong with it, as the end of a sentence. */
export type ParsedModelSettings =
  | { readonly status: 'settings'; readonly settings: Partial<ModelPreset> }
  | { readonly status: 'wrong'; readonly reason: string };

/** Reads the text of a `yinju-model.json`: an object with any of the keys of `ModelPreset`, and no other. */
export function parseModelSettings(json: string): ParsedModelSettings {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { status: 'wrong', reason: 'is no JSON' };
  }
  const parsed = settings.safeParse(value);
  if (parsed.success) return { status: 'settings', settings: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')} `;
  return { status: 'wrong', reason: `cannot be used: ${place}${issue?.message ?? 'is wrong'}` };
}
