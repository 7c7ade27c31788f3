import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/juniper/x86_64-juniper_qfx5200-r0/Juniper-QFX5200-32C-S/port_config.ini. */
export const panel: PanelData = {
  platform: 'x86_64-juniper_qfx5200-r0',
  hwsku: 'Juniper-QFX5200-32C-S',
  ports: `
  0  Ethernet0   49-52   hundredGigE1/1  100
  1  Ethernet4   53-56   hundredGigE1/2  100
  2  Ethernet8   57-60   hundredGigE1/3  100
  3  Ethernet12  61-64   hundredGigE1/4  100
  4  Ethernet16  65-68   hundredGigE1/5  100
  5  Ethernet20  69-72   hundredGigE1/6  100
  6  Ethernet24  73-76   hundredGigE1/7  100
  7  Ethernet28  77-80   hundredGigE1/8  100
  8  Ethernet32  81-84   hundredGigE1/9  100
  9  Ethernet36  85-88   hundredGigE1/10 100
  10 Ethernet40  37-40   hundredGigE1/11 100
  11 Ethernet44  33-36   hundredGigE1/12 100
  12 Ethernet48  41-44   hundredGigE1/13 100
  13 Ethernet52  45-48   hundredGigE1/14 100
  14 Ethernet56  89-92   hundredGigE1/15 100
  15 Ethernet60  93-96   hundredGigE1/16 100
  16 Ethernet64  97-100  hundredGigE1/17 100
  17 Ethernet68  101-104 hundredGigE1/18 100
  18 Ethernet72  17-20   hundredGigE1/19 100
  19 Ethernet76  21-24   hundredGigE1/20 100
  20 Ethernet80  29-32   hundredGigE1/21 100
  21 Ethernet84  25-28   hundredGigE1/22 100
  22 Ethernet88  105-108 hundredGigE1/23 100
  23 Ethernet92  109-112 hundredGigE1/24 100
  24 Ethernet96  113-116 hundredGigE1/25 100
  25 Ethernet100 117-120 hundredGigE1/26 100
  26 Ethernet104 121-124 hundredGigE1/27 100
  27 Ethernet108 125-128 hundredGigE1/28 100
  28 Ethernet112 1-4     hundredGigE1/29 100
  29 Ethernet116 5-8     hundredGigE1/30 100
  30 Ethernet120 9-12    hundredGigE1/31 100
  31 Ethernet124 13-16   hundredGigE1/32 100
`,
};
