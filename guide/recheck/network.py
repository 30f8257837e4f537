"""Where a connection may lead: names are looked up once, checked, and that address is used.

A server can send a program anywhere, also to what only this machine's network reaches
(server-side request forgery). Checking the name is not enough, because a name may mean
another address a moment later; so the address that was checked is the one connected to.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from guide.recheck.allowance import Allowance

_NAT64 = IPv6Network("64:ff9b::/96")
"""Where networks without IPv4 keep the public part of it; the last 32 bits are the address."""
_UNKNOWN = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class UnknownHostError(OSError):
    """Nobody has this name; a look-up that did not work is another thing."""


class NotPublicError(OSError):
    """The name leads to an address that not everybody can reach."""


def is_public(address: str) -> bool:
    """Whether everybody on the internet means the same machine by it."""
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        if found in _NAT64:
            return _is_public(IPv4Address(found.packed[-4:]))
        if found.ipv4_mapped:
            return _is_public(found.ipv4_mapped)
        # Two old ways to wrap one IPv4 address in another; and what was once for one site.
        if found.sixtofour or found.teredo or found.is_site_local:
            return False
    return _is_public(found)


def _is_public(found: IPv4Address | IPv6Address) -> bool:
    return found.is_global and not (found.is_multicast or found.is_reserved)


def look_up(name: str, port: int) -> list[str]:
    """The addresses of a name, as this machine's resolver gives them."""
    try:
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in _UNKNOWN:
            raise UnknownHostError(name) from None
        raise
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to an address."""
    return socket.create_connection((address, port), timeout=seconds)


def encrypt(plain: socket.socket, name: str) -> socket.socket:
    """TLS over a connection, with a certificate for the name that this machine trusts."""
    return _trusted().wrap_socket(plain, server_hostname=name)


@cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


@dataclass(frozen=True)
class Network:
    """How a name becomes a connection. Tests pass their own parts: no name, no certificate."""

    look_up: Callable[[str, int], list[str]] = look_up
    connect: Callable[[str, int, float], socket.socket] = connect
    encrypt: Callable[[socket.socket, str], socket.socket] = encrypt

    def open(
        self, name: str, port: int, allowance: Allowance, *, tls: bool, public: bool
    ) -> socket.socket:
        """A connection to the first address of a name that takes one, in the time allowed.

        ``NotPublicError`` if ``public`` is asked for and one of the addresses is not.
        """
        addresses = self.look_up(name, port)
        if public and not all(map(is_public, addresses)):
            raise NotPublicError(name)
        plain = self._first(addresses, port, allowance)
        try:
            plain.settimeout(allowance.seconds())
            return self.encrypt(plain, name) if tls else plain
        except BaseException:
            plain.close()
            raise

    def _first(self, addresses: list[str], port: int, allowance: Allowance) -> socket.socket:
        refused = OSError("the name has no address")
        for tried, address in enumerate(addresses):
            try:
                # An address that swallows everything leaves the others their share.
                share = allowance.seconds() / (len(addresses) - tried)
                return self.connect(address, port, share)
            except OSError as error:
                refused = error
        raise refused
