/** Colours of terminal output; without colour each gives its text back. */
export type Paint = Readonly<Record<Style, (text: string) => string>>;

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green';

/** SGR codes that switch a style on and off (ECMA-48). */
const codes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  green: [32, 39],
};

/** Makes the styles for an output with or without colour. */
export function paintWith(colour: boolean): Paint {
  const style = (name: Style) => {
    const [on, off] = codes[name];
    return (text: string) => (colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  };
  return {
    bold: style('bold'),
    dim: style('dim'),
    red: style('red'),
    yellow: style('yellow'),
    cyan: style('cyan'),
    green: style('green'),
  };
}
