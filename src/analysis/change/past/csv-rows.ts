/** Fields of one line; quoted ones may hold commas and doubled quotes (RFC 4180). */
function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const form = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/y;
  const fields: string[] = [];
  for (let match = form.exec(line); match; match = match[3] === '' ? null : form.exec(line)) {
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  return fields;
}

/** Rows of a CSV file that heddle wrote, by the names of its columns. No field of such a file has a line break. */
export function* csvRows(text: string): Generator<ReadonlyMap<string, string>> {
  const [head = '', ...lines] = text.split('\n');
  const columns = fieldsOf(head);
  for (const line of lines) {
    if (line === '') continue;
    const fields = fieldsOf(line);
    yield new Map(columns.map((column, index) => [column, fields[index] ?? '']));
  }
}
