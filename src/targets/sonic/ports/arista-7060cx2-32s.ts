import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/arista/x86_64-arista_7060_cx32s/Arista-7060CX-32S-C32/port_config.ini, which arista/x86_64-arista_7060cx2_32s/Arista-7060CX2-32S-C32 is. */
export const panel: PanelData = {
  platform: 'x86_64-arista_7060cx2_32s',
  hwsku: 'Arista-7060CX2-32S-C32',
  ports: `
  1  Ethernet0   33-36   Ethernet1/1  100
  2  Ethernet4   37-40   Ethernet2/1  100
  3  Ethernet8   41-44   Ethernet3/1  100
  4  Ethernet12  45-48   Ethernet4/1  100
  5  Ethernet16  49-52   Ethernet5/1  100
  6  Ethernet20  53-56   Ethernet6/1  100
  7  Ethernet24  57-60   Ethernet7/1  100
  8  Ethernet28  61-64   Ethernet8/1  100
  9  Ethernet32  65-68   Ethernet9/1  100
  10 Ethernet36  69-72   Ethernet10/1 100
  11 Ethernet40  73-76   Ethernet11/1 100
  12 Ethernet44  77-80   Ethernet12/1 100
  13 Ethernet48  81-84   Ethernet13/1 100
  14 Ethernet52  85-88   Ethernet14/1 100
  15 Ethernet56  89-92   Ethernet15/1 100
  16 Ethernet60  93-96   Ethernet16/1 100
  17 Ethernet64  97-100  Ethernet17/1 100
  18 Ethernet68  101-104 Ethernet18/1 100
  19 Ethernet72  105-108 Ethernet19/1 100
  20 Ethernet76  109-112 Ethernet20/1 100
  21 Ethernet80  113-116 Ethernet21/1 100
  22 Ethernet84  117-120 Ethernet22/1 100
  23 Ethernet88  121-124 Ethernet23/1 100
  24 Ethernet92  125-128 Ethernet24/1 100
  25 Ethernet96  1-4     Ethernet25/1 100
  26 Ethernet100 5-8     Ethernet26/1 100
  27 Ethernet104 9-12    Ethernet27/1 100
  28 Ethernet108 13-16   Ethernet28/1 100
  29 Ethernet112 17-20   Ethernet29/1 100
  30 Ethernet116 21-24   Ethernet30/1 100
  31 Ethernet120 25-28   Ethernet31/1 100
  32 Ethernet124 29-32   Ethernet32/1 100
`,
};
