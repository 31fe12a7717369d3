"""Prints all types and methods of the API as pyVmomi's tables have them.

A line for each type or method, and below it, indented, one for each member, value or parameter:
name with "?" when it may be unset, type with "[]" for a list, and the release that brought it.
"""

import sys

from pyVmomi import VmomiSupport as support
from pyVmomi import vmodl

NAMESPACE = "urn:vim25"
# What is text on the wire.
TEXTS = {"Link", "MethodName", "PropertyPath", "TypeName"}
ROOTS = {"DataObject", "DynamicData", "ManagedObject"}
# Members that do not go over the wire.
LOCAL = {("MethodFault", "msg")}
LOCALIZED = "LocalizedMethodFault"
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


def item(cls):
    return cls.Item if issubclass(cls, list) else cls


def kind(cls):
    name = support.GetWsdlName(cls)
    if issubclass(cls, support.ManagedObject):
        return "managed"
    if issubclass(cls, vmodl.MethodFault) and name != LOCALIZED:
        return "fault"
    if issubclass(cls, support.DataObject) or name == LOCALIZED:
        return "object"
    return "enum" if issubclass(cls, support.Enum) else None


def type_of(cls, owner):
    one = item(cls)
    name = support.GetWsdlName(one)
    if kind(one) == "fault" and owner != LOCALIZED:
        name = LOCALIZED  # on the wire a fault in an object has its text beside it
    return ("string" if name in TEXTS else name) + ("[]" if issubclass(cls, list) else "")


def base(cls):
    name = support.GetWsdlName(cls.__bases__[0])
    return "-" if name in ROOTS or support.GetWsdlName(cls) in ROOTS | {LOCALIZED} else name


def show_members(infos, owner):
    for info in infos:
        release = since(info.version)
        if release and (owner, info.name) not in LOCAL:
            optional = "?" if info.flags & support.F_OPTIONAL else ""
            print(" " + info.name + optional, type_of(info.type, owner), release)


def show_type(cls):
    name = support.GetWsdlName(cls)
    if kind(cls) == "enum":
        print("enum", name)
        for value in cls.values:
            print(" " + value)
        return
    print(kind(cls), name, base(cls), since(cls._version))
    show_members([] if name in ROOTS else cls._propInfo.values(), name)


def show_method(name, found):
    owners = [cls for cls, _ in found]
    top = [cls for cls in owners if not any(o is not cls and issubclass(cls, o) for o in owners)]
    method = next(info for cls, info in found if cls is top[0])
    result = method.methodResult
    returned = "-" if result is type(None) else type_of(result, "")
    giving = "-"
    if name.endswith("_Task"):
        returned, giving = "Task", returned
    names = ",".join(sorted(support.GetWsdlName(cls) for cls in top))
    print("method", name, names, returned, giving, since(method.version))
    show_members(method.params, name)


types = [support.GetWsdlType(*key) for key in list(support._wsdlDefMap) if key[0] == NAMESPACE]
methods = {}
for cls in types:
    if kind(cls) == "managed" and since(cls._version):
        for info in cls._methodInfo.values():
            if since(info.version):
                methods.setdefault(info.wsdlName, []).append((cls, info))
    if kind(cls) == "enum" or (kind(cls) and since(cls._version)):
        show_type(cls)
for name, found in sorted(methods.items()):
    show_method(name, found)
