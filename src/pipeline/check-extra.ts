import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { type ExtraPlace, interfaceExtraPlaces, switchExtraPlaces } from '../fabric/extra-places.ts';
import type { Fabric } from '../fabric/fabric.ts';
import { unknownOs, unusedExtraLines } from './problems.ts';
import { targetByName } from './registries.ts';

function checkPlace({ topology }: Fabric, { text, switches }: ExtraPlace): Diagnostic[] {
  const found = [...new Set(switches.map(({ os }) => os))].sort();
  return Object.keys(text).flatMap((os) => {
    const span = topology.spans.ofKey(text, os);
    if (!targetByName.has(os)) return [diagnose(unknownOs, { name: os, known: [...targetByName.keys()] }, span)];
    return found.includes(os) ? [] : [diagnose(unusedExtraLines, { os, found }, span)];
  });
}

/** Reports extra lines for systems that heddle does not have, or that none of the switches run. */
export function checkExtra(fabric: Fabric): Diagnostic[] {
  return [...switchExtraPlaces(fabric), ...interfaceExtraPlaces(fabric)].flatMap((place) => checkPlace(fabric, place));
}
