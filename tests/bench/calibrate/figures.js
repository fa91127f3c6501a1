// What confidences and borders cost, with bootstrap intervals over groups of questions.

/** The share of answerable questions that may be refused, out of fold, and of near misses that may be called strong. */
const BARS = { refused: 0.095, strong: 0.03 };

const BOOTSTRAP = { samples: 1000, outside: 0.025 };

const isStrong = ({ confidence, coverage, borders }, leastCoverage) =>
  confidence >= borders.strong && coverage >= leastCoverage;

/** The rates, each with the questions that it is a share of and those that count. */
const RATES = {
  'answerable, refused': ['answerable', ({ confidence, borders }) => confidence < borders.weak],
  'near misses, answered': ['near', ({ confidence, borders }) => confidence >= borders.weak],
  'near misses, strong': ['near', isStrong],
  'other fields, answered': ['off', ({ confidence, borders }) => confidence >= borders.weak],
  'answerable, strong': ['answerable', isStrong],
};

export const RATE_NAMES = Object.keys(RATES);

function rateOf(rows, name, leastCoverage) {
  const [sort, counts] = RATES[name];
  const some = rows.filter((row) => row.sort === sort);
  return some.length === 0 ? NaN : some.filter((row) => counts(row, leastCoverage)).length / some.length;
}

/**
 * The largest weak border, in hundredths, that refuses no more of the answerable questions than the bar allows; and the least strong
 * one that calls no more near misses strong.
 */
export function chooseBorders(rows, leastCoverage) {
  const hundredths = Array.from({ length: 98 }, (_, at) => (at + 1) / 100);
  const at = (borders) => rows.map((row) => ({ ...row, borders }));
  const rate = (name, borders) => rateOf(at(borders), name, leastCoverage);
  const weak = hundredths.filter((border) => rate('answerable, refused', { weak: border, strong: 1 }) <= BARS.refused);
  const strong = hundredths.find((border) => rate('near misses, strong', { weak: 0, strong: border }) <= BARS.strong);
  return { weak: weak.at(-1) ?? 0.01, strong: Math.max(strong ?? 0.99, weak.at(-1) ?? 0.01) };
}

/** One row of a table: each rate, with its interval where random numbers are given. Rows hold `confidence` and `borders`. */
export function ratesRow(title, rows, leastCoverage, random) {
  const samples = random === undefined ? [] : resampled(rows, random);
  const cells = RATE_NAMES.map((name) => {
    const rate = rateOf(rows, name, leastCoverage);
    if (samples.length === 0 || Number.isNaN(rate)) return Number.isNaN(rate) ? '–' : rate.toFixed(3);
    const drawn = samples.map((sample) => rateOf(sample, name, leastCoverage)).sort((one, other) => one - other);
    const bound = (share) => (drawn[Math.round(share * (drawn.length - 1))] ?? NaN).toFixed(3);
    return `${rate.toFixed(3)} [${bound(BOOTSTRAP.outside)}, ${bound(1 - BOOTSTRAP.outside)}]`;
  });
  return `| ${title} | ${cells.join(' | ')} |`;
}

/** Draws as many groups as there are, with what belongs to them: translations of one question are no evidence of their own. */
function resampled(rows, random) {
  const byGroup = new Map();
  for (const row of rows) byGroup.set(row.group, [...(byGroup.get(row.group) ?? []), row]);
  const groups = [...byGroup.values()];
  return Array.from({ length: BOOTSTRAP.samples }, () =>
    groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? []),
  );
}

/** The curve: what each border costs, by sort and language. */
export function curve(rows, borders, inUse) {
  const of = (sort, isChinese) =>
    rows.filter((row) => row.sort === sort && row.language.startsWith('zh') === isChinese);
  const share = (some, holds) => (some.length === 0 ? '–' : (some.filter(holds).length / some.length).toFixed(3));
  const columns = [
    ['answerable, refused', 'answerable', (border) => (row) => row.confidence < border],
    ['near misses, answered', 'near', (border) => (row) => row.confidence >= border],
    ['other fields, answered', 'off', (border) => (row) => row.confidence >= border],
  ].flatMap(([title, sort, holds]) =>
    [true, false].map((isChinese) => {
      const some = of(sort, isChinese);
      const heading = `${title}: ${isChinese ? 'Chinese' : 'English'} (${some.length})`;
      return { heading, cell: (border) => share(some, holds(border)) };
    }),
  );
  const lines = [...new Set([...borders, inUse])]
    .sort((one, other) => one - other)
    .map((border) => {
      const name = border === inUse ? `**${border.toFixed(2)}**` : border.toFixed(2);
      return `| ${name} | ${columns.map(({ cell }) => cell(border)).join(' | ')} |`;
    });
  return [
    `| border | ${columns.map(({ heading }) => heading).join(' | ')} |`,
    `| ---: |${' ---: |'.repeat(columns.length)}`,
    ...lines,
  ];
}
