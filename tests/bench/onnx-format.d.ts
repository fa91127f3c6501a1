type Numbers = Float32Array | Int8Array | BigInt64Array;

export function attribute(name: string, value: number | readonly number[]): Buffer;
export function node(
  type: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: readonly Buffer[],
): Buffer;
export function tensor(name: string, dims: readonly number[], data: Numbers): Buffer;
export function tensorInFile(name: string, dims: readonly number[], file: string): Buffer;
export function valueInfo(name: string, dataType: number, sizes: readonly (number | string)[]): Buffer;
export function graphModel(parts: {
  readonly nodes: readonly Buffer[];
  readonly weights: readonly Buffer[];
  readonly inputs: readonly Buffer[];
  readonly outputs: readonly Buffer[];
}): Buffer;
