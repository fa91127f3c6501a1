import { describe, expect, it } from 'vitest';
import { openPostgres } from '../../../../src/store/postgres/postgres-database.js';
import { explainPostgres, isPostgresContention } from '../../../../src/store/postgres/postgres-errors.js';
import { StoreAccessError } from '../../../../src/store/store-errors.js';

const failure = (code: string) => Object.assign(new Error('told by the server'), { code });

describe('an error of PostgreSQL', () => {
  it.each([
    ['28P01', 'store-access', /password/],
    ['28000', 'store-access', /DATABASE_URL/],
    ['3D000', 'store-access', /Create the database/],
    ['42501', 'store-access', /right to make tables/],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'store-access', /sslrootcert/],
    ['25006', 'store-write', /primary/],
    ['53100', 'store-write', /Make room/],
    ['58030', 'store-write', /disk/],
    ['53300', 'store-unavailable', /limits/],
    ['57P03', 'store-unavailable', /moment/],
    ['57014', 'store-unavailable', /moment/],
    ['08006', 'store-unavailable', /server runs/],
    ['ECONNREFUSED', 'store-unavailable', /server runs/],
    ['EAI_AGAIN', 'store-unavailable', /server runs/],
  ])('%s is %s and says what to do', (code, expected, remedy) => {
    const cause = failure(code);
    const error = explainPostgres('host:5432/name', cause);
    expect(error).toMatchObject({ code: expected, cause });
    expect(error?.message).toContain('host:5432/name');
    expect(error?.remedy).toMatch(remedy);
  });

  it('of all addresses of a host is told once', () => {
    const all = new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')], '');
    expect(explainPostgres('db', all)?.message).toBe('The database db does not answer: told by the server.');
  });

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'Query read timeout'])(
    'without a code, %s, is store-unavailable',
    (message) => expect(explainPostgres('db', new Error(message))?.code).toBe('store-unavailable'),
  );

  it('of the program itself stays what it is', () => {
    expect(explainPostgres('db', failure('23505'))).toBeNull();
    expect(explainPostgres('db', new TypeError('x is undefined'))).toBeNull();
  });

  it('that may be gone in a moment is worth another attempt, and no other', () => {
    expect(['40001', '40P01', '55P03', '23505', '28P01'].map((code) => isPostgresContention(failure(code)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the address of a PostgreSQL database', () => {
  it('is shown without user and password', async () => {
    const addresses = ['postgres://me:s%40cret@db.example:5433/bot?sslmode=require', 'postgresql:///bot?host=/run/pg'];
    const names = await Promise.all(
      addresses.map(async (address) => {
        const adapter = await openPostgres(address, () => undefined);
        await adapter.close();
        return adapter.name;
      }),
    );
    expect(names).toEqual(['db.example:5433/bot', '/run/pg/bot']);
  });

  it.each(['', 'mysql://me:secret@host/name', 'secret', 'postgres://me:sec ret@[host/name'])(
    'that is none is refused without repeating it: %j',
    async (address) => {
      const error: unknown = await openPostgres(address, () => undefined).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(StoreAccessError);
      expect(String(error)).not.toContain('secret');
      expect(error).toMatchObject({ remedy: expect.stringContaining('postgres://USER') as unknown });
    },
  );
});
