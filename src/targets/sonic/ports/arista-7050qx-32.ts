import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/arista/x86_64-arista_7050_qx32/platform.json and Arista-7050-QX32-Flex/hwsku.json. */
export const panel: PanelData = {
  platform: 'x86_64-arista_7050_qx32',
  hwsku: 'Arista-7050-QX32-Flex',
  modes: [['1x40G', '4x10G'], ['1x40G']],
  channelAlias: 'lane',
  ports: `
  1  Ethernet0   125-128 Ethernet1/1  40 0
  2  Ethernet4   121-124 Ethernet2/1  40 0
  3  Ethernet8   13-16   Ethernet3/1  40 0
  4  Ethernet12  9-12    Ethernet4/1  40 0
  5  Ethernet16  17-20   Ethernet5/1  40 0
  6  Ethernet20  21-24   Ethernet6/1  40 0
  7  Ethernet24  25-28   Ethernet7/1  40 0
  8  Ethernet28  29-32   Ethernet8/1  40 0
  9  Ethernet32  37-40   Ethernet9/1  40 0
  10 Ethernet36  33-36   Ethernet10/1 40 0
  11 Ethernet40  45-48   Ethernet11/1 40 0
  12 Ethernet44  41-44   Ethernet12/1 40 0
  13 Ethernet48  53-56   Ethernet13/1 40 0
  14 Ethernet52  49-52   Ethernet14/1 40 0
  15 Ethernet56  69-72   Ethernet15/1 40 0
  16 Ethernet60  65-68   Ethernet16/1 40 0
  17 Ethernet64  77-80   Ethernet17/1 40 0
  18 Ethernet68  73-76   Ethernet18/1 40 0
  19 Ethernet72  93-96   Ethernet19/1 40 0
  20 Ethernet76  89-92   Ethernet20/1 40 0
  21 Ethernet80  101-104 Ethernet21/1 40 0
  22 Ethernet84  97-100  Ethernet22/1 40 0
  23 Ethernet88  109-112 Ethernet23/1 40 0
  24 Ethernet92  105-108 Ethernet24/1 40 0
  25 Ethernet96  61-64   Ethernet25   40 1
  26 Ethernet100 57-60   Ethernet26   40 1
  27 Ethernet104 81-84   Ethernet27   40 1
  28 Ethernet108 85-88   Ethernet28   40 1
  29 Ethernet112 117-120 Ethernet29   40 1
  30 Ethernet116 113-116 Ethernet30   40 1
  31 Ethernet120 5-8     Ethernet31   40 1
  32 Ethernet124 1-4     Ethernet32   40 1
`,
};
