"""ipaddress, uuid, colorsys, stringprep and secrets: small modules with exact answers."""
import colorsys
import ipaddress as ip
import secrets
import stringprep
import uuid

for text in ("192.168.1.10", "8.8.8.8", "127.0.0.1", "2001:db8::1", "::1", "::ffff:1.2.3.4", "224.0.0.1", 3232235777, b"\x0a\0\0\1"):
    a = ip.ip_address(text)
    print(a, repr(a), int(a), a.version, a.exploded, a.compressed, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_link_local, a.reverse_pointer, a.packed.hex())
net = ip.ip_network("192.168.0.0/22")
print(net, net.netmask, net.hostmask, net.num_addresses, net.broadcast_address, net.prefixlen, net.with_netmask, list(net.hosts())[:2], net[5], net[-1], ip.ip_address("192.168.3.7") in net)
print(list(net.subnets(new_prefix=24)), net.supernet(2), list(net.address_exclude(ip.ip_network("192.168.1.0/24"))), net.overlaps(ip.ip_network("192.168.2.0/25")), net.subnet_of(ip.ip_network("192.168.0.0/16")), net.compare_networks(ip.ip_network("10.0.0.0/8")))
print(list(ip.summarize_address_range(ip.ip_address("10.0.0.1"), ip.ip_address("10.0.0.9"))), list(ip.collapse_addresses([ip.ip_network("10.0.0.0/25"), ip.ip_network("10.0.0.128/25"), ip.ip_network("10.0.2.0/24")])))
i = ip.ip_interface("10.1.2.3/16")
print(i, i.network, i.ip, i.with_prefixlen, ip.ip_network("10.1.2.3/16", strict=False), ip.ip_network("2001:db8::/126").num_addresses, list(ip.ip_network("10.0.0.0/31").hosts()), ip.IPv6Address("2002:c000:204::").sixtofour, f"{ip.ip_address('1.2.3.4'):b} {ip.ip_address('::1'):#_x}")
print(sorted(map(ip.ip_address, ["10.0.0.10", "10.0.0.9", "9.0.0.1"])), ip.ip_address("1.1.1.1") + 5, ip.ip_address("1.1.1.1") < ip.ip_address("1.1.1.2"), hash(ip.ip_address(1)) == hash(ip.ip_address("0.0.0.1")), {ip.ip_network("10.0.0.0/8"): 1})
for wrong in [lambda: ip.ip_address("256.1.1.1"), lambda: ip.ip_address("1.2.3"), lambda: ip.ip_address("01.2.3.4"), lambda: ip.ip_network("10.0.0.1/8"), lambda: ip.ip_network("10.0.0.0/33"), lambda: ip.IPv6Address("1::2::3"), lambda: ip.IPv4Address(-1), lambda: ip.IPv4Address(2**40), lambda: ip.ip_address("::g"), lambda: ip.ip_address("1.1.1.1") < ip.ip_address("::1"), lambda: list(net.subnets(new_prefix=10)), lambda: net.supernet(new_prefix=30), lambda: ip.IPv4Address("1.1.1.1/8"), lambda: ip.v4_int_to_packed(-1), lambda: net[5000], lambda: ip.ip_address("255.255.255.255") + 1, lambda: list(ip.summarize_address_range(ip.ip_address(5), ip.ip_address(3))), lambda: ip.ip_address(None)]:
    try:
        print("fine", wrong())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.urn, u.fields, u.bytes_le.hex(), u.version, u.variant, u.time_low, u.node, uuid.UUID("{12345678123456781234567812345678}") == u, uuid.UUID(int=5), uuid.UUID(bytes=bytes(16)) < u)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://x"), uuid.uuid5(uuid.NAMESPACE_OID, "1.2").version, uuid.NAMESPACE_X500, uuid.NIL, uuid.MAX, uuid.uuid8(1, 2, 3))
print(uuid.uuid4().version, uuid.uuid4() != uuid.uuid4(), uuid.uuid1().version, uuid.uuid7().version, uuid.uuid6().variant == uuid.RFC_4122, len({uuid.uuid4() for _ in range(50)}))
for wrong in [lambda: uuid.UUID("123"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"x"), lambda: uuid.UUID(int=1, version=99), lambda: setattr(u, "hex", "1"), lambda: u < 5, lambda: uuid.UUID("z" * 32)]:
    try:
        print("fine", wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for rgb in ((0.2, 0.4, 0.4), (1.0, 0.5, 0.0), (0.3, 0.3, 0.3), (0, 0, 0), (1, 1, 1)):
    print(colorsys.rgb_to_hsv(*rgb), colorsys.rgb_to_hls(*rgb), colorsys.rgb_to_yiq(*rgb), colorsys.hsv_to_rgb(*colorsys.rgb_to_hsv(*rgb)), colorsys.hls_to_rgb(*colorsys.rgb_to_hls(*rgb)))
print(stringprep.in_table_a1("\u0221"), stringprep.map_table_b2("ß"), stringprep.in_table_c12("\u00a0"), stringprep.in_table_d1("\u05be"), stringprep.map_table_b3("Å"))
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.randbelow(10) < 10, secrets.choice("ab") in "ab", secrets.compare_digest("a", "a"), len(secrets.token_urlsafe(9)), 0 <= secrets.randbits(4) < 16)
