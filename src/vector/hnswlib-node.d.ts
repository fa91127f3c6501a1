/**
 * The part of hnswlib-node 3 that Yinju uses. Declared here because the package is optional: where it could not be
 * compiled it is not installed at all, and the program must still build.
 */
declare module 'hnswlib-node' {
  export class HierarchicalNSW {
    constructor(spaceName: 'l2' | 'ip' | 'cosine', numDimensions: number);
    initIndex(maxElements: number, m?: number, efConstruction?: number, randomSeed?: number): void;
    readIndex(filename: string): Promise<boolean>;
    writeIndex(filename: string): Promise<boolean>;
    addPoint(point: readonly number[], label: number): void;
    searchKnn(
      queryPoint: readonly number[],
      numNeighbors: number,
      filter?: (label: number) => boolean,
    ): { readonly distances: readonly number[]; readonly neighbors: readonly number[] };
    getCurrentCount(): number;
    getNumDimensions(): number;
    setEf(ef: number): void;
  }
  const addon: { readonly HierarchicalNSW: typeof HierarchicalNSW };
  export default addon;
}
