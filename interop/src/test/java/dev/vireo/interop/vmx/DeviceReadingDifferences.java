package dev.vireo.interop.vmx;

import static dev.vireo.interop.vmx.ListedDifferences.accepts;
import static dev.vireo.interop.vmx.ListedDifferences.acceptsOf;
import static dev.vireo.interop.vmx.ListedDifferences.acceptsWarning;
import static dev.vireo.interop.vmx.ListedDifferences.leavesOut;
import static dev.vireo.interop.vmx.ListedDifferences.rewrites;
import static dev.vireo.interop.vmx.ListedDifferences.warns;
import static dev.vireo.interop.vmx.ReadingDifferences.listed;

import java.util.List;

/**
 * Deliberate differences from libvirt in reading interfaces, ports, folders and displays of VMX
 * files.
 */
final class DeviceReadingDifferences {
  /** All of them. */
  static final List<ListedDifference> ALL =
      List.of(
          listed(
              "unshown",
              "devices-libvirt-does-not-know",
              warns("pciPassthru0.present = \"TRUE\"", "pciPassthru0.present")),
          // Network.
          listed(
              "nic-model",
              "error-nic-model-empty",
              accepts("'ethernet\\d+.virtualDev' to be .* but found ''")),
          listed(
              "nic-model",
              "error-nic-model-unknown",
              acceptsWarning("Expecting VMX entry '(ethernet\\d+.virtualDev)' to be", "$1")),
          listed(
              "nic-hostonly",
              "error-nic-hostonly",
              acceptsWarning(
                  "No yet handled value 'hostonly' for VMX entry '(ethernet\\d+.connectionType)'",
                  "$1")),
          listed(
              "nic-segment",
              "error-nic-pvn",
              acceptsWarning(
                  "value '(?i:pvn)' for VMX entry '(ethernet\\d+.connectionType)'", "$1")),
          listed(
              "nic-connection",
              "error-nic-connection-unknown",
              acceptsWarning("value '.*' for VMX entry '(ethernet\\d+.connectionType)'", "$1")),
          listed(
              "nic-connection",
              "error-nic-bridged-no-network",
              accepts("Missing essential config entry 'ethernet\\d+.(networkName|vnet)'")),
          listed(
              "nic-vds",
              "error-nic-dvs-no-port-no-connection",
              accepts("Missing essential config entry 'ethernet\\d+.dvs.")),
          listed(
              "nic-opaque",
              "nic-opaque-network",
              warns("opaqueNetwork.id", "ethernet\\d+.opaqueNetwork.id")),
          listed(
              "nic-link",
              "nic-start-disconnected",
              leavesOut(
                  "ethernet\\d.startConnected\\s*=\\s*\"false",
                  xml -> XmlEdits.without(xml, "link", "state='down'"))),
          listed(
              "nic-slot",
              "nic-pci-slot",
              leavesOut("ethernet\\d.pciSlotNumber\\s*=", XmlEdits::withoutAddressesOfInterfaces)),
          listed(
              "nic-mac",
              "nic-address-vpx-in-address",
              leavesOut(
                  "^(?![\\s\\S]*generatedAddress\\s*=)[\\s\\S]*ethernet\\d.address\\s*="
                      + "|^(?![\\s\\S]*ethernet\\d.address\\s*=)[\\s\\S]*\"static\"",
                  xml -> xml.replaceAll("<mac address='[^']*'", "<mac address=''"))),
          listed(
              "nic-bad-mac",
              "error-nic-address-dashes",
              accepts("to be MAC address but found '(\\w\\w-){5}\\w\\w'")),
          listed(
              "nic-bad-mac",
              "error-nic-address-type-unknown",
              acceptsWarning(
                  "VMX entry '(ethernet\\d+.(?:addressType|address|generatedAddress))' to be",
                  "$1")),
          listed(
              "mac-check",
              "nic-address-check-upper-case",
              leavesOut(
                  "checkMACAddress\\s*=\\s*\"(?-i:TR|Tr)",
                  xml -> xml.replaceAll("(<mac [^>]*) check='[^']*'", "$1"))),
          // Ports, folders, displays.
          listed(
              "serial-kind",
              "error-serial-thinprint",
              acceptsWarning("Expecting VMX entry '(serial\\d.fileType)' to be 'device'", "$1")),
          listed(
              "serial-kind",
              "error-serial-network-server",
              acceptsOf(
                  "serial\\d.fileName\\s*=\\s*\"(\\w+://)?[\\w.]*:\\d",
                  "doesn't contain a port part|Unable to parse URI")),
          listed(
              "serial-kind",
              "error-serial-network-no-port",
              acceptsWarning(
                  "doesn't contain a port part|Unable to parse URI|unsupported scheme",
                  "serial\\d.fileName")),
          listed(
              "serial-kind",
              "error-serial-network-end-point-unknown",
              acceptsWarning("Expecting VMX entry '(serial\\d.network.endPoint)'", "$1")),
          listed(
              "serial-kind",
              "error-serial-file-name-missing",
              accepts("virsh ended with exit code|An error occurred, but the cause is unknown")),
          listed(
              "parallel-kind",
              "error-parallel-type-missing",
              accepts("Missing essential config entry 'parallel\\d.fileType'")),
          listed(
              "parallel-kind",
              "error-parallel-name-missing",
              accepts("Missing essential config entry 'parallel\\d.fileName'")),
          listed(
              "parallel-kind",
              "error-parallel-type-unknown",
              acceptsWarning("Expecting VMX entry '(parallel\\d.fileType)'", "$1")),
          listed(
              "folder",
              "error-shared-folder-no-path",
              acceptsWarning(
                  "Missing essential config entry '(sharedFolder\\d+.(?:hostPath|guestName))'",
                  "$1")),
          listed(
              "vnc-empty",
              "vnc-empty-values",
              rewrites(
                  "RemoteDisplay.vnc.(ip|keymap)\\s*=\\s*\"\"",
                  xml ->
                      XmlEdits.inside(
                          xml,
                          "graphics",
                          "type='vnc'",
                          vnc -> vnc.replaceAll(" (keymap|listen|address)=''", "")))),
          listed(
              "vnc-password",
              "vnc",
              leavesOut(
                  "RemoteDisplay.vnc.password", xml -> xml.replaceAll(" passwd='[^']*'", ""))));

  private DeviceReadingDifferences() {}

  static String inPorts(String xml) {
    String edited = xml;
    for (String port : List.of("serial", "console", "parallel")) {
      edited =
          XmlEdits.inside(
              edited, port, "type=", each -> each.replaceAll(ReadingDifferences.EMPTY_SOURCE, ""));
    }
    return edited;
  }
}
