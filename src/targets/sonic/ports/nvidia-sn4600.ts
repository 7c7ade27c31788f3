import type { PanelData } from '../panel-data.ts';

/** sonic-net/sonic-buildimage@086b03bd device/mellanox/x86_64-mlnx_msn4600-r0/platform.json and ACS-MSN4600/hwsku.json. */
export const panel: PanelData = {
  platform: 'x86_64-mlnx_msn4600-r0',
  hwsku: 'ACS-MSN4600',
  modes: [['1x200G[100G,50G,40G,25G,10G,1G]', '2x100G[50G,25G,10G,1G]']],
  channelAlias: 'letter',
  ports: `
  1  Ethernet0   0-3     etp1  200
  2  Ethernet4   8-11    etp2  200
  3  Ethernet8   16-19   etp3  200
  4  Ethernet12  24-27   etp4  200
  5  Ethernet16  32-35   etp5  200
  6  Ethernet20  40-43   etp6  200
  7  Ethernet24  48-51   etp7  200
  8  Ethernet28  56-59   etp8  200
  9  Ethernet32  64-67   etp9  200
  10 Ethernet36  72-75   etp10 200
  11 Ethernet40  80-83   etp11 200
  12 Ethernet44  88-91   etp12 200
  13 Ethernet48  96-99   etp13 200
  14 Ethernet52  104-107 etp14 200
  15 Ethernet56  112-115 etp15 200
  16 Ethernet60  120-123 etp16 200
  17 Ethernet64  128-131 etp17 200
  18 Ethernet68  136-139 etp18 200
  19 Ethernet72  144-147 etp19 200
  20 Ethernet76  152-155 etp20 200
  21 Ethernet80  160-163 etp21 200
  22 Ethernet84  168-171 etp22 200
  23 Ethernet88  176-179 etp23 200
  24 Ethernet92  184-187 etp24 200
  25 Ethernet96  192-195 etp25 200
  26 Ethernet100 200-203 etp26 200
  27 Ethernet104 208-211 etp27 200
  28 Ethernet108 216-219 etp28 200
  29 Ethernet112 224-227 etp29 200
  30 Ethernet116 232-235 etp30 200
  31 Ethernet120 240-243 etp31 200
  32 Ethernet124 248-251 etp32 200
  33 Ethernet128 256-259 etp33 200
  34 Ethernet132 264-267 etp34 200
  35 Ethernet136 272-275 etp35 200
  36 Ethernet140 280-283 etp36 200
  37 Ethernet144 288-291 etp37 200
  38 Ethernet148 296-299 etp38 200
  39 Ethernet152 304-307 etp39 200
  40 Ethernet156 312-315 etp40 200
  41 Ethernet160 320-323 etp41 200
  42 Ethernet164 328-331 etp42 200
  43 Ethernet168 336-339 etp43 200
  44 Ethernet172 344-347 etp44 200
  45 Ethernet176 352-355 etp45 200
  46 Ethernet180 360-363 etp46 200
  47 Ethernet184 368-371 etp47 200
  48 Ethernet188 376-379 etp48 200
  49 Ethernet192 384-387 etp49 200
  50 Ethernet196 392-395 etp50 200
  51 Ethernet200 400-403 etp51 200
  52 Ethernet204 408-411 etp52 200
  53 Ethernet208 416-419 etp53 200
  54 Ethernet212 424-427 etp54 200
  55 Ethernet216 432-435 etp55 200
  56 Ethernet220 440-443 etp56 200
  57 Ethernet224 448-451 etp57 200
  58 Ethernet228 456-459 etp58 200
  59 Ethernet232 464-467 etp59 200
  60 Ethernet236 472-475 etp60 200
  61 Ethernet240 480-483 etp61 200
  62 Ethernet244 488-491 etp62 200
  63 Ethernet248 496-499 etp63 200
  64 Ethernet252 504-507 etp64 200
`,
};
