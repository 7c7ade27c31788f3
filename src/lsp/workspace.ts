import { basename, resolve } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configName } from '../control/find-config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { type Analysis, analyse } from './analysis.ts';
import type { Guard } from './guard.ts';
import { pathOf } from './places.ts';

/** Milliseconds of quiet after an edit before a file is looked at: at least, and at most. */
const quiet = { least: 120, most: 1500 };
/** Milliseconds that a look may take before it waits for the file to be saved: meanwhile nothing else is answered. */
const longest = 3000;

interface WorkspaceOptions {
  readonly guard: Guard;
  /** Told, for each file of which something new is known, all that is wrong in it; nothing when it is sound. */
  readonly publish: (path: string, diagnostics: readonly Diagnostic[]) => void;
  /** Told, once, why a file cannot be looked at. */
  readonly tell: (message: string) => void;
  /** Milliseconds that a look may take before it waits for the file to be saved. */
  readonly longest?: number;
}

/** The files that are open, and what is known of the topologies among them. */
export class Workspace {
  readonly #open = new Map<string, TextDocument>();
  /** By the path of the topology file, in the order in which they were looked at first. */
  readonly #analyses = new Map<string, Analysis>();
  readonly #changed = new Set<string>();
  readonly #published = new Set<string>();
  readonly #options: WorkspaceOptions;
  #timer: NodeJS.Timeout | undefined;
  /** Milliseconds that the last look took, and the one before. */
  #took = { last: 0, before: 0 };

  constructor(options: WorkspaceOptions) {
    this.#options = options;
  }

  /** A file was opened or edited. What is no file is left alone. */
  set(document: TextDocument): void {
    const path = pathOf(document.uri);
    if (path === undefined) return;
    const isEdited = this.#open.has(path);
    this.#open.set(path, document);
    if (isEdited && this.#isSlow()) this.#changed.add(path);
    else this.#schedule(path);
  }

  /** A file was closed: what is on disk counts again for those that include it. */
  close(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    this.#open.delete(path);
    this.#analyses.delete(path);
    this.#schedule(path);
  }

  /** Something beside the open texts changed: templates, a lock, a file that is not open. */
  refresh(): void {
    for (const path of this.#open.keys()) this.#schedule(path);
  }

  document(path: string): TextDocument | undefined {
    return this.#open.get(path);
  }

  /** Topologies that a file is part of, each as it is now; of large ones as it was saved. */
  analysesOf(path: string): Analysis[] {
    if (!this.#isSlow()) this.settle();
    return this.knownAnalysesOf(path);
  }

  /** Topologies that a file is part of, as they were when last looked at. */
  knownAnalysesOf(path: string): Analysis[] {
    return [...this.#analyses.values()].filter(({ files }) => files.has(path));
  }

  /** Looks at all that changed, now. */
  settle(): void {
    clearTimeout(this.#timer);
    if (this.#changed.size === 0) return;
    const start = performance.now();
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const path of this.#affected(changed)) this.#look(path);
    this.#settleRoots();
    this.#publish();
    this.#took = { last: performance.now() - start, before: this.#took.last };
  }

  #isSlow(): boolean {
    // Once may be the fault of the machine, or of the start.
    return Math.min(this.#took.last, this.#took.before) > (this.#options.longest ?? longest);
  }

  #schedule(path: string): void {
    this.#changed.add(path);
    clearTimeout(this.#timer);
    // A fabric that takes long is looked at less often, so that typing never waits for it.
    const delay = Math.min(quiet.most, Math.max(quiet.least, this.#took.last));
    this.#timer = setTimeout(() => this.#options.guard('lint', undefined, () => this.settle()), delay);
  }

  /** Topologies to look at again; a file that another topology includes is looked at as its part. */
  #affected(changed: readonly string[]): Set<string> {
    const affected = new Set<string>();
    for (const path of changed) {
      const roots = this.knownAnalysesOf(path).map((analysis) => analysis.path);
      for (const root of roots) affected.add(root);
      // The settings of files that had none before.
      if (basename(path) === configName) for (const root of this.#analyses.keys()) affected.add(root);
      if (roots.length === 0 && this.#open.has(path)) affected.add(path);
    }
    return affected;
  }

  #look(path: string): void {
    const overlay = new Map([...this.#open].map(([open, document]) => [open, document.getText()]));
    const before = this.#analyses.get(path);
    const failed: Analysis = { path, files: new Set([path]), diagnostics: [] };
    const found = this.#options.guard(`lint of ${path}`, failed, () => analyse(path, overlay, before));
    this.#analyses.set(path, found);
    if (found.failure !== undefined && found.failure !== before?.failure) this.#options.tell(found.failure);
  }

  /** Every open file is a topology of its own or part of one, and not both. */
  #settleRoots(): void {
    const isPart = (path: string) =>
      [...this.#analyses.values()].some((one) => one.path !== path && one.files.has(path));
    for (const path of this.#analyses.keys()) if (isPart(path)) this.#analyses.delete(path);
    for (const path of this.#open.keys()) if (!this.#analyses.has(path) && !isPart(path)) this.#look(path);
  }

  #publish(): void {
    const found = sortDiagnostics([...this.#analyses.values()].flatMap(({ diagnostics }) => diagnostics));
    const byFile = new Map<string, Diagnostic[]>();
    for (const diagnostic of found) {
      const path = resolve(diagnostic.span.file.path);
      const list = byFile.get(path);
      if (list) list.push(diagnostic);
      else byFile.set(path, [diagnostic]);
    }
    for (const path of new Set([...this.#published, ...this.#open.keys(), ...byFile.keys()])) {
      const diagnostics = byFile.get(path) ?? [];
      this.#options.publish(path, diagnostics);
      if (diagnostics.length > 0) this.#published.add(path);
      else this.#published.delete(path);
    }
  }
}
