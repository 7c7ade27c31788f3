import { hedgehog, quoted } from '../citations.ts';
import type { Breakout, Platform, PortRun } from '../platform.ts';

const catalog = hedgehog('Celestica DS5000');
const guide = quoted('Celestica DS5000 hardware guide and data sheet', 'celestica/ds5000');

/** "Due to ASIC limitation" an odd port splits in up to eight, an even one in two: ten for each pipeline of two ports. */
const ofOdd: readonly Breakout[] = [
  { channels: 2, speed: 400 },
  { channels: 4, speed: 200 },
  { channels: 8, speed: 100 },
  { channels: 2, speed: 50 },
];
const ofEven: readonly Breakout[] = [
  { channels: 2, speed: 400 },
  { channels: 2, speed: 200 },
  { channels: 2, speed: 100 },
  { channels: 2, speed: 50 },
];

const osfp = Array.from({ length: 64 }, (_, index): PortRun => {
  const number = index + 1;
  return {
    first: number,
    last: number,
    connector: 'osfp',
    lanes: 8,
    speeds: [800, 400, 100, 50],
    breakouts: number % 2 === 1 ? ofOdd : ofEven,
    use: 'any',
  };
});

export const platform: Platform = {
  id: 'celestica-ds5000',
  vendor: 'Celestica',
  model: 'DS5000',
  tiers: ['spine', 'leaf', 'superspine'],
  asic: 'Broadcom Tomahawk 5',
  rackUnits: 2,
  weightKg: 30,
  ports: [
    ...osfp,
    { first: 65, last: 66, connector: 'sfp28', lanes: 1, speeds: [25, 10, 1], breakouts: [], use: 'any' },
  ],
  power: { maximum: 4000, supply: 2000 },
  sources: {
    asic: catalog,
    rackUnits: guide,
    weightKg: guide,
    ports: `${catalog}; ${guide} (section "System Breakout Capabilities")`,
    power: `${guide} ("<4000W")`,
  },
};
