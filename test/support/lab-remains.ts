import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where a link leads; undefined where it is gone by now. */
export function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** What a process is called; empty where it is gone by now. */
export function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Numbers of the processes that are in a pid namespace. */
export function processesIn(namespace: string): string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && linkOf(`/proc/${pid}/ns/pid`) === namespace);
}

/** Whether no process is left within five seconds. */
export async function gone(namespace: string): Promise<boolean> {
  for (let waited = 0; waited < 5000; waited += 50) {
    if (processesIn(namespace).length === 0) return true;
    await sleep(50);
  }
  return false;
}

/** What of the machine a lab could leave behind, besides processes. */
export function machine() {
  return {
    mounts: readFileSync('/proc/self/mountinfo', 'utf8'),
    namespaces: existsSync('/run/netns') ? readdirSync('/run/netns') : [],
    interfaces: readdirSync('/sys/class/net'),
    frr: existsSync('/run/frr') ? readdirSync('/run/frr') : [],
    etc: readdirSync('/etc/frr'),
  };
}
