/** Name of the image for all Linux nodes, which is made from `linuxDockerfile`. */
export const linuxImage = 'heddle-linux:12';

/** Debian 12 with FRR 8.4 and every program that reads a generated file: the same packages that `heddle lab` runs. */
export const linuxDockerfile = `FROM debian:12
RUN apt-get update \\
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
      bridge-utils ethtool frr ifupdown2 iproute2 iputils-ping kmod netplan.io \\
      network-manager procps python3 systemd tcpdump \\
 && rm -rf /var/lib/apt/lists/*
CMD ["sleep", "infinity"]
`;
