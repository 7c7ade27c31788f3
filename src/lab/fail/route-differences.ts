import type { Namespaces } from '../host/namespaces.ts';
import { compareStates } from '../state/compare.ts';
import type { Finding } from '../state/finding.ts';
import { kernelRoutes } from '../state/kernel-state.ts';
import type { RouterState } from '../state/router-state.ts';

/** Where the routes in the kernels differ from the predicted ones. */
export async function routeDifferences(
  lab: Namespaces,
  predicted: ReadonlyMap<string, RouterState>,
): Promise<Finding[]> {
  const routes = await kernelRoutes(lab, [...predicted.keys()]);
  const seen = [...predicted].map(([name, state]): [string, RouterState] => [
    name,
    { ...state, routes: routes.get(name) ?? new Map() },
  ]);
  return compareStates(predicted, new Map(seen));
}
