/**
 * How often the translation of a text is nearest to it, among the translations of all texts of a file: lines of Chinese,
 * a tab, English. Right only where the very row is first; a row with the same text as another may lose to it.
 */
export async function translationAccuracy(encoder, tsv) {
  const rows = tsv
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const chinese = await encodeAll(
    encoder,
    rows.map(([text]) => text),
  );
  const english = await encodeAll(
    encoder,
    rows.map(([, text]) => text),
  );
  return { count: rows.length, toEnglish: firstShare(chinese, english), toChinese: firstShare(english, chinese) };
}

async function encodeAll(encoder, texts) {
  const vectors = [];
  for (let at = 0; at < texts.length; at += encoder.batchSize)
    vectors.push(...(await encoder.encode(texts.slice(at, at + encoder.batchSize), 'passage')));
  return vectors;
}

function firstShare(from, to) {
  const right = from.filter((vector, row) => {
    const own = dot(vector, to[row]);
    return to.every((other, place) => place === row || dot(vector, other) < own);
  });
  return right.length / from.length;
}

function dot(one, other) {
  return one.reduce((sum, value, index) => sum + value * other[index], 0);
}
