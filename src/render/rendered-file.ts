/** A file of one device: path within the device's folder, with forward slashes. */
export interface RenderedFile {
  readonly path: string;
  readonly content: string;
}
