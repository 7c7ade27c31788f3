/** A file to write: path within the fabric's folder, with forward slashes. */
export interface Artifact {
  readonly path: string;
  readonly content: string;
  /** A secret stands in it: nobody but its owner may read it. */
  readonly isSecret?: boolean;
}
