/** An element, or text. */
export type Xml = string | XmlElement;

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Markup, and what some readers take for a line break and turn into another. */
const specialInText = /[&<>\r\u0085\u2028\u2029]/g;
/** A reader makes a space of a tab or line break in an attribute that is not written as a reference. */
const specialInAttribute = /[&<>"\t\n\r\u0085\u2028\u2029]/g;

/** What no XML 1.0 document may hold, however it is written: controls, lone surrogates, two non-characters. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Xml[] = [],
): XmlElement {
  return { name, attributes, children };
}

function escape(text: string, special: RegExp): string {
  return text
    .replaceAll(forbidden, '\ufffd')
    .replaceAll(special, (character) => entities[character] ?? `&#${character.charCodeAt(0)};`);
}

function print(xml: Xml, indent: string): string {
  if (typeof xml === 'string') return escape(xml, specialInText);
  const { name, attributes, children } = xml;
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value, specialInAttribute)}"`);
  const open = `${indent}<${name}${list.join('')}`;
  if (children.length === 0) return `${open}/>\n`;
  const inner = children.map((child) => print(child, `${indent}  `)).join('');
  // White space beside text would be part of it.
  if (children.some((child) => typeof child === 'string')) return `${open}>${inner}</${name}>\n`;
  return `${open}>\n${inner}${indent}</${name}>\n`;
}

/** A whole document in UTF-8; any text may stand in it. */
export function printXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${print(root, '')}`;
}
