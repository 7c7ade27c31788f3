import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitAnswers } from '../../../../src/lab/state/frr/ask-router.ts';
import { bfdSessions } from '../../../../src/lab/state/frr/bfd.ts';
import { neighbourStates, sessionStates } from '../../../../src/lab/state/frr/bgp-neighbours.ts';
import { bgpProcesses, originatedPrefixes } from '../../../../src/lab/state/frr/bgp-process.ts';
import { adjacencyStates, ospf3Interfaces, ospfInterfaces, ospfProcesses } from '../../../../src/lab/state/frr/ospf.ts';
import { readConfig } from '../../../../src/lab/state/frr/running-config.ts';
import { linuxDevices } from '../../../../src/lab/network/linux-devices.ts';
import { predict } from '../../../../src/lab/state/predict.ts';
import { compile } from '../../../../src/pipeline/compile.ts';

const topologies = join(import.meta.dirname, '..', '..', '..', '..', 'topologies');

/** What a router of FRR 8.4.4 said in a lab, and what is predicted for it. */
function recorded(fabric: string, router: string) {
  const answers = splitAnswers(readFileSync(join(import.meta.dirname, `${fabric}-${router}.txt`), 'utf8'));
  const { devices } = linuxDevices(compile(join(topologies, `${fabric}.yaml`), { redact: true }).devices);
  const predicted = predict(devices, {}).routers.get(router)!;
  return { answers, config: readConfig(answers.get('show running-config no-header') ?? ''), predicted };
}

describe.each([
  ['dual-stack', 'rack1-leaf1'],
  ['dual-stack', 'spine1'],
  ['ebgp-unnumbered', 'rack1-leaf1'],
])('what FRR says of %s %s', (fabric, router) => {
  const { answers, config, predicted } = recorded(fabric, router);

  it('is read as the settings that are planned', () => {
    expect(neighbourStates(answers)).toEqual(predicted.neighbours);
    expect(originatedPrefixes(answers)).toEqual(predicted.originated);
    const processes = new Map([...ospfProcesses(answers), ...bgpProcesses(answers, config)]);
    for (const [name, settings] of predicted.processes) {
      expect(Object.fromEntries(processes.get(name) ?? [])).toMatchObject(Object.fromEntries(settings));
    }
    expect([...processes.keys()].toSorted()).toEqual([...predicted.processes.keys()].toSorted());
  });

  it('is read as the OSPF that is planned', () => {
    const [two, three] = [ospfInterfaces(answers), ospf3Interfaces(answers, config)];
    for (const [name, { ospf, ospf3 }] of predicted.interfaces) {
      if (name !== 'lo') expect([two.get(name), three.get(name)]).toEqual([ospf, ospf3]);
      else expect([two.get(name)?.passive, three.get(name)?.passive]).toEqual([ospf?.passive, ospf3?.passive]);
    }
  });

  it('is read as the neighbours that are predicted', () => {
    expect(adjacencyStates(answers)).toEqual(predicted.adjacencies);
    expect(sessionStates(answers)).toEqual(predicted.sessions);
    expect(bfdSessions(answers)).toEqual(predicted.bfd);
  });
});
