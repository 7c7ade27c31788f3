import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/accton/x86_64-accton_as9726_32d-r0/Accton-AS9726-32D/port_config.ini. Port 33 is left out: its lane 249 is one of port 31's. Port 34 is left out: its lane 250 is one of port 31's. */
export const panel: PanelData = {
  platform: 'x86_64-accton_as9726_32d-r0',
  hwsku: 'Accton-AS9726-32D',
  ports: `
  1  Ethernet1  73-80   fourHundredGigE1  400
  2  Ethernet2  65-72   fourHundredGigE2  400
  3  Ethernet3  81-88   fourHundredGigE3  400
  4  Ethernet4  89-96   fourHundredGigE4  400
  5  Ethernet5  97-104  fourHundredGigE5  400
  6  Ethernet6  105-112 fourHundredGigE6  400
  7  Ethernet7  113-120 fourHundredGigE7  400
  8  Ethernet8  121-128 fourHundredGigE8  400
  9  Ethernet9  41-48   fourHundredGigE9  400
  10 Ethernet10 33-40   fourHundredGigE10 400
  11 Ethernet11 49-56   fourHundredGigE11 400
  12 Ethernet12 57-64   fourHundredGigE12 400
  13 Ethernet13 129-136 fourHundredGigE13 400
  14 Ethernet14 137-144 fourHundredGigE14 400
  15 Ethernet15 145-152 fourHundredGigE15 400
  16 Ethernet16 153-160 fourHundredGigE16 400
  17 Ethernet17 169-176 fourHundredGigE17 400
  18 Ethernet18 161-168 fourHundredGigE18 400
  19 Ethernet19 177-184 fourHundredGigE19 400
  20 Ethernet20 185-192 fourHundredGigE20 400
  21 Ethernet21 1-8     fourHundredGigE21 400
  22 Ethernet22 9-16    fourHundredGigE22 400
  23 Ethernet23 17-24   fourHundredGigE23 400
  24 Ethernet24 25-32   fourHundredGigE24 400
  25 Ethernet25 201-208 fourHundredGigE25 400
  26 Ethernet26 193-200 fourHundredGigE26 400
  27 Ethernet27 217-224 fourHundredGigE27 400
  28 Ethernet28 209-216 fourHundredGigE28 400
  29 Ethernet29 233-240 fourHundredGigE29 400
  30 Ethernet30 225-232 fourHundredGigE30 400
  31 Ethernet31 249-256 fourHundredGigE31 400
  32 Ethernet32 241-248 fourHundredGigE32 400
`,
};
