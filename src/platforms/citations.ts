/** A file of the NetBox device-type library. */
export const netbox = (file: string): string => `netbox-community/devicetype-library device-types/${file}`;

/** A file of the SONiC sources. */
export const sonic = (file: string): string => `sonic-net/sonic-buildimage@086b03bd ${file}`;

/** A section of the switch catalogue of Hedgehog's documentation. */
export const hedgehog = (section: string): string =>
  `githedgehog/docs@9cff1599 docs/reference/profiles.md, section "${section}"`;

/** A file of Arista's platform library for SONiC. */
export const aristaSonic = (file: string): string => `aristanetworks/sonic@152b69c4 arista/platforms/${file}`;

/** A vendor's document, as a hardware library quotes it. */
export const quoted = (document: string, device: string): string =>
  `${document}, as quoted in roc-ops/Portrayal library/devices/${device}/device.yaml`;

const cumulusDocs = 'CumulusNetworks/docs content';
const portAttributes = 'Layer-1-and-Switch-Ports/Interface-Configuration-and-Management/Switch-Port-Attributes.md';

export const cumulus43Ports = `${cumulusDocs}/cumulus-linux-43/${portAttributes}`;
export const cumulus59Ports = `${cumulusDocs}/cumulus-linux-59/${portAttributes}`;
export const cumulus43Tables = `${cumulusDocs}/cumulus-linux-43/Layer-3/Routing/Supported-Route-Table-Entries.md`;
export const cumulus59Tables = `${cumulusDocs}/cumulus-linux-59/Layer-3/Routing/Forwarding-Table-Size-and-Profiles.md`;
/** Its output shows that the "k" of the table pages is 1024. */
export const cumulus43Resources = `${cumulusDocs}/cumulus-linux-43/Monitoring-and-Troubleshooting/Resource-Diagnostics-Using-cl-resource-query.md`;
