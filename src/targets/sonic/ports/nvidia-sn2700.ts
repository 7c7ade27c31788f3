import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/mellanox/x86_64-mlnx_msn2700-r0/platform.json and ACS-MSN2700/hwsku.json. */
export const panel: PanelData = {
  platform: 'x86_64-mlnx_msn2700-r0',
  hwsku: 'ACS-MSN2700',
  modes: [['1x100G[50G,40G,25G,10G]', '2x50G[25G,10G]']],
  channelAlias: 'letter',
  ports: `
  1  Ethernet0   0-3     etp1  100
  2  Ethernet4   4-7     etp2  100
  3  Ethernet8   8-11    etp3  100
  4  Ethernet12  12-15   etp4  100
  5  Ethernet16  16-19   etp5  100
  6  Ethernet20  20-23   etp6  100
  7  Ethernet24  24-27   etp7  100
  8  Ethernet28  28-31   etp8  100
  9  Ethernet32  32-35   etp9  100
  10 Ethernet36  36-39   etp10 100
  11 Ethernet40  40-43   etp11 100
  12 Ethernet44  44-47   etp12 100
  13 Ethernet48  48-51   etp13 100
  14 Ethernet52  52-55   etp14 100
  15 Ethernet56  56-59   etp15 100
  16 Ethernet60  60-63   etp16 100
  17 Ethernet64  64-67   etp17 100
  18 Ethernet68  68-71   etp18 100
  19 Ethernet72  72-75   etp19 100
  20 Ethernet76  76-79   etp20 100
  21 Ethernet80  80-83   etp21 100
  22 Ethernet84  84-87   etp22 100
  23 Ethernet88  88-91   etp23 100
  24 Ethernet92  92-95   etp24 100
  25 Ethernet96  96-99   etp25 100
  26 Ethernet100 100-103 etp26 100
  27 Ethernet104 104-107 etp27 100
  28 Ethernet108 108-111 etp28 100
  29 Ethernet112 112-115 etp29 100
  30 Ethernet116 116-119 etp30 100
  31 Ethernet120 120-123 etp31 100
  32 Ethernet124 124-127 etp32 100
`,
};
