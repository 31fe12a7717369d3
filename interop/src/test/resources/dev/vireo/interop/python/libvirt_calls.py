"""Makes calls of python3-libvirt on one connection, one expression of Python for each argument after the URI.

Prints one line for each: JSON of the result, or of code, domain and message of the error. `conn` is the connection,
`dom(name)` a domain of it. The password comes from the environment.
"""

import json
import os
import sys

import libvirt


def answer(credentials, _):
    for credential in credentials:
        if credential[0] == libvirt.VIR_CRED_PASSPHRASE:
            credential[4] = os.environ["PASSWORD"]
        else:
            credential[4] = credential[3]
    return 0


def plain(value):
    """What JSON has no form for, as what tells it apart for a user."""
    for name in ("getName", "name"):
        if hasattr(value, name):
            return getattr(value, name)()
    raise TypeError(str(type(value)))


libvirt.registerErrorHandler(lambda *_: None, None)
kinds = [libvirt.VIR_CRED_AUTHNAME, libvirt.VIR_CRED_PASSPHRASE]
conn = libvirt.openAuth(sys.argv[1], [kinds, answer, None], 0)
dom = conn.lookupByName
for call in sys.argv[2:]:
    try:
        print(json.dumps(eval(call), default=plain, sort_keys=True, ensure_ascii=False))
    except libvirt.libvirtError as error:
        print(
            json.dumps(
                {
                    "code": error.get_error_code(),
                    "domain": error.get_error_domain(),
                    "message": error.get_error_message(),
                },
                sort_keys=True,
                ensure_ascii=False,
            )
        )
conn.close()
