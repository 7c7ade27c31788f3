/** What a comparison in a lab of Linux machines does not show of the switches that a file names. */
export const emulationLimits: readonly string[] = [
  "Forwarding is by the Linux kernel, control by FRR: how soon a vendor's hardware notices a dead port, rewrites its tables or hashes anew is not in the figures.",
  'MLAG is that of Linux, by LACP with one system id on two switches and a small agent: the keepalives, peer timers and reload delays of vendors (such as those of EOS MLAG and NX-OS vPC) are their own.',
  'All machines share the processors of one computer, so that an outage may be longer than it would be; what is shorter than the interval between two packets is not seen.',
  'Ports have no optics, queues or buffers: carrier goes at once at both ends, and nothing is lost to congestion.',
];
