import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/arista/x86_64-arista_7260cx3_64/platform.json and Arista-7260CX3-64/hwsku.json. */
export const panel: PanelData = {
  platform: 'x86_64-arista_7260cx3_64',
  hwsku: 'Arista-7260CX3-64',
  modes: [['1x100G[50G,40G,25G,10G]', '2x50G[40G,25G,10G]', '4x25G[10G]'], ['1x10G']],
  channelAlias: 'lane',
  ports: `
  1  Ethernet0   77-80   Ethernet1/1  100 0
  2  Ethernet4   65-68   Ethernet2/1  100 0
  3  Ethernet8   85-88   Ethernet3/1  100 0
  4  Ethernet12  89-92   Ethernet4/1  100 0
  5  Ethernet16  109-112 Ethernet5/1  100 0
  6  Ethernet20  97-100  Ethernet6/1  100 0
  7  Ethernet24  5-8     Ethernet7/1  100 0
  8  Ethernet28  13-16   Ethernet8/1  100 0
  9  Ethernet32  25-28   Ethernet9/1  100 0
  10 Ethernet36  21-24   Ethernet10/1 100 0
  11 Ethernet40  37-40   Ethernet11/1 100 0
  12 Ethernet44  45-48   Ethernet12/1 100 0
  13 Ethernet48  57-60   Ethernet13/1 100 0
  14 Ethernet52  53-56   Ethernet14/1 100 0
  15 Ethernet56  117-120 Ethernet15/1 100 0
  16 Ethernet60  121-124 Ethernet16/1 100 0
  17 Ethernet64  141-144 Ethernet17/1 100 0
  18 Ethernet68  133-136 Ethernet18/1 100 0
  19 Ethernet72  197-200 Ethernet19/1 100 0
  20 Ethernet76  205-208 Ethernet20/1 100 0
  21 Ethernet80  217-220 Ethernet21/1 100 0
  22 Ethernet84  213-216 Ethernet22/1 100 0
  23 Ethernet88  229-232 Ethernet23/1 100 0
  24 Ethernet92  237-240 Ethernet24/1 100 0
  25 Ethernet96  249-252 Ethernet25/1 100 0
  26 Ethernet100 245-248 Ethernet26/1 100 0
  27 Ethernet104 149-152 Ethernet27/1 100 0
  28 Ethernet108 153-156 Ethernet28/1 100 0
  29 Ethernet112 173-176 Ethernet29/1 100 0
  30 Ethernet116 161-164 Ethernet30/1 100 0
  31 Ethernet120 181-184 Ethernet31/1 100 0
  32 Ethernet124 185-188 Ethernet32/1 100 0
  33 Ethernet128 69-72   Ethernet33/1 100 0
  34 Ethernet132 73-76   Ethernet34/1 100 0
  35 Ethernet136 93-96   Ethernet35/1 100 0
  36 Ethernet140 81-84   Ethernet36/1 100 0
  37 Ethernet144 101-104 Ethernet37/1 100 0
  38 Ethernet148 105-108 Ethernet38/1 100 0
  39 Ethernet152 9-12    Ethernet39/1 100 0
  40 Ethernet156 1-4     Ethernet40/1 100 0
  41 Ethernet160 17-20   Ethernet41/1 100 0
  42 Ethernet164 29-32   Ethernet42/1 100 0
  43 Ethernet168 41-44   Ethernet43/1 100 0
  44 Ethernet172 33-36   Ethernet44/1 100 0
  45 Ethernet176 49-52   Ethernet45/1 100 0
  46 Ethernet180 61-64   Ethernet46/1 100 0
  47 Ethernet184 125-128 Ethernet47/1 100 0
  48 Ethernet188 113-116 Ethernet48/1 100 0
  49 Ethernet192 129-132 Ethernet49/1 100 0
  50 Ethernet196 137-140 Ethernet50/1 100 0
  51 Ethernet200 201-204 Ethernet51/1 100 0
  52 Ethernet204 193-196 Ethernet52/1 100 0
  53 Ethernet208 209-212 Ethernet53/1 100 0
  54 Ethernet212 221-224 Ethernet54/1 100 0
  55 Ethernet216 233-236 Ethernet55/1 100 0
  56 Ethernet220 225-228 Ethernet56/1 100 0
  57 Ethernet224 241-244 Ethernet57/1 100 0
  58 Ethernet228 253-256 Ethernet58/1 100 0
  59 Ethernet232 157-160 Ethernet59/1 100 0
  60 Ethernet236 145-148 Ethernet60/1 100 0
  61 Ethernet240 165-168 Ethernet61/1 100 0
  62 Ethernet244 169-172 Ethernet62/1 100 0
  63 Ethernet248 189-192 Ethernet63/1 100 0
  64 Ethernet252 177-180 Ethernet64/1 100 0
  65 Ethernet256 257     Ethernet65   10  1
  66 Ethernet260 259     Ethernet66   10  1
`,
};
