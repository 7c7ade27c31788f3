import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type BuiltFabric, readBuiltFabric } from './built-fabric.ts';
import { applyNetplan } from './linux-intent.ts';
import { type Names, namesOf } from './names.ts';
import { sh, until } from './namespaces.ts';
import { buildNetwork } from './network.ts';
import { applyInterfaces } from './server-interfaces.ts';
import { type SwitchState, observeSwitch, routesOf } from './switch-observation.ts';

/** States of switches, by name. */
export type States = Readonly<Record<string, SwitchState>>;

/** Routes of switches, by name. */
export type Routes = Readonly<Record<string, SwitchState['routes']>>;

/** A fabric in namespaces, cabled, its kernels configured; FRR does not run yet. */
export interface LiveFabric {
  readonly fabric: BuiltFabric;
  readonly names: Names;
  /** Waits until the switches show what is expected, and gives what they show at the end. */
  settle(expected: States, seconds: number): Promise<States>;
  /** The same for the kernels' routes alone. */
  settleRoutes(expected: Routes, seconds: number): Promise<Routes>;
}

/** Devices outside the fabric that stand in its cable plan. */
export interface Outside {
  readonly devices: readonly string[];
  /** Their devices, by address. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** Spanning tree keeps a port that comes up waiting. */
export function forwards(name: string): boolean {
  const ports = JSON.parse(sh('bridge', '-n', name, '-j', 'link', 'show')) as { state?: string }[];
  return ports.every(({ state }) => state === 'forwarding');
}

/** Builds the network of a compiled output folder from its generated files. */
export function buildLiveFabric(out: string, outside: Outside = { devices: [], addresses: {} }): LiveFabric {
  const fabric = readBuiltFabric(out);
  buildNetwork(fabric, fabric.servers.map(({ name }) => name).concat(outside.devices));
  for (const { name, folder } of fabric.servers) {
    const netplan = join(folder, '60-heddle.yaml');
    if (existsSync(netplan)) applyNetplan(name, netplan);
    else applyInterfaces(name, join(folder, 'interfaces'));
  }
  const names = namesOf(fabric, outside.addresses);
  const switches = fabric.switches.map(({ name }) => name);
  const observe = (): States => Object.fromEntries(switches.map((name) => [name, observeSwitch(name, names)]));
  const routes = (): Routes => Object.fromEntries(switches.map((name) => [name, routesOf(name, names)]));
  return {
    fabric,
    names,
    async settleRoutes(expected, seconds) {
      await until(seconds, () => isDeepStrictEqual(routes(), expected));
      return routes();
    },
    async settle(expected, seconds) {
      // The kernels are quick to answer.
      const hasRoutes = (name: string): boolean =>
        isDeepStrictEqual(routesOf(name, names), expected[name]?.routes) && forwards(name);
      await until(seconds, () => switches.every(hasRoutes) && isDeepStrictEqual(observe(), expected));
      return observe();
    },
  };
}

/** The compiled output folder of a lab, and what its test handed it (see `runLab`). */
export function labArguments(): { out: string; input: unknown } {
  const [, , out = '', input = ''] = process.argv;
  return { out, input: JSON.parse(readFileSync(input, 'utf8')) };
}

/** Prints what a lab saw, and ends it; the daemons are children in this process's own pid namespace and end with it. */
export function report(observation: unknown): never {
  process.stdout.write(`${JSON.stringify(observation)}\n`);
  process.exit(0);
}
