import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/mellanox/x86_64-mlnx_msn3700-r0/platform.json and ACS-MSN3700/hwsku.json. */
export const panel: PanelData = {
  platform: 'x86_64-mlnx_msn3700-r0',
  hwsku: 'ACS-MSN3700',
  modes: [['1x200G[100G,50G,40G,25G,10G,1G]', '2x100G[50G,25G,10G,1G]', '4x50G[25G,10G,1G]']],
  channelAlias: 'letter',
  ports: `
  1  Ethernet0   0-3     etp1  200
  2  Ethernet4   4-7     etp2  200
  3  Ethernet8   8-11    etp3  200
  4  Ethernet12  12-15   etp4  200
  5  Ethernet16  16-19   etp5  200
  6  Ethernet20  20-23   etp6  200
  7  Ethernet24  24-27   etp7  200
  8  Ethernet28  28-31   etp8  200
  9  Ethernet32  32-35   etp9  200
  10 Ethernet36  36-39   etp10 200
  11 Ethernet40  40-43   etp11 200
  12 Ethernet44  44-47   etp12 200
  13 Ethernet48  48-51   etp13 200
  14 Ethernet52  52-55   etp14 200
  15 Ethernet56  56-59   etp15 200
  16 Ethernet60  60-63   etp16 200
  17 Ethernet64  64-67   etp17 200
  18 Ethernet68  68-71   etp18 200
  19 Ethernet72  72-75   etp19 200
  20 Ethernet76  76-79   etp20 200
  21 Ethernet80  80-83   etp21 200
  22 Ethernet84  84-87   etp22 200
  23 Ethernet88  88-91   etp23 200
  24 Ethernet92  92-95   etp24 200
  25 Ethernet96  96-99   etp25 200
  26 Ethernet100 100-103 etp26 200
  27 Ethernet104 104-107 etp27 200
  28 Ethernet108 108-111 etp28 200
  29 Ethernet112 112-115 etp29 200
  30 Ethernet116 116-119 etp30 200
  31 Ethernet120 120-123 etp31 200
  32 Ethernet124 124-127 etp32 200
`,
};
