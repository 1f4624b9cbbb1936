/** Names of services and protocols: those that programs ask for, as the file /etc/services has them. */

/** name -> port, protocols. */
const SERVICES: readonly (readonly [name: string, port: number, protocols: string])[] = [
  ['echo', 7, 'tcp udp'],
  ['discard', 9, 'tcp udp'],
  ['daytime', 13, 'tcp udp'],
  ['chargen', 19, 'tcp udp'],
  ['ftp-data', 20, 'tcp'],
  ['ftp', 21, 'tcp'],
  ['ssh', 22, 'tcp'],
  ['telnet', 23, 'tcp'],
  ['smtp', 25, 'tcp'],
  ['time', 37, 'tcp udp'],
  ['domain', 53, 'tcp udp'],
  ['bootps', 67, 'udp'],
  ['bootpc', 68, 'udp'],
  ['tftp', 69, 'udp'],
  ['http', 80, 'tcp'],
  ['kerberos', 88, 'tcp udp'],
  ['pop3', 110, 'tcp'],
  ['sunrpc', 111, 'tcp udp'],
  ['nntp', 119, 'tcp'],
  ['ntp', 123, 'udp'],
  ['imap2', 143, 'tcp'],
  ['snmp', 161, 'tcp udp'],
  ['irc', 194, 'tcp udp'],
  ['ldap', 389, 'tcp udp'],
  ['https', 443, 'tcp udp'],
  ['submissions', 465, 'tcp'],
  ['syslog', 514, 'udp'],
  ['submission', 587, 'tcp'],
  ['ldaps', 636, 'tcp udp'],
  ['domain-s', 853, 'tcp'],
  ['ftps-data', 989, 'tcp'],
  ['ftps', 990, 'tcp'],
  ['imaps', 993, 'tcp'],
  ['pop3s', 995, 'tcp'],
  ['socks', 1080, 'tcp'],
  ['ms-sql-s', 1433, 'tcp'],
  ['mysql', 3306, 'tcp'],
  ['postgresql', 5432, 'tcp'],
  ['http-alt', 8080, 'tcp udp'],
];

const PROTOCOLS: ReadonlyMap<string, number> = new Map([
  ['ip', 0],
  ['icmp', 1],
  ['igmp', 2],
  ['tcp', 6],
  ['egp', 8],
  ['udp', 17],
  ['dccp', 33],
  ['ipv6', 41],
  ['ipv6-route', 43],
  ['ipv6-frag', 44],
  ['gre', 47],
  ['esp', 50],
  ['ah', 51],
  ['ipv6-icmp', 58],
  ['ipv6-nonxt', 59],
  ['ipv6-opts', 60],
  ['ospf', 89],
  ['pim', 103],
  ['vrrp', 112],
  ['l2tp', 115],
  ['sctp', 132],
  ['udplite', 136],
]);

export function servicePort(name: string, protocol: string | undefined): number | undefined {
  return SERVICES.find(
    (row) => row[0] === name && (protocol === undefined || row[2].split(' ').includes(protocol)),
  )?.[1];
}

export function serviceName(port: number, protocol: string | undefined): string | undefined {
  return SERVICES.find(
    (row) => row[1] === port && (protocol === undefined || row[2].split(' ').includes(protocol)),
  )?.[0];
}

export function protocolNumber(name: string): number | undefined {
  return PROTOCOLS.get(name) ?? PROTOCOLS.get(name.toLowerCase());
}
