/** Range of the time after a start that OSPF takes, in seconds. */
const shortest = 5;
const longest = 86400;

/** Seconds after a start during which others route around the switch, as NX-OS takes them; null where there are none. */
export function startupSeconds(seconds: number): number | null {
  return seconds === 0 ? null : Math.min(Math.max(shortest, seconds), longest);
}
