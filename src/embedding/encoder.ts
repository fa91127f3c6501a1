/** Everything about an encoder that changes its vectors: two encoders with equal identities give equal vectors. */
export interface EncoderIdentity {
  /** `zh-en` for the built-in one, else the name on the hub, such as `Xenova/multilingual-e5-small`. */
  readonly model: string;
  /** Length of a vector. */
  readonly dimension: number;
  /** SHA-256 of every file that its vectors come from, by its path below the model's folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  /** How the vectors of tokens become one; `model`: the model does that itself. */
  readonly pooling: 'mean' | 'cls' | 'last_token' | 'model';
  /** Number format of the weights, such as `q8`. */
  readonly dtype: string;
}

/** The tokens of a text, each once, in no order that means anything. */
export interface TextTokens {
  /** Their numbers in the vocabulary of the model, without those that mark ends. */
  readonly ids: Int32Array;
  /** How long the vector of each is, in their order, 0 or more: the longer, the more its token tells. */
  readonly weights: Float32Array;
}

/** The tokens of a text, and the vector of the whole of it. */
export interface EncodedTokens extends TextTokens {
  /** As `encode` gives it. */
  readonly vector: Float32Array;
}

/** What an encoder tells of tokens, so that texts can be compared token by token. */
export interface TokenEncoder {
  /**
   * What `Encoder.encode` gives, with the tokens of each text.
   * @throws RangeError where more than `batchSize` texts come; the signal's reason where it is aborted
   */
  encode(
    texts: readonly string[],
    purpose: 'query' | 'passage',
    signal?: AbortSignal,
  ): Promise<readonly EncodedTokens[]>;
  /**
   * How near the nearest token of each text is to each of some tokens: the largest cosine of their vectors (the built-in
   * encoder: of the first 256 numbers of each), at least 0 and at most 1 but for rounding; 0 for a text without tokens, and
   * where a vector has no length.
   * @param texts the tokens of each
   * @param others at least one
   * @returns those of the first text with each of the others, then those of the next
   */
  readonly nearest: (texts: readonly Int32Array[], others: Int32Array) => Promise<Float32Array>;
}

/** Turns text into vectors of length 1 (inner product = cosine). Owned by those who call it: retrieval and indexing. */
export interface Encoder {
  readonly identity: EncoderIdentity;
  /** How many texts one call takes at most. */
  readonly batchSize: number;
  /**
   * Encodes texts in their order. `query` and `passage` differ for models with prefixes.
   * @returns one vector a text, each of `identity.dimension` numbers and length 1 (an empty text gives a vector too)
   * @throws RangeError where more than `batchSize` texts come; the signal's reason where it is aborted
   */
  encode(
    texts: readonly string[],
    purpose: 'query' | 'passage',
    signal?: AbortSignal,
  ): Promise<readonly Float32Array[]>;
  /** Where a token has the same vector in every text; absent where vectors depend on the tokens around them. */
  readonly tokens?: TokenEncoder;
  /** Frees what the model holds; afterwards nothing of it must be called. */
  close(): Promise<void>;
}
