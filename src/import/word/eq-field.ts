/** The text that an EQ field shows: ① from `EQ \o\ac(○,1)`, 1/2 from `EQ \f(1,2)`. Word stores no result for such a field. */

/** The text of the field code after EQ; characters of switches are left out. */
export function eqFieldText(code: string): string {
  return new EqParser(code.replace(/^\s*EQ\s*/i, '').replace(/\\\*\s*(?:"[^"]*"|\w+)\s*/g, ''))
    .parse(0)
    .trim();
}

class EqParser {
  private at = 0;
  private readonly code: string;

  constructor(code: string) {
    this.code = code;
  }

  /** The text up to the end, or inside brackets up to the next separator or bracket. */
  parse(depth: number): string {
    let text = '';
    while (this.at < this.code.length) {
      const character = this.code[this.at] ?? '';
      if (depth > 0 && /[,;，)）]/.test(character)) return text;
      this.at += 1;
      if (character !== '\\') text += character;
      else if (/[a-z]/i.test(this.code[this.at] ?? '')) text += this.instruction(depth);
      else {
        text += this.code[this.at] ?? '';
        this.at += 1;
      }
    }
    return text;
  }

  private instruction(depth: number): string {
    const rest = this.code.slice(this.at);
    const switches = /^[a-z]+[\d\s]*(?:\\[a-z]+[\d\s]*|\\[^a-z]{1,2}c?\s*)*/i.exec(rest)?.[0] ?? '';
    this.at += switches.length;
    if (!/[(（]/.test(this.code[this.at] ?? '')) return '';
    const parts: string[] = [];
    do {
      this.at += 1;
      parts.push(this.parse(depth + 1));
    } while (/[,;，]/.test(this.code[this.at] ?? ''));
    this.at += 1;
    return combined(switches[0]?.toLowerCase() ?? '', parts);
  }
}

function combined(instruction: string, parts: readonly string[]): string {
  const [first = '', second = ''] = parts.map((part) => part.trim());
  if (instruction === 'f') return `${first}/${second}`;
  if (instruction === 'r') return parts.length > 1 ? `${first}√(${second})` : `√(${first})`;
  if (instruction === 'b') return `(${first})`;
  if (instruction !== 'o') return parts.join('');
  const number = Number(second);
  if (/^[○〇◯]$/.test(first) && Number.isInteger(number) && number >= 1 && number <= 20) {
    return String.fromCodePoint(0x2460 + number - 1);
  }
  if (/^[□☐]$/.test(first) && /^[√✓✔]$/.test(second)) return '☑';
  // Characters on top of each other: a reading above its character.
  return /^[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü\s]+$/i.test(first) && second !== '' ? second : parts.join('');
}
