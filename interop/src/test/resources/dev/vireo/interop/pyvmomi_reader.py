"""Reads every property of every managed object that can be reached, by pyVmomi.

Arguments: HOST PORT USER [VERSION]. VERSION, as pyVmomi calls it, is for hosts that do not say by
themselves which releases of the API they speak. The password stands in the environment variable PASSWORD. Prints one line
for each object, "TYPE:ID PROPERTIES-SET", and one beginning with "fault:" for each property that
could not be read, or that is unset although its type says that it never is.
"""

import os
import sys

from pyVim.connect import Connect, Disconnect, SmartConnect
from pyVmomi import VmomiSupport


def references(value):
    """All managed objects that a value names."""
    if isinstance(value, VmomiSupport.ManagedObject):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, VmomiSupport.DataObject):
        for info in value._GetPropertyList():
            yield from references(getattr(value, info.name))


def read_all(stub, start):
    """Reads breadth first, and prints what it finds."""
    seen = {start._moId}
    pending = [start]
    while pending:
        managed = pending.pop(0)
        name = "%s:%s" % (VmomiSupport.GetWsdlName(type(managed)), managed._moId)
        read = 0
        for info in managed._GetPropertyList():
            if not VmomiSupport.IsChildVersion(stub.version, info.version):
                continue
            try:
                value = getattr(managed, info.name)
            except Exception as failure:
                print("fault:", name, info.name, type(failure).__name__, failure)
                continue
            if value is None and not info.flags & VmomiSupport.F_OPTIONAL:
                print("fault:", name, info.name, "is unset")
            read += value is not None
            for found in references(value):
                if found._moId not in seen:
                    seen.add(found._moId)
                    pending.append(found)
        print(name, read)


def connect(host, port, user, version=None):
    arguments = {
        "host": host,
        "port": int(port),
        "user": user,
        "pwd": os.environ["PASSWORD"],
        "disableSslCertValidation": True,
    }
    return Connect(version=version, **arguments) if version else SmartConnect(**arguments)


def main():
    service = connect(*sys.argv[1:])
    try:
        read_all(service._stub, service)
    finally:
        Disconnect(service)


if __name__ == "__main__":
    main()
