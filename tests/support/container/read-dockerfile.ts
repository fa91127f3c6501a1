/** One instruction of a Dockerfile. */
export interface Instruction {
  /** In capitals, such as RUN. */
  readonly keyword: string;
  /** What stands behind `--name=`. */
  readonly flags: Readonly<Record<string, string>>;
  /** The words of its exec form (a JSON list), or null where it has none. */
  readonly list: readonly string[] | null;
  /** All behind the flags as one line. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What stands between one FROM and the next. */
export interface Stage {
  /** Name given with AS; null where it has none. */
  readonly name: string | null;
  readonly image: string;
  /** Without its FROM. */
  readonly instructions: readonly Instruction[];
}

/** Instructions that the project has a use for; any other is a mistake here, or needs a reader that knows more. */
const KEYWORDS = [
  'FROM',
  'WORKDIR',
  'RUN',
  'COPY',
  'ENV',
  'USER',
  'VOLUME',
  'EXPOSE',
  'STOPSIGNAL',
  'HEALTHCHECK',
  'ENTRYPOINT',
  'CMD',
];
const FLAG = /^--([a-z-]+)=(\S+)\s+/;

/**
 * Reads a Dockerfile as its reference describes it ("Dockerfile reference", Format), as far as this project uses it; what it
 * does not know it refuses. Comments within a continued instruction are dropped, as Docker does; here-documents and the
 * escape directive are refused.
 */
export function readDockerfile(text: string): readonly Stage[] {
  const stages: { name: string | null; image: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsIn(text)) {
    if (instruction.keyword === 'FROM') {
      const [, image = '', name] = /^(\S+)(?: AS ([a-z][a-z0-9-]*))?$/.exec(instruction.text) ?? [];
      if (image === '') throw new Error(`Line ${instruction.line}: no FROM: ${instruction.text}`);
      stages.push({ name: name ?? null, image, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (stage === undefined) throw new Error(`Line ${instruction.line}: ${instruction.keyword} before FROM`);
      stage.instructions.push(instruction);
    }
  }
  return stages;
}

function* instructionsIn(text: string): Generator<Instruction> {
  if (/^#\s*escape\s*=/im.test(text) || /<<-?["']?[A-Z]/.test(text))
    throw new Error('Neither the escape directive nor here-documents are known');
  let [begun, start] = ['', 0];
  for (const [at, line] of text.split('\n').entries()) {
    if (/^\s*#/.test(line)) continue;
    if (line.trim() === '') {
      if (begun !== '') throw new Error(`Line ${at + 1}: an empty line within an instruction`);
      continue;
    }
    if (begun === '') start = at + 1;
    const continues = line.endsWith('\\');
    begun += continues ? `${line.slice(0, -1).trim()} ` : line.trim();
    if (continues) continue;
    yield instructionOf(begun, start);
    begun = '';
  }
  if (begun !== '') throw new Error(`Line ${start}: an instruction without its end`);
}

function instructionOf(whole: string, line: number): Instruction {
  const [, keyword = '', behind = ''] = /^([A-Z]+)\s+(.+)$/.exec(whole) ?? [];
  if (!KEYWORDS.includes(keyword)) throw new Error(`Line ${line}: no instruction: ${whole}`);
  const flags: Record<string, string> = {};
  let text = behind;
  for (let flag = FLAG.exec(text); flag !== null; flag = FLAG.exec(text)) {
    const [all, name = '', value = ''] = flag;
    flags[name] = value;
    text = text.slice(all.length);
  }
  return { keyword, flags, list: text.startsWith('[') ? stringsOf(JSON.parse(text), line) : null, text, line };
}

function stringsOf(value: unknown, line: number): readonly string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw new Error(`Line ${line}: a list of something else than words`);
}

/** The variables of an ENV, in order: NAME=VALUE, without quotes or spaces in the value. */
export function variablesOf({ text, line }: Instruction): readonly (readonly [name: string, value: string])[] {
  return text.split(/\s+/).map((word) => {
    const [, name, value] = /^([A-Z_]+)=([^"'\s$]*)$/.exec(word) ?? [];
    if (name === undefined || value === undefined) throw new Error(`Line ${line}: no variable: ${word}`);
    return [name, value];
  });
}
