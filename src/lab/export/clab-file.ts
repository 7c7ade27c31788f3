import { Document, isScalar, isSeq, visit } from 'yaml';

/** A node of a containerlab topology; the keys are those of its file. */
export interface ClabNode {
  readonly kind: string;
  readonly image: string;
  /** Path below the folder of the topology. */
  readonly 'startup-config'?: string;
  /** Take it even where an earlier run of the lab left another. */
  readonly 'enforce-startup-config'?: boolean;
  readonly 'network-mode'?: 'none';
  readonly cmd?: string;
  /** `<path below the folder>:<path in the container>:ro` */
  readonly binds?: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** A veth between two ports, or a port whose cable leads out of the fabric, with a link to nothing. */
export type ClabLink =
  | { readonly endpoints: readonly [string, string] }
  | { readonly type: 'dummy'; readonly endpoint: { readonly node: string; readonly interface: string } };

/** A containerlab topology. */
export interface ClabFile {
  readonly name: string;
  readonly topology: {
    readonly nodes: Readonly<Record<string, ClabNode>>;
    readonly links?: readonly ClabLink[];
  };
}

/** The text of a topology: ends of a link in one line, and text in quotes where it would be read as a number. */
export function printClab(file: ClabFile, comment: string): string {
  const document = new Document(file, { aliasDuplicateObjects: false });
  document.commentBefore = comment;
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'endpoints' && isSeq(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
