import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/arista/x86_64-arista_7050sx3_48yc8/platform.json and Arista-7050SX3-48YC8/hwsku.json. */
export const panel: PanelData = {
  platform: 'x86_64-arista_7050sx3_48yc8',
  hwsku: 'Arista-7050SX3-48YC8',
  modes: [
    ['1x25G', '1x10G'],
    ['1x100G', '1x40G'],
  ],
  ports: `
  1  Ethernet0  1     Ethernet1    25  0
  2  Ethernet1  2     Ethernet2    25  0
  3  Ethernet2  3     Ethernet3    25  0
  4  Ethernet3  4     Ethernet4    25  0
  5  Ethernet4  5     Ethernet5    25  0
  6  Ethernet5  6     Ethernet6    25  0
  7  Ethernet6  7     Ethernet7    25  0
  8  Ethernet7  8     Ethernet8    25  0
  9  Ethernet8  9     Ethernet9    25  0
  10 Ethernet9  10    Ethernet10   25  0
  11 Ethernet10 11    Ethernet11   25  0
  12 Ethernet11 12    Ethernet12   25  0
  13 Ethernet12 13    Ethernet13   25  0
  14 Ethernet13 14    Ethernet14   25  0
  15 Ethernet14 15    Ethernet15   25  0
  16 Ethernet15 16    Ethernet16   25  0
  17 Ethernet16 17    Ethernet17   25  0
  18 Ethernet17 18    Ethernet18   25  0
  19 Ethernet18 19    Ethernet19   25  0
  20 Ethernet19 20    Ethernet20   25  0
  21 Ethernet20 21    Ethernet21   25  0
  22 Ethernet21 22    Ethernet22   25  0
  23 Ethernet22 23    Ethernet23   25  0
  24 Ethernet23 24    Ethernet24   25  0
  25 Ethernet24 57    Ethernet25   25  0
  26 Ethernet25 58    Ethernet26   25  0
  27 Ethernet26 59    Ethernet27   25  0
  28 Ethernet27 60    Ethernet28   25  0
  29 Ethernet28 61    Ethernet29   25  0
  30 Ethernet29 62    Ethernet30   25  0
  31 Ethernet30 63    Ethernet31   25  0
  32 Ethernet31 64    Ethernet32   25  0
  33 Ethernet32 65    Ethernet33   25  0
  34 Ethernet33 66    Ethernet34   25  0
  35 Ethernet34 67    Ethernet35   25  0
  36 Ethernet35 68    Ethernet36   25  0
  37 Ethernet36 69    Ethernet37   25  0
  38 Ethernet37 70    Ethernet38   25  0
  39 Ethernet38 71    Ethernet39   25  0
  40 Ethernet39 72    Ethernet40   25  0
  41 Ethernet40 73    Ethernet41   25  0
  42 Ethernet41 74    Ethernet42   25  0
  43 Ethernet42 75    Ethernet43   25  0
  44 Ethernet43 76    Ethernet44   25  0
  45 Ethernet44 77    Ethernet45   25  0
  46 Ethernet45 78    Ethernet46   25  0
  47 Ethernet46 79    Ethernet47   25  0
  48 Ethernet47 80    Ethernet48   25  0
  49 Ethernet48 25-28 Ethernet49/1 100 1
  50 Ethernet52 29-32 Ethernet50/1 100 1
  51 Ethernet56 33-36 Ethernet51/1 100 1
  52 Ethernet60 37-40 Ethernet52/1 100 1
  53 Ethernet64 41-44 Ethernet53/1 100 1
  54 Ethernet68 45-48 Ethernet54/1 100 1
  55 Ethernet72 49-52 Ethernet55/1 100 1
  56 Ethernet76 53-56 Ethernet56/1 100 1
`,
};
