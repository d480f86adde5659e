"""Which network addresses may be fetched from: public ones. All others could be a machine's or a network's own."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# Addresses that carry an IPv4 address: translated (RFC 6052), and the deprecated compatible form, which is refused.
_NAT64 = IPv6Network("64:ff9b::/96")
_NAT64_LOCAL = IPv6Network("64:ff9b:1::/48")
_COMPATIBLE = IPv6Network("::/96")


def is_public(address: str) -> bool:
    """Return whether `address`, as a resolver gives it, is one of the public internet.

    Refused are private, shared, loopback, link-local, multicast, reserved and unspecified addresses, also where an IPv6
    address carries such an IPv4 address (mapped, NAT64, 6to4, Teredo), and what is no address.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return _public(found)
    if found in _NAT64_LOCAL or found in _COMPATIBLE or found.is_site_local:
        return False
    carried = _carried(found)
    return all(map(_public, carried)) if carried else _public(found)


def _public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _carried(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """Return the IPv4 addresses that packets to an IPv6 address end up at."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address in _NAT64:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    if address.sixtofour:
        return (address.sixtofour,)
    return address.teredo or ()
