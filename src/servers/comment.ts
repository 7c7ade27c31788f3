/**
 * Text that is safe in a one-line comment: no control or unassigned characters, which YAML refuses; no backslash,
 * which joins lines in interfaces(5) even in a comment; no per cent sign, at which ifupdown2 takes a file for a template.
 */
export function commentText(text: string): string {
  return /[^ -~]|[\\%]/.test(text) ? text.replace(/[\p{C}\p{Zl}\p{Zp}\\%]/gu, ' ').trimEnd() : text;
}
