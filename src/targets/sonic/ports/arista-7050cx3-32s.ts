import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/arista/x86_64-arista_7050cx3_32s/platform.json and Arista-7050CX3-32S/hwsku.json. Port 34 is left out: its lane 128 is one of port 32's. */
export const panel: PanelData = {
  platform: 'x86_64-arista_7050cx3_32s',
  hwsku: 'Arista-7050CX3-32S',
  modes: [['1x100G[50G,40G,25G,10G]', '2x50G[40G,25G,10G]', '4x25G[10G]'], ['1x10G']],
  channelAlias: 'lane',
  ports: `
  1  Ethernet0   1-4     Ethernet1/1  100 0
  2  Ethernet4   5-8     Ethernet2/1  100 0
  3  Ethernet8   9-12    Ethernet3/1  100 0
  4  Ethernet12  13-16   Ethernet4/1  100 0
  5  Ethernet16  21-24   Ethernet5/1  100 0
  6  Ethernet20  17-20   Ethernet6/1  100 0
  7  Ethernet24  25-28   Ethernet7/1  100 0
  8  Ethernet28  29-32   Ethernet8/1  100 0
  9  Ethernet32  37-40   Ethernet9/1  100 0
  10 Ethernet36  33-36   Ethernet10/1 100 0
  11 Ethernet40  41-44   Ethernet11/1 100 0
  12 Ethernet44  45-48   Ethernet12/1 100 0
  13 Ethernet48  53-56   Ethernet13/1 100 0
  14 Ethernet52  49-52   Ethernet14/1 100 0
  15 Ethernet56  57-60   Ethernet15/1 100 0
  16 Ethernet60  61-64   Ethernet16/1 100 0
  17 Ethernet64  69-72   Ethernet17/1 100 0
  18 Ethernet68  65-68   Ethernet18/1 100 0
  19 Ethernet72  73-76   Ethernet19/1 100 0
  20 Ethernet76  77-80   Ethernet20/1 100 0
  21 Ethernet80  85-88   Ethernet21/1 100 0
  22 Ethernet84  81-84   Ethernet22/1 100 0
  23 Ethernet88  89-92   Ethernet23/1 100 0
  24 Ethernet92  93-96   Ethernet24/1 100 0
  25 Ethernet96  101-104 Ethernet25/1 100 0
  26 Ethernet100 97-100  Ethernet26/1 100 0
  27 Ethernet104 105-108 Ethernet27/1 100 0
  28 Ethernet108 109-112 Ethernet28/1 100 0
  29 Ethernet112 117-120 Ethernet29/1 100 0
  30 Ethernet116 113-116 Ethernet30/1 100 0
  31 Ethernet120 121-124 Ethernet31/1 100 0
  32 Ethernet124 125-128 Ethernet32/1 100 0
  33 Ethernet128 129     Ethernet33   10  1
`,
};
