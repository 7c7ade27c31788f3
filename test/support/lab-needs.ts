/** What a lab needs of the machine, for `describeWith`. */
export const labNeeds = {
  programs: ['ip', 'bridge', 'sysctl', 'zebra', 'vtysh', 'ping', 'nsenter', 'setpriv', 'unshare'],
  root: true,
};
