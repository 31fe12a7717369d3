package dev.vireo.interop.vmx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes domain documents by chance from what the converter writes, and some it drops or refuses.
 * Most can be converted.
 */
@SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
final class RandomDomain {
  private static final double ODDITY = 0.01;
  private static final String ZERO = "00000000-0000-0000-0000-000000000000";

  private final Draw draw;
  private final StringBuilder xml = new StringBuilder();

  private RandomDomain(long seed) {
    this.draw = new Draw(seed, ODDITY);
  }

  /**
   * Makes a document.
   *
   * @param seed decides what is in it
   * @return its bytes, in UTF-8
   */
  static byte[] document(long seed) {
    RandomDomain domain = new RandomDomain(seed);
    domain.head();
    domain.xml.append("  <devices>\n");
    domain.disks();
    domain.cards();
    domain.others();
    domain.xml.append("  </devices>\n</domain>\n");
    return domain.xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void head() {
    add("<domain type='%s'>", draw.usual(List.of("vmware"), List.of("kvm", "test")));
    add("  <name>%s</name>", escaped(draw.text()));
    add("  <uuid>%s</uuid>", draw.usual(List.of(draw.uuid()), List.of("x", ZERO)));
    add(30, "  <description>%s</description>", escaped(draw.text()));
    memory();
    int cpus = draw.of(1, 1, 2, 3, 4, 8);
    processors(cpus);
    String arch = draw.usual(List.of("i686", "x86_64"), List.of("ppc64", "aarch64", "x"));
    String firmware = draw.in100(10) ? " firmware='efi'" : "";
    String smbios =
        draw.in100(10)
            ? "<smbios mode='%s'/>"
                .formatted(draw.usual(List.of("host", "emulate"), List.of("sysinfo")))
            : "";
    add("  <os%s><type arch='%s'>hvm</type>%s</os>", firmware, arch, smbios);
    if (draw.in100(15)) {
      int cores = draw.usual(List.of(1, cpus), List.of(2, 5));
      add(
          "  <cpu><topology sockets='%d' cores='%d' threads='1'/></cpu>",
          Math.max(1, cpus / cores), cores);
    }
    add(20, "  <clock offset='utc'/>");
    add(20, "  <features><acpi/><apic/></features>");
  }

  private void memory() {
    int mib = draw.of(4, 512, 1024, 1023, 65536);
    add("  <memory unit='MiB'>%s</memory>", draw.usual(List.of("" + mib), List.of("x", "0")));
    add(30, "  <currentMemory unit='KiB'>%d</currentMemory>", draw.of(512, mib * 512, mib * 1024));
    add(
        20,
        "  <memtune><min_guarantee unit='KiB'>%d</min_guarantee></memtune>",
        draw.of(0, 1, 262144, 262145));
  }

  private void processors(int cpus) {
    String current = draw.usual(List.of("", ""), List.of(" current='1'"));
    String set =
        draw.in100(10)
            ? " cpuset='%s'"
                .formatted(draw.usual(List.of("0-7", "1,3-9", "0-8,^4"), List.of("0", "x")))
            : "";
    add("  <vcpu%s%s>%d</vcpu>", set, current, cpus);
    add(
        20,
        "  <cputune><shares>%d</shares></cputune>",
        draw.of(500 * cpus, 1000 * cpus, 2000 * cpus, 1, 777));
  }

  private void disks() {
    List<Integer> controllers = new ArrayList<>();
    for (int controller = 0; controller < 4; controller++) {
      if (draw.in100(controller == 0 ? 70 : 10)) {
        controllers.add(controller);
        for (int unit = draw.below(2); unit < 15; unit += 1 + draw.below(10)) {
          disk("scsi", name("sd", controller * 15 + unit));
        }
      }
    }
    for (int controller : controllers) {
      add(
          85,
          "    <controller type='scsi' index='%d' model='%s'/>",
          controller,
          draw.usual(
              List.of("lsilogic", "buslogic", "lsisas1068", "vmpvscsi"),
              List.of("auto", "virtio-scsi")));
    }
    for (String target : List.of("hda", "hdb", "hdc", "hdd")) {
      if (draw.in100(20)) {
        disk("ide", target);
      }
    }
    for (String target : List.of("fda", "fdb")) {
      if (draw.in100(10)) {
        add("    <disk type='file' device='floppy'>");
        add(90, "      <source file='[datastore1] f/%s.flp'/>", target);
        add("      <target dev='%s' bus='fdc'/>", target);
        add("    </disk>");
      }
    }
  }

  private void disk(String bus, String target) {
    boolean block = false;
    String device = draw.of("disk", "disk", "cdrom");
    String source;
    if (device.equals("disk")) {
      String suffix = draw.usual(List.of(".vmdk", ".VMDK"), List.of(".img", ""));
      source = "      <source file='" + folder() + target + suffix + "'/>\n";
    } else if (draw.in100(50)) {
      source = draw.in100(70) ? "      <source file='" + folder() + "x.iso'/>\n" : "";
    } else {
      block = true;
      device = draw.of("cdrom", "lun");
      source =
          draw.of(
              "      <source dev='/dev/cdrom'/>\n",
              "      <source startupPolicy='optional'/>\n",
              "      <source dev='/vmfs/devices/cdrom/mpx.vmhba1:C0:T0:L0'/>\n");
    }
    add("    <disk type='%s' device='%s'>", block ? "block" : "file", device);
    String cache = draw.usual(List.of("writethrough", "default"), List.of("none", "unsafe"));
    add(10, "      <driver cache='%s'/>", cache);
    xml.append(source);
    add("      <target dev='%s' bus='%s'/>", target, draw.usual(List.of(bus), List.of("sata")));
    add(10, "      <transient/>");
    add("    </disk>");
  }

  private String folder() {
    return draw.usual(
        List.of("[datastore1] vm 1/", "[datastore1] ", "/abs/", "[datastore1] a&amp;b/"),
        List.of("[nosuch] ", "relative/"));
  }

  private static String name(String prefix, int index) {
    String letters = "";
    for (int i = index; i >= 0; i = i / 26 - 1) {
      letters = (char) ('a' + i % 26) + letters;
    }
    return prefix + letters;
  }

  private void cards() {
    int count = draw.of(0, 1, 1, 2, 3, 9);
    for (int i = 0; i < count; i++) {
      String type =
          draw.usual(
              List.of("bridge", "bridge", "user", "null", "vds"), List.of("network", "internal"));
      add("    <interface type='%s'>", type);
      String kind = draw.of("", "", "", " type='static'", " type='generated'");
      String check = draw.of("", "", "", "", " check='no'", " check='yes'");
      add("      <mac address='%s'%s%s/>", draw.mac(), kind, check);
      switch (type) {
        case "bridge" -> {
          add("      <source bridge='%s'/>", draw.of("VM Network", "R&amp;D", "Lab 7", ""));
          add(15, "      <target dev='vmnet%d'/>", draw.below(9));
        }
        case "internal" -> add("      <source name='%s'/>", draw.uuid());
        case "network" -> add("      <source network='default'/>");
        case "vds" ->
            add(
                "      <source switchid='%s' portid='%d' portgroupid='pg-1' connectionid='%d'/>",
                draw.uuid(), draw.below(200), draw.below(9999999));
        default -> {}
      }
      add(
          75,
          "      <model type='%s'/>",
          draw.usual(
              List.of("e1000", "e1000e", "vmxnet3", "vmxnet2", "vmxnet", "vlance"),
              List.of("virtio", "x")));
      add(10, "      <link state='%s'/>", draw.of("down", "up"));
      add(
          20,
          "      <address type='pci' domain='0x0000' bus='0x0%d' slot='0x0%d' function='0x%d'/>",
          draw.below(8),
          draw.below(8),
          draw.below(8));
      add("    </interface>");
    }
  }

  private void others() {
    int serials = draw.of(0, 0, 0, 1, 2);
    for (int i = 0; i < serials; i++) {
      serial();
    }
    add(8, "    <parallel type='dev'><source path='/dev/parport0'/></parallel>");
    add(8, "    <parallel type='file'><source path='[datastore1] p.out'/></parallel>");
    int folders = draw.of(0, 0, 0, 0, 1, 2);
    for (int i = 0; i < folders; i++) {
      add(
          "    <filesystem type='mount'><source dir='/srv/%d'/><target dir='s%d'/>%s</filesystem>",
          i, i, draw.of("", "<readonly/>"));
    }
    add(
        15,
        "    <graphics type='%s' %s/>",
        draw.usual(List.of("vnc"), List.of("spice", "sdl")),
        draw.of(
            "port='5907'",
            "autoport='yes'",
            "port='-1' passwd='x'",
            "port='5900' listen='::1' keymap='de'"));
    add(
        20,
        "    <video><model type='%s' vram='%d'/></video>",
        draw.usual(List.of("vmvga"), List.of("vga", "qxl")),
        draw.of(1, 4096, 8192, 5000));
    add(10, "    <sound model='ich6'/>");
  }

  private void serial() {
    switch (draw.below(4)) {
      case 0 -> add("    <serial type='dev'><source path='/dev/ttyS0'/></serial>");
      case 1 -> add("    <serial type='pipe'><source path='/tmp/p'/></serial>");
      case 2 -> add("    <serial type='file'><source path='[datastore1] s.log'/></serial>");
      default ->
          add(
              "    <serial type='tcp'><source mode='%s' host='192.0.2.9' service='4500'/>"
                  + "<protocol type='%s'/></serial>",
              draw.of("bind", "connect"), draw.of("raw", "telnet", "telnets", "tls"));
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void add(int in100, String format, Object... values) {
    if (draw.in100(in100)) {
      add(format, values);
    }
  }

  private void add(String format, Object... values) {
    xml.append(format.formatted(values)).append('\n');
  }
}
