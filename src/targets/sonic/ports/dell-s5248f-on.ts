import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/dell/x86_64-dellemc_s5248f_c3538-r0/platform.json and DellEMC-S5248f-P-25G/hwsku.json. */
export const panel: PanelData = {
  platform: 'x86_64-dellemc_s5248f_c3538-r0',
  hwsku: 'DellEMC-S5248f-P-25G',
  modes: [['1x25G[10G]'], ['1x100G[40G]', '2x50G', '1x50G', '4x25G[10G]', '1x25G[10G]']],
  channelAlias: 'number',
  ports: `
  1  Ethernet0  49      Eth1  25  0
  2  Ethernet1  50      Eth2  25  0
  3  Ethernet2  51      Eth3  25  0
  4  Ethernet3  52      Eth4  25  0
  5  Ethernet4  57      Eth5  25  0
  6  Ethernet5  58      Eth6  25  0
  7  Ethernet6  59      Eth7  25  0
  8  Ethernet7  60      Eth8  25  0
  9  Ethernet8  61      Eth9  25  0
  10 Ethernet9  62      Eth10 25  0
  11 Ethernet10 63      Eth11 25  0
  12 Ethernet11 64      Eth12 25  0
  13 Ethernet12 77      Eth13 25  0
  14 Ethernet13 78      Eth14 25  0
  15 Ethernet14 79      Eth15 25  0
  16 Ethernet15 80      Eth16 25  0
  17 Ethernet16 85      Eth17 25  0
  18 Ethernet17 86      Eth18 25  0
  19 Ethernet18 87      Eth19 25  0
  20 Ethernet19 88      Eth20 25  0
  21 Ethernet20 93      Eth21 25  0
  22 Ethernet21 94      Eth22 25  0
  23 Ethernet22 95      Eth23 25  0
  24 Ethernet23 96      Eth24 25  0
  25 Ethernet24 13      Eth25 25  0
  26 Ethernet25 14      Eth26 25  0
  27 Ethernet26 15      Eth27 25  0
  28 Ethernet27 16      Eth28 25  0
  29 Ethernet28 21      Eth29 25  0
  30 Ethernet29 22      Eth30 25  0
  31 Ethernet30 23      Eth31 25  0
  32 Ethernet31 24      Eth32 25  0
  33 Ethernet32 29      Eth33 25  0
  34 Ethernet33 30      Eth34 25  0
  35 Ethernet34 31      Eth35 25  0
  36 Ethernet35 32      Eth36 25  0
  37 Ethernet36 97      Eth37 25  0
  38 Ethernet37 98      Eth38 25  0
  39 Ethernet38 99      Eth39 25  0
  40 Ethernet39 100     Eth40 25  0
  41 Ethernet40 105     Eth41 25  0
  42 Ethernet41 106     Eth42 25  0
  43 Ethernet42 107     Eth43 25  0
  44 Ethernet43 108     Eth44 25  0
  45 Ethernet44 113     Eth45 25  0
  46 Ethernet45 114     Eth46 25  0
  47 Ethernet46 115     Eth47 25  0
  48 Ethernet47 116     Eth48 25  0
  49 Ethernet48 121-124 Eth49 100 1
  50 Ethernet52 125-128 Eth50 100 1
  51 Ethernet56 69-72   Eth51 100 1
  52 Ethernet60 65-68   Eth52 100 1
  53 Ethernet64 1-4     Eth53 100 1
  54 Ethernet68 33-36   Eth54 100 1
  55 Ethernet72 5-8     Eth55 100 1
  56 Ethernet76 41-44   Eth56 100 1
`,
};
