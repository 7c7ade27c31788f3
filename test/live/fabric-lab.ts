/**
 * Runs inside private namespaces (see isolated.ts): starts any fabric of FRR switches, waits for the states that its
 * test expects, sends packets between racks, and prints what it saw as JSON.
 */
import type { FabricInput, FabricObservation } from './fabric-observation.ts';
import { buildLiveFabric, labArguments, report } from './live-fabric.ts';
import { startSwitches } from './network.ts';
import { crossRacks } from './racks.ts';
import { gatewaysOf } from './switch-observation.ts';

const { out, input } = labArguments();
const { expected, networks } = input as FabricInput;
const { fabric, names, settle } = buildLiveFabric(out);
const begin = performance.now();
await startSwitches(fabric);
const state = await settle(expected, 60);
const seconds = Math.round((performance.now() - begin) / 100) / 10;
const gateways = Object.fromEntries(fabric.switches.map(({ name }) => [name, gatewaysOf(name)]));
const observation: FabricObservation = { seconds, state, gateways, ...(await crossRacks(fabric, names, networks)) };
report(observation);
