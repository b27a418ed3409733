"""Which addresses of machines are public: what is not is never spoken to for an article."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# What `is_global` lets pass, or does in some version of Python.
_NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "168.63.129.16/32",  # where a virtual machine at Azure asks about itself
            "192.0.0.0/24",  # of protocols; a virtual machine at Oracle asks here
            "192.88.99.0/24",  # relays of 6to4
            "224.0.0.0/4",  # to many at once
            "::/3",  # holds the IPv4 addresses written as IPv6, and those of the machine itself
            "2002::/16",  # 6to4, which holds one
            "3fff::/20",  # for documentation
            "4000::/2",
            "8000::/1",  # local, or to many at once
        ),
    )
)
_NAT64 = ip_network("64:ff9b::/96")
_LAST_32_BITS = 0xFFFF_FFFF


def is_public(address: str) -> bool:
    """Whether a machine at this address is one of the Internet, for all to speak to.

    Not so are private and shared networks, the machine itself, its link, multicast, what is reserved, and the IPv6
    addresses that lead to an IPv4 address. One for NAT64, which networks without IPv4 make of every name, is as public
    as the IPv4 address in it.

    Args:
        address: IPv4 or IPv6, in numbers.
    """
    found = _meant(ip_address(address))
    return found.is_global and not any(found in network for network in _NOT_PUBLIC)


def _meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    return IPv4Address(int(address) & _LAST_32_BITS) if address in _NAT64 else address
