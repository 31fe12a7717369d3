"""Drives a vSphere host by pyVmomi and prints what it sees, one fact a line.

Arguments: HOST PORT USER VM. The password stands in the environment variable PASSWORD. The machine
VM must be powered off; it is switched on and off again.
"""

import os
import sys

from pyVim.connect import Disconnect, SmartConnect
from pyVim.task import WaitForTask
from pyVmomi import vim, vmodl


def machines(content):
    """All virtual machines by name, through a container view that is destroyed again."""
    view = content.viewManager.CreateContainerView(
        content.rootFolder, [vim.VirtualMachine], True
    )
    try:
        return {machine.name: machine for machine in view.view}
    finally:
        view.Destroy()


def properties_of_all(content):
    """Name and power state of all machines by one property filter over a container view."""
    view = content.viewManager.CreateContainerView(
        content.rootFolder, [vim.VirtualMachine], True
    )
    try:
        collector = vmodl.query.PropertyCollector
        traversal = collector.TraversalSpec(
            name="view", path="view", skip=False, type=vim.view.ContainerView
        )
        spec = collector.FilterSpec(
            objectSet=[collector.ObjectSpec(obj=view, skip=True, selectSet=[traversal])],
            propSet=[
                collector.PropertySpec(
                    type=vim.VirtualMachine, pathSet=["name", "runtime.powerState"]
                )
            ],
        )
        result = content.propertyCollector.RetrievePropertiesEx(
            [spec], collector.RetrieveOptions(maxObjects=2)
        )
        objects = list(result.objects)
        while result.token:
            result = content.propertyCollector.ContinueRetrievePropertiesEx(result.token)
            objects += result.objects
        return [{p.name: p.val for p in item.propSet} for item in objects]
    finally:
        view.Destroy()


def main():
    host, port, user, name = sys.argv[1:]
    service = SmartConnect(
        host=host,
        port=int(port),
        user=user,
        pwd=os.environ["PASSWORD"],
        disableSslCertValidation=True,
    )
    try:
        content = service.RetrieveContent()
        print("about:", content.about.apiType, content.about.apiVersion)
        print("session:", content.sessionManager.currentSession.userName)
        for row in sorted(properties_of_all(content), key=lambda row: row["name"]):
            print("vm:", row["name"], row["runtime.powerState"])
        machine = machines(content)[name]
        for task in (machine.PowerOn, machine.PowerOff):
            started = task()
            WaitForTask(started)
            print("task:", started.info.descriptionId, started.info.state)
            print("power:", machine.runtime.powerState)
        try:
            machine.Suspend()
            print("fault: none")
        except vim.fault.InvalidPowerState as fault:
            print("fault: InvalidPowerState", fault.existingState)
        except vim.fault.VimFault as fault:
            print("fault:", type(fault).__name__)
        found = content.searchIndex.FindByUuid(None, machine.config.uuid, True, False)
        print("found:", found.name)
    finally:
        Disconnect(service)


if __name__ == "__main__":
    main()
