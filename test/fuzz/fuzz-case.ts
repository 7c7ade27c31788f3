import { besideIt } from '../injection/base-topology.ts';

/** Files of a case by their names; `topology.yaml` is the one that is compiled. */
export interface FuzzCase {
  readonly 'topology.yaml': string | Uint8Array;
  readonly [file: string]: string | Uint8Array;
}

/** What lies beside every topology, for those that name it. */
export const besideEach: Readonly<Record<string, string>> = {
  ...besideIt,
  'circle.yaml': 'include: [topology.yaml, circle.yaml]\n',
  'broken.yaml': 'name: [\n',
  key: 'secret\n',
};
