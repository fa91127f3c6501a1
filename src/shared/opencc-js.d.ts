// The declarations in the package import each other without file extensions, which NodeNext does not resolve.
declare module 'opencc-js/t2cn' {
  /** `source target|source target ...`, or the pairs themselves. */
  type Dictionary = string | readonly (readonly [string, string])[];

  export const Locale: { readonly to: { readonly cn: readonly (readonly Dictionary[])[] } };
  export function Converter(options: { readonly from: 't' | 'tw' | 'hk'; readonly to: 'cn' }): (text: string) => string;
}

declare module 'opencc-js/cn2t' {
  /** `source target|source target ...`, or the pairs themselves. */
  type Dictionary = string | readonly (readonly [string, string])[];
  /** Dictionaries that are looked up together, longest entry first; groups one after the other. */
  type Groups = readonly (readonly Dictionary[])[];

  export const Locale: { readonly from: { readonly cn: Groups }; readonly to: { readonly tw: Groups } };
}
