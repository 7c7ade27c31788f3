import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/accton/x86_64-accton_as7726_32x-r0/Accton-AS7726-32X/port_config.ini. */
export const panel: PanelData = {
  platform: 'x86_64-accton_as7726_32x-r0',
  hwsku: 'Accton-AS7726-32X',
  ports: `
  1  Ethernet0   1-4     hundredGigE1  100
  2  Ethernet4   5-8     hundredGigE2  100
  3  Ethernet8   9-12    hundredGigE3  100
  4  Ethernet12  13-16   hundredGigE4  100
  5  Ethernet16  17-20   hundredGigE5  100
  6  Ethernet20  21-24   hundredGigE6  100
  7  Ethernet24  25-28   hundredGigE7  100
  8  Ethernet28  29-32   hundredGigE8  100
  9  Ethernet32  33-36   hundredGigE9  100
  10 Ethernet36  37-40   hundredGigE10 100
  11 Ethernet40  41-44   hundredGigE11 100
  12 Ethernet44  45-48   hundredGigE12 100
  13 Ethernet48  49-52   hundredGigE13 100
  14 Ethernet52  53-56   hundredGigE14 100
  15 Ethernet56  57-60   hundredGigE15 100
  16 Ethernet60  61-64   hundredGigE16 100
  17 Ethernet64  65-68   hundredGigE17 100
  18 Ethernet68  69-72   hundredGigE18 100
  19 Ethernet72  73-76   hundredGigE19 100
  20 Ethernet76  77-80   hundredGigE20 100
  21 Ethernet80  81-84   hundredGigE21 100
  22 Ethernet84  85-88   hundredGigE22 100
  23 Ethernet88  89-92   hundredGigE23 100
  24 Ethernet92  93-96   hundredGigE24 100
  25 Ethernet96  97-100  hundredGigE25 100
  26 Ethernet100 101-104 hundredGigE26 100
  27 Ethernet104 105-108 hundredGigE27 100
  28 Ethernet108 109-112 hundredGigE28 100
  29 Ethernet112 113-116 hundredGigE29 100
  30 Ethernet116 117-120 hundredGigE30 100
  31 Ethernet120 121-124 hundredGigE31 100
  32 Ethernet124 125-128 hundredGigE32 100
`,
};
