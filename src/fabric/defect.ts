import type { Span } from '../diagnostics/span.ts';

export type ReferenceKind = 'network' | 'vrf' | 'platform' | 'zone' | 'pod' | 'device' | 'rack';

/** Something the builder could not build. It says what, the rules say it to the user. */
export type FabricDefect =
  | {
      readonly kind: 'unknown-reference';
      readonly what: ReferenceKind;
      readonly name: string;
      readonly candidates: readonly string[];
      readonly span: Span;
    }
  | {
      readonly kind: 'duplicate-name';
      readonly what: string;
      readonly name: string;
      readonly span: Span;
      readonly first: Span;
    }
  | { readonly kind: 'bad-pattern'; readonly pattern: string; readonly reason: string; readonly span: Span }
  | { readonly kind: 'bad-name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'missing-choice'; readonly what: 'zone' | 'pod'; readonly rack: string; readonly span: Span }
  | {
      readonly kind: 'bad-prefix';
      readonly where: string;
      readonly text: string;
      readonly network?: string;
      readonly span: Span;
    }
  | {
      readonly kind: 'second-pool';
      readonly where: string;
      readonly text: string;
      readonly span: Span;
      readonly first: Span;
    }
  | { readonly kind: 'bad-address'; readonly where: string; readonly text: string; readonly span: Span }
  | { readonly kind: 'no-ports'; readonly device: string; readonly platform: string; readonly span: Span }
  | { readonly kind: 'ports-not-counted'; readonly device: string; readonly platform: string; readonly span: Span }
  | {
      readonly kind: 'too-few-ports';
      readonly device: string;
      readonly platform: string;
      readonly use: 'access' | 'uplink';
      readonly needed: number;
      readonly available: number;
      /** Ports that are kept for cables that are no longer there. */
      readonly resting: number;
      readonly speed?: number;
      /** Rack of the first leaf below for which there was none. */
      readonly rack?: string;
      readonly span: Span;
    }
  | {
      readonly kind: 'port-absent';
      readonly device: string;
      readonly port: string;
      readonly last: number;
      readonly span: Span;
    }
  | {
      readonly kind: 'port-taken';
      readonly device: string;
      readonly port: string;
      readonly by: string;
      readonly span: Span;
      readonly first: Span;
    }
  | {
      readonly kind: 'speed-impossible';
      readonly device: string;
      readonly port: string;
      readonly speed: number;
      readonly possible: readonly number[];
      readonly span: Span;
    }
  | {
      readonly kind: 'bad-upstream';
      readonly upstream: string;
      readonly text: string;
      readonly reason: string;
      readonly span: Span;
    }
  | { readonly kind: 'self-loop'; readonly device: string; readonly span: Span }
  | { readonly kind: 'server-to-server'; readonly a: string; readonly z: string; readonly span: Span }
  | { readonly kind: 'nothing-to-replace'; readonly a: string; readonly z: string; readonly span: Span }
  | { readonly kind: 'superspines-without-pods'; readonly span: Span }
  | {
      readonly kind: 'too-large';
      readonly what: string;
      readonly count: number;
      readonly limit: number;
      readonly span: Span;
    };

/** The defects of one kind. */
export type DefectOf<Kind extends FabricDefect['kind']> = Extract<FabricDefect, { kind: Kind }>;
