/** An interface whose every member is a method that returns a promise: it can be called from another thread. */
export type Remotable<Service> = Readonly<Record<keyof Service, (...values: never[]) => Promise<unknown>>> & {
  // An object with this method would be taken for a promise itself.
  readonly then?: never;
};

/** Calls the method of that name where the service really is. */
export type RemoteCall = (method: string, values: readonly unknown[]) => Promise<unknown>;

/**
 * An object with the methods of a service that is somewhere else: every call of a method goes to `call`. Methods that the
 * interface gains later work without a change here.
 */
export function remoteService<Service extends Remotable<Service>>(call: RemoteCall): Service {
  const methods = new Map<string, (...values: unknown[]) => Promise<unknown>>();
  const methodNamed = (name: string): ((...values: unknown[]) => Promise<unknown>) => {
    const known = methods.get(name) ?? ((...values) => call(name, values));
    methods.set(name, known);
    return known;
  };
  // The one place where a type is taken on trust: nothing but the names and values of calls gets here.
  return new Proxy({} as Service, {
    get: (_, name) => (typeof name === 'string' && name !== 'then' ? methodNamed(name) : undefined),
  });
}

/** The signal that a call was given, wherever it stands among its values. */
export function signalAmong(values: readonly unknown[]): AbortSignal | undefined {
  return values.find((value) => value instanceof AbortSignal);
}

/** The result of a call to a method of a service, given by its name. @throws RangeError where it has no such method */
export async function callByName(service: object, method: string, values: readonly unknown[]): Promise<unknown> {
  const found: unknown = Reflect.get(service, method);
  if (typeof found !== 'function') throw new RangeError(`There is no method ${JSON.stringify(method)}`);
  const result: unknown = await Reflect.apply(found, service, values);
  return result;
}
