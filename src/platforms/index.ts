import type { Platform } from './platform.ts';
import { platforms } from './registry.gen.ts';

export * from './platform.ts';

const byId: ReadonlyMap<string, Platform> = new Map(platforms.map((platform) => [platform.id, platform]));

/** Ids of all platforms, in order. */
export const platformIds: readonly string[] = [...byId.keys()];

/** The platform of an id. */
export function findPlatform(id: string): Platform | undefined {
  return byId.get(id);
}
