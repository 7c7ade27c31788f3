import { type Panel, type PanelData, readPanel } from './panel-data.ts';
import { panel as arista7050cx332s } from './ports/arista-7050cx3-32s.ts';
import { panel as arista7050qx32 } from './ports/arista-7050qx-32.ts';
import { panel as arista7050sx348yc8 } from './ports/arista-7050sx3-48yc8.ts';
import { panel as arista7060cx232s } from './ports/arista-7060cx2-32s.ts';
import { panel as arista7260cx364 } from './ports/arista-7260cx3-64.ts';
import { panel as dellS5248fOn } from './ports/dell-s5248f-on.ts';
import { panel as edgecoreAs732656x } from './ports/edgecore-as7326-56x.ts';
import { panel as edgecoreAs771232x } from './ports/edgecore-as7712-32x.ts';
import { panel as edgecoreAs772632x } from './ports/edgecore-as7726-32x.ts';
import { panel as edgecoreAs972632d } from './ports/edgecore-as9726-32d.ts';
import { panel as juniperQfx520032c } from './ports/juniper-qfx5200-32c.ts';
import { panel as nvidiaSn2410 } from './ports/nvidia-sn2410.ts';
import { panel as nvidiaSn2700 } from './ports/nvidia-sn2700.ts';
import { panel as nvidiaSn3700 } from './ports/nvidia-sn3700.ts';
import { panel as nvidiaSn4600 } from './ports/nvidia-sn4600.ts';

/** By platform id. A platform whose lanes no source gives is not here. */
const data: Readonly<Record<string, PanelData>> = {
  'arista-7050cx3-32s': arista7050cx332s,
  'arista-7050qx-32': arista7050qx32,
  'arista-7050sx3-48yc8': arista7050sx348yc8,
  'arista-7060cx2-32s': arista7060cx232s,
  'arista-7260cx3-64': arista7260cx364,
  'dell-s5248f-on': dellS5248fOn,
  'edgecore-as7326-56x': edgecoreAs732656x,
  'edgecore-as7712-32x': edgecoreAs771232x,
  'edgecore-as7726-32x': edgecoreAs772632x,
  'edgecore-as9726-32d': edgecoreAs972632d,
  'juniper-qfx5200-32c': juniperQfx520032c,
  'nvidia-sn2410': nvidiaSn2410,
  'nvidia-sn2700': nvidiaSn2700,
  'nvidia-sn3700': nvidiaSn3700,
  'nvidia-sn4600': nvidiaSn4600,
};

const read = new Map<string, Panel>();

/** The front panel of a platform; undefined where SONiC's device files have none. */
export function panelOf(platform: string | undefined): Panel | undefined {
  const found = platform === undefined ? undefined : read.get(platform);
  const table = platform !== undefined && Object.hasOwn(data, platform) ? data[platform] : undefined;
  if (found || !table || platform === undefined) return found;
  const panel = readPanel(table);
  read.set(platform, panel);
  return panel;
}
