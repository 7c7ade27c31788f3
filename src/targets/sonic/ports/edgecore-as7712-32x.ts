import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/accton/x86_64-accton_as7712_32x-r0/Accton-AS7712-32X/port_config.ini. */
export const panel: PanelData = {
  platform: 'x86_64-accton_as7712_32x-r0',
  hwsku: 'Accton-AS7712-32X',
  ports: `
  1  Ethernet0   49-52   hundredGigE1  100
  2  Ethernet4   53-56   hundredGigE2  100
  3  Ethernet8   57-60   hundredGigE3  100
  4  Ethernet12  61-64   hundredGigE4  100
  5  Ethernet16  65-68   hundredGigE5  100
  6  Ethernet20  69-72   hundredGigE6  100
  7  Ethernet24  73-76   hundredGigE7  100
  8  Ethernet28  77-80   hundredGigE8  100
  9  Ethernet32  33-36   hundredGigE9  100
  10 Ethernet36  37-40   hundredGigE10 100
  11 Ethernet40  41-44   hundredGigE11 100
  12 Ethernet44  45-48   hundredGigE12 100
  13 Ethernet48  81-84   hundredGigE13 100
  14 Ethernet52  85-88   hundredGigE14 100
  15 Ethernet56  89-92   hundredGigE15 100
  16 Ethernet60  93-96   hundredGigE16 100
  17 Ethernet64  97-100  hundredGigE17 100
  18 Ethernet68  101-104 hundredGigE18 100
  19 Ethernet72  105-108 hundredGigE19 100
  20 Ethernet76  109-112 hundredGigE20 100
  21 Ethernet80  17-20   hundredGigE21 100
  22 Ethernet84  21-24   hundredGigE22 100
  23 Ethernet88  25-28   hundredGigE23 100
  24 Ethernet92  29-32   hundredGigE24 100
  25 Ethernet96  113-116 hundredGigE25 100
  26 Ethernet100 117-120 hundredGigE26 100
  27 Ethernet104 121-124 hundredGigE27 100
  28 Ethernet108 125-128 hundredGigE28 100
  29 Ethernet112 1-4     hundredGigE29 100
  30 Ethernet116 5-8     hundredGigE30 100
  31 Ethernet120 9-12    hundredGigE31 100
  32 Ethernet124 13-16   hundredGigE32 100
`,
};
