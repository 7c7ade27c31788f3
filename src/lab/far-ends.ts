import type { LabCables } from './cables.ts';
import type { FarEnd } from './causes.ts';

/** Far ends of a lab's cables. */
export function farEnds({ wired }: LabCables): FarEnd {
  const ends = new Map(
    wired.flatMap(([a, z]) => [
      [`${a.device} ${a.link}`, `${z.device} ${z.link}`] as const,
      [`${z.device} ${z.link}`, `${a.device} ${a.link}`] as const,
    ]),
  );
  return (device, link) => ends.get(`${device} ${link}`);
}
