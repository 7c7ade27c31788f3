/**
 * A text from which containerlab makes this very text again: it reads startup configs as templates of Go (text/template),
 * in which two braces begin an action.
 */
export function literal(text: string): string {
  return text.replaceAll('{{', '{{"{{"}}');
}
