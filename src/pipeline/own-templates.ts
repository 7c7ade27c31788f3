import { type Custom, sha256 } from '../artifacts/output/index.ts';
import type { Device } from '../device/device.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { hasExtraLines } from '../render/own-pieces.ts';
import { type OwnTemplates, noOwnTemplates, readOwnTemplates } from '../render/own-templates.ts';
import { type Topology, spanOf } from '../topology/topology.ts';
import { unusableTemplates } from './problems.ts';

/** What of the output is the user's own. */
export function customOf({ templates }: OwnTemplates, devices: readonly Device[]): Custom {
  return {
    overrides: templates.map(({ name, file }) => ({ path: `${name}.njk`, sha256: sha256(file.text) })),
    extra: devices.filter(hasExtraLines).map(({ name }) => name),
  };
}

/** The templates that a topology puts in the place of heddle's, and what is wrong with them. */
export function loadTemplates(topology: Topology): { own: OwnTemplates; diagnostics: Diagnostic[] } {
  const { templates } = topology.data;
  if (templates === undefined) return { own: noOwnTemplates, diagnostics: [] };
  const own = readOwnTemplates(templates, spanOf(topology, topology.data, 'templates'));
  const faults = own.faults.map(({ span, ...fault }) => diagnose(unusableTemplates, fault, span));
  return { own, diagnostics: [...own.diagnostics, ...faults] };
}
