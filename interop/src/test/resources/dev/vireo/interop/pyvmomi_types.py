"""Prints the types that properties of managed objects are made of, as pyVmomi's tables have them.

The form is that of the simulator's types.txt, which says what it means.
"""

import sys

from pyVmomi import VmomiSupport as support
from pyVmomi import vmodl

NAMESPACE = "urn:vim25"
# What tasks end with, which the tables do not say.
TASK_RESULTS = {"ClusterPowerOnVmResult", "HostDatastoreBrowserSearchResults"}
# What is text on the wire.
TEXTS = {"Link", "MethodName", "PropertyPath", "TypeName"}
ROOTS = {"DataObject", "DynamicData", "MethodFault"}
RELEASES = sys.argv[1:]

versions = {
    label: version
    for version, label in support.versionIdMap.items()
    if label in RELEASES and version.startswith("vim.")
}
assert sorted(versions) == sorted(RELEASES), versions


def since(version):
    """The first of the releases that has what came with a version; None for none of them."""
    for release in RELEASES:
        if support.IsChildVersion(versions[release], version):
            return release
    return None


def members(cls):
    for info in cls._propInfo.values() if support.GetWsdlName(cls) not in ROOTS else ():
        if since(info.version):
            yield info


def item(cls):
    return cls.Item if issubclass(cls, list) else cls


def is_data(cls):
    return issubclass(cls, (support.DataObject, vmodl.MethodFault))


types = [support.GetWsdlType(*key) for key in list(support._wsdlDefMap) if key[0] == NAMESPACE]
managed = [cls for cls in types if issubclass(cls, support.ManagedObject) and since(cls._version)]
known = {cls for cls in types if is_data(cls) and since(cls._version)}
derived = {}
for cls in known:
    derived.setdefault(cls.__bases__[0], []).append(cls)

# What properties lead to: the types of members, their super types, and what may stand for them.
data = set()
pending = [item(info.type) for cls in managed for info in members(cls)]
pending += [
    item(method.methodResult)
    for cls in managed
    for method in cls._methodInfo.values()
    if since(method.version)
]
pending += [support.GetWsdlType(NAMESPACE, name) for name in TASK_RESULTS]
while pending:
    cls = pending.pop()
    if cls not in known or cls in data:
        continue
    data.add(cls)
    pending.extend(item(info.type) for info in members(cls))
    pending.append(cls.__bases__[0])
    if support.GetWsdlName(cls) not in ROOTS:
        pending.extend(derived.get(cls, ()))


def type_of(info):
    name = support.GetWsdlName(item(info.type))
    return ("string" if name in TEXTS else name) + ("[]" if issubclass(info.type, list) else "")


def show(kind, cls):
    name = support.GetWsdlName(cls)
    base = cls.__bases__[0]
    parent = support.GetWsdlName(base) if base in known or base in managed else "-"
    release = since(cls._version)
    print(kind, name, parent, release)
    for info in members(cls):
        optional = "?" if info.flags & support.F_OPTIONAL else ""
        newer = since(info.version)
        suffix = "" if newer == release else " " + newer
        print(" " + info.name + optional + " " + type_of(info) + suffix)


for cls in sorted(managed, key=support.GetWsdlName):
    show("managed", cls)
for cls in sorted(data, key=support.GetWsdlName):
    show("data", cls)
