import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { once } from '../../../src/shared/once.js';
import { asObject } from './json.js';

const FILE = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'discord', 'openapi.json');

/** Checks request bodies against Discord's official API description. */
export interface OfficialDescription {
  /** What is wrong with a body, empty where nothing is, or where the description says nothing about it. */
  problems(method: string, path: string, body: unknown): readonly string[];
}

/** The integer in the description is a string in what discord.js sends (limits.md, last section). */
function withIntegerPermissions(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withIntegerPermissions);
  const permissions = asObject(body).default_member_permissions;
  return typeof permissions === 'string'
    ? { ...asObject(body), default_member_permissions: Number(permissions) }
    : body;
}

function load(): OfficialDescription | null {
  if (!existsSync(FILE)) return null;
  const description = asObject(JSON.parse(readFileSync(FILE, 'utf8')));
  // That the description is a right one is not the matter here, and takes longer than all the rest.
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, validateSchema: false });
  formats.default(ajv);
  ajv.addSchema(description, 'discord');
  const validators = new Map<string, ValidateFunction>();
  const templates = Object.entries(asObject(description.paths)).map(([template, operations]) => ({
    template,
    operations: asObject(operations),
    // Fixed segments go before placeholders: `@original` is a path of its own.
    weight: (template.match(/\{/g) ?? []).length,
    pattern: new RegExp(`^${template.replaceAll(/[.@/]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  }));
  templates.sort((one, two) => one.weight - two.weight);
  const escaped = (part: string): string =>
    part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
  return {
    problems: (method, path, body) => {
      const found = templates.find(
        ({ pattern, operations }) => pattern.test(path) && method.toLowerCase() in operations,
      );
      if (found === undefined) return [`The official description has no ${method} ${path}`];
      const operation = asObject(found.operations[method.toLowerCase()]);
      const content = asObject(asObject(operation.requestBody).content);
      if (!('application/json' in content)) return [];
      const pointer = [
        'paths',
        found.template,
        method.toLowerCase(),
        'requestBody',
        'content',
        'application/json',
        'schema',
      ];
      const reference = `discord#/${pointer.map(escaped).join('/')}`;
      const validate = validators.get(reference) ?? ajv.compile({ $ref: reference });
      validators.set(reference, validate);
      return validate(withIntegerPermissions(body)) ? [] : errorsOf(validate);
    },
  };
}

/** The description where it lies beside the checkout, else null. Read once: it is large. */
export const officialDescription = once(load);

function errorsOf(validate: ValidateFunction): readonly string[] {
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
