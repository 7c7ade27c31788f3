import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/accton/x86_64-accton_as7326_56x-r0/Accton-AS7326-56X/port_config.ini. */
export const panel: PanelData = {
  platform: 'x86_64-accton_as7326_56x-r0',
  hwsku: 'Accton-AS7326-56X',
  ports: `
  1  Ethernet0  3       twentyfiveGigE1  25
  2  Ethernet1  2       twentyfiveGigE2  25
  3  Ethernet2  4       twentyfiveGigE3  25
  4  Ethernet3  8       twentyfiveGigE4  25
  5  Ethernet4  7       twentyfiveGigE5  25
  6  Ethernet5  1       twentyfiveGigE6  25
  7  Ethernet6  5       twentyfiveGigE7  25
  8  Ethernet7  16      twentyfiveGigE8  25
  9  Ethernet8  6       twentyfiveGigE9  25
  10 Ethernet9  14      twentyfiveGigE10 25
  11 Ethernet10 13      twentyfiveGigE11 25
  12 Ethernet11 15      twentyfiveGigE12 25
  13 Ethernet12 23      twentyfiveGigE13 25
  14 Ethernet13 22      twentyfiveGigE14 25
  15 Ethernet14 24      twentyfiveGigE15 25
  16 Ethernet15 32      twentyfiveGigE16 25
  17 Ethernet16 31      twentyfiveGigE17 25
  18 Ethernet17 21      twentyfiveGigE18 25
  19 Ethernet18 29      twentyfiveGigE19 25
  20 Ethernet19 36      twentyfiveGigE20 25
  21 Ethernet20 30      twentyfiveGigE21 25
  22 Ethernet21 34      twentyfiveGigE22 25
  23 Ethernet22 33      twentyfiveGigE23 25
  24 Ethernet23 35      twentyfiveGigE24 25
  25 Ethernet24 43      twentyfiveGigE25 25
  26 Ethernet25 42      twentyfiveGigE26 25
  27 Ethernet26 44      twentyfiveGigE27 25
  28 Ethernet27 52      twentyfiveGigE28 25
  29 Ethernet28 51      twentyfiveGigE29 25
  30 Ethernet29 41      twentyfiveGigE30 25
  31 Ethernet30 49      twentyfiveGigE31 25
  32 Ethernet31 60      twentyfiveGigE32 25
  33 Ethernet32 50      twentyfiveGigE33 25
  34 Ethernet33 58      twentyfiveGigE34 25
  35 Ethernet34 57      twentyfiveGigE35 25
  36 Ethernet35 59      twentyfiveGigE36 25
  37 Ethernet36 62      twentyfiveGigE37 25
  38 Ethernet37 63      twentyfiveGigE38 25
  39 Ethernet38 64      twentyfiveGigE39 25
  40 Ethernet39 65      twentyfiveGigE40 25
  41 Ethernet40 66      twentyfiveGigE41 25
  42 Ethernet41 61      twentyfiveGigE42 25
  43 Ethernet42 68      twentyfiveGigE43 25
  44 Ethernet43 69      twentyfiveGigE44 25
  45 Ethernet44 67      twentyfiveGigE45 25
  46 Ethernet45 71      twentyfiveGigE46 25
  47 Ethernet46 72      twentyfiveGigE47 25
  48 Ethernet47 70      twentyfiveGigE48 25
  49 Ethernet48 77-80   hundredGigE49    100
  50 Ethernet52 85-88   hundredGigE50    100
  51 Ethernet56 93-96   hundredGigE51    100
  52 Ethernet60 97-100  hundredGigE52    100
  53 Ethernet64 105-108 hundredGigE53    100
  54 Ethernet68 113-116 hundredGigE54    100
  55 Ethernet72 121-124 hundredGigE55    100
  56 Ethernet76 125-128 hundredGigE56    100
`,
};
