// As much of the ONNX file format as transformer-model.js needs: protocol buffers with the field numbers of onnx.proto
// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).

const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;

function varint(value) {
  const bytes = [];
  // Negative numbers take ten bytes, as 64-bit two's complement.
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    if (rest < 128n) return Buffer.from([...bytes, Number(rest)]);
    bytes.push(Number(rest & 127n) | 128);
  }
}

const key = (field, wire) => varint((field << 3) | wire);
const integer = (field, value) => Buffer.concat([key(field, VARINT), varint(value)]);
const chunk = (field, bytes) => Buffer.concat([key(field, BYTES), varint(bytes.length), bytes]);
const string = (field, text) => chunk(field, Buffer.from(text));

function float(field, value) {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([key(field, FIXED32), bytes]);
}

/** AttributeProto: a float, a whole number, or a list of whole numbers. */
export function attribute(name, value) {
  if (Array.isArray(value))
    return Buffer.concat([string(1, name), ...value.map((one) => integer(8, one)), integer(20, 7)]);
  if (Number.isInteger(value)) return Buffer.concat([string(1, name), integer(3, value), integer(20, 2)]);
  return Buffer.concat([string(1, name), float(2, value), integer(20, 1)]);
}

/** NodeProto: one operation. */
export function node(type, inputs, outputs, attributes) {
  return Buffer.concat([
    ...inputs.map((name) => string(1, name)),
    ...outputs.map((name) => string(2, name)),
    string(4, type),
    ...attributes.map((one) => chunk(5, one)),
  ]);
}

/** Data types of TensorProto by the arrays that hold them. */
const DATA_TYPES = new Map([
  [Float32Array, 1],
  [Int8Array, 3],
  [BigInt64Array, 7],
]);

/** TensorProto: a constant. Its numbers are written as they lie in memory, which must be little-endian. */
export function tensor(name, dims, data) {
  return Buffer.concat([
    ...dims.map((size) => integer(1, size)),
    integer(2, DATA_TYPES.get(data.constructor)),
    string(8, name),
    chunk(9, Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  ]);
}

/** TensorProto of floats that stand in a file beside the model, from its first byte on. */
export function tensorInFile(name, dims, file) {
  const entry = Buffer.concat([string(1, 'location'), string(2, file)]);
  return Buffer.concat([
    ...dims.map((size) => integer(1, size)),
    integer(2, DATA_TYPES.get(Float32Array)),
    string(8, name),
    chunk(13, entry),
    integer(14, 1),
  ]);
}

/** ValueInfoProto: an input or output of the graph. A size is a number, or a name where it may be any. */
export function valueInfo(name, dataType, sizes) {
  const dims = sizes.map((size) => chunk(1, typeof size === 'number' ? integer(1, size) : string(2, size)));
  const tensorType = Buffer.concat([integer(1, dataType), chunk(2, Buffer.concat(dims))]);
  return Buffer.concat([string(1, name), chunk(2, chunk(1, tensorType))]);
}

/** ModelProto of IR version 8 and operators of version 17. */
export function graphModel({ nodes, weights, inputs, outputs }) {
  const graph = Buffer.concat([
    ...nodes.map((one) => chunk(1, one)),
    string(2, 'graph'),
    ...weights.map((one) => chunk(5, one)),
    ...inputs.map((one) => chunk(11, one)),
    ...outputs.map((one) => chunk(12, one)),
  ]);
  const operators = Buffer.concat([string(1, ''), integer(2, 17)]);
  return Buffer.concat([integer(1, 8), chunk(7, graph), chunk(8, operators)]);
}
