package dev.vireo.nest.modernise;

import dev.vireo.model.xml.XmlNode;
import dev.vireo.nest.internal.Sources;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The part of {@link Modernise} that is about what a domain tells QEMU behind libvirt's back
 * (https://libvirt.org/drvqemu.html#pass-through-of-arbitrary-qemu-commands). QEMU takes the last
 * word, which is this one, so that it undoes what the rest of the document says. It stays, since
 * only its owner knows what it was for, and each such part is named.
 */
final class ModerniseQemu {

  private static final String NAMESPACE = "http://libvirt.org/schemas/domain/qemu/1.0";

  private static final String CPU =
      "QEMU takes the last -cpu, so that <cpu> means nothing, its check='full' and the required"
          + " feature included; <cpu> says it with: ";
  private static final String MACHINE =
      "it is joined with what os/type and <features> say and counts more, <vmport> included; say"
          + " there what it says";
  private static final String ACCELERATION =
      "it counts more than the domain's type; <domain type='kvm'> says it";
  private static final String PROPERTY =
      "it sets a property of a device that the document may say otherwise; say it in the element"
          + " of the device where there is one";
  private static final String SIZE = "it counts more than <vcpu>, <cpu> and <memory>";
  private static final String FIRMWARE = "it counts more than the firmware of <os>";
  private static final String SCREEN =
      "it makes a screen besides that of <graphics>, perhaps for all addresses of the host";
  private static final String USER_NETWORK =
      "it is no interface that libvirt knows, and ESXi was reported not to work with user-mode"
          + " networking";
  private static final String OLD_SWITCH =
      "<features> and <clock> say it, and newer QEMUs do not take it any more";

  private static final Map<String, String> UNDOING =
      Map.ofEntries(
          Map.entry("cpu", CPU),
          Map.entry("machine", MACHINE),
          Map.entry("M", MACHINE),
          Map.entry("accel", ACCELERATION),
          Map.entry("enable-kvm", ACCELERATION),
          Map.entry("no-kvm", ACCELERATION),
          Map.entry("global", PROPERTY),
          Map.entry("set", PROPERTY),
          Map.entry("readconfig", "the file may undo anything that the document says"),
          Map.entry("smp", SIZE),
          Map.entry("m", SIZE),
          Map.entry("bios", FIRMWARE),
          Map.entry("pflash", FIRMWARE),
          Map.entry("boot", "it counts more than the order of <boot>"),
          Map.entry("vga", SCREEN),
          Map.entry("display", SCREEN),
          Map.entry("vnc", SCREEN),
          Map.entry("spice", SCREEN),
          Map.entry("net", USER_NETWORK),
          Map.entry("nic", USER_NETWORK),
          Map.entry("netdev", USER_NETWORK),
          Map.entry("rtc", "it counts more than <clock>"),
          Map.entry("no-hpet", OLD_SWITCH),
          Map.entry("no-acpi", "ESXi needs ACPI to be shut down"));

  private final List<Change> changes;

  ModerniseQemu(List<Change> changes) {
    this.changes = changes;
  }

  /** Notes what undoes the document. */
  void look(XmlNode.Element element) {
    if (!element.namespace().equals(NAMESPACE)) {
      return;
    }
    switch (element.localName()) {
      case "commandline" -> {
        QemuArguments.of(element).options().forEach(option -> argument(element, option));
        children(element, "env").forEach(variable -> environment(element, variable));
      }
      case "override" -> children(element, "device").forEach(device -> override(element, device));
      case "capabilities" ->
          add(
              element.name(),
              "left, and it takes abilities of QEMU away or adds some",
              "it was for another version of libvirt or QEMU; today's find out by themselves");
      default -> {}
    }
  }

  private void argument(XmlNode.Element element, QemuArguments.Option option) {
    boolean virtio =
        option.name().equals("device") && Objects.toString(option.value(), "").startsWith("virtio");
    String reason = virtio ? "ESXi has no virtio driver" : UNDOING.get(option.name());
    String value = option.value();
    if (CPU.equals(reason) && value != null) {
      reason += QemuCpu.inLibvirt(value);
    }
    if (reason != null) {
      add(
          element.name() + "/" + prefixed(element, "arg"),
          "left, but to be removed: " + option.text(),
          reason);
    }
  }

  private void environment(XmlNode.Element element, XmlNode.Element variable) {
    String name = Objects.toString(variable.attribute("name"), "");
    if (name.startsWith("LD_") || name.equals("PATH") || name.equals("QEMU_MODULE_DIR")) {
      add(
          element.name() + "/" + prefixed(element, "env"),
          "left, but to be removed: %s=%s"
              .formatted(name, Objects.toString(variable.attribute("value"), "")),
          "it has the distribution's QEMU load the files of another, such as a patched one");
    }
  }

  private void override(XmlNode.Element element, XmlNode.Element device) {
    add(
        element.name(),
        "left, and it changes device " + Objects.toString(device.attribute("alias"), "?"),
        "what it sets counts more than the document, and the device may be another one now that"
            + " libvirt gives the names");
  }

  private static List<XmlNode.Element> children(XmlNode.Element parent, String name) {
    return parent.children().stream()
        .filter(XmlNode.Element.class::isInstance)
        .map(XmlNode.Element.class::cast)
        .filter(child -> child.localName().equals(name))
        .toList();
  }

  /** A name with the prefix of an element. */
  private static String prefixed(XmlNode.Element element, String name) {
    return element.name().substring(0, element.name().indexOf(':') + 1) + name;
  }

  private void add(String element, String change, String reason) {
    changes.add(new Change(element, change, reason, Sources.QEMU_PASS_THROUGH));
  }
}
