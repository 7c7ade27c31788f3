import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/mellanox/x86_64-mlnx_msn2410-r0/platform.json and ACS-MSN2410/hwsku.json. */
export const panel: PanelData = {
  platform: 'x86_64-mlnx_msn2410-r0',
  hwsku: 'ACS-MSN2410',
  modes: [['1x25G[10G]'], ['1x100G[50G,40G,25G,10G]', '2x50G[25G,10G]']],
  channelAlias: 'letter',
  ports: `
  1  Ethernet0   0       etp1  25  0
  2  Ethernet4   4       etp2  25  0
  3  Ethernet8   8       etp3  25  0
  4  Ethernet12  12      etp4  25  0
  5  Ethernet16  16      etp5  25  0
  6  Ethernet20  20      etp6  25  0
  7  Ethernet24  24      etp7  25  0
  8  Ethernet28  28      etp8  25  0
  9  Ethernet32  32      etp9  25  0
  10 Ethernet36  36      etp10 25  0
  11 Ethernet40  40      etp11 25  0
  12 Ethernet44  44      etp12 25  0
  13 Ethernet48  48      etp13 25  0
  14 Ethernet52  52      etp14 25  0
  15 Ethernet56  56      etp15 25  0
  16 Ethernet60  60      etp16 25  0
  17 Ethernet64  64      etp17 25  0
  18 Ethernet68  68      etp18 25  0
  19 Ethernet72  72      etp19 25  0
  20 Ethernet76  76      etp20 25  0
  21 Ethernet80  80      etp21 25  0
  22 Ethernet84  84      etp22 25  0
  23 Ethernet88  88      etp23 25  0
  24 Ethernet92  92      etp24 25  0
  25 Ethernet96  96      etp25 25  0
  26 Ethernet100 100     etp26 25  0
  27 Ethernet104 104     etp27 25  0
  28 Ethernet108 108     etp28 25  0
  29 Ethernet112 112     etp29 25  0
  30 Ethernet116 116     etp30 25  0
  31 Ethernet120 120     etp31 25  0
  32 Ethernet124 124     etp32 25  0
  33 Ethernet128 128     etp33 25  0
  34 Ethernet132 132     etp34 25  0
  35 Ethernet136 136     etp35 25  0
  36 Ethernet140 140     etp36 25  0
  37 Ethernet144 144     etp37 25  0
  38 Ethernet148 148     etp38 25  0
  39 Ethernet152 152     etp39 25  0
  40 Ethernet156 156     etp40 25  0
  41 Ethernet160 160     etp41 25  0
  42 Ethernet164 164     etp42 25  0
  43 Ethernet168 168     etp43 25  0
  44 Ethernet172 172     etp44 25  0
  45 Ethernet176 176     etp45 25  0
  46 Ethernet180 180     etp46 25  0
  47 Ethernet184 184     etp47 25  0
  48 Ethernet188 188     etp48 25  0
  49 Ethernet192 192-195 etp49 100 1
  50 Ethernet196 196-199 etp50 100 1
  51 Ethernet200 200-203 etp51 100 1
  52 Ethernet204 204-207 etp52 100 1
  53 Ethernet208 208-211 etp53 100 1
  54 Ethernet212 212-215 etp54 100 1
  55 Ethernet216 216-219 etp55 100 1
  56 Ethernet220 220-223 etp56 100 1
`,
};
