package dev.vireo.interop.vmx;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Makes VMX files by chance from all keys that the converter knows, and some it does not. Most can
 * be converted; a value that is odd or wrong is rare enough that most files have none.
 */
final class RandomVmx {
  private static final double ODDITY = 0.01;
  private static final List<String> ODD_NUMBERS =
      List.of("-1", "0", "unlimited", "", "x", " 7", "99999999999999999999", "1.5", "+3");
  private static final List<String> ODD_BOOLEANS = List.of("1", "", "yes", "perhaps");
  private static final List<String> BOOLEANS = List.of("true", "TRUE", "True");

  private final Draw draw;
  private final StringBuilder text = new StringBuilder();

  private RandomVmx(long seed) {
    this.draw = new Draw(seed, ODDITY);
  }

  /**
   * Makes a file.
   *
   * @param seed decides what is in it
   * @return its bytes, in UTF-8
   */
  static byte[] file(long seed) {
    RandomVmx file = new RandomVmx(seed);
    file.general();
    file.memoryAndProcessors();
    file.display();
    file.controllersAndDisks();
    file.floppies();
    file.folders();
    file.cards();
    file.ports();
    return file.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void general() {
    if (draw.in100(70)) {
      put(".encoding", "UTF-8");
    }
    put("config.version", draw.usual(List.of("8"), List.of("7", "", "x")));
    put(
        "virtualHW.version",
        draw.usual(List.of("4", "7", "8", "9", "10", "12"), List.of("3", "x")));
    put(80, "displayName", escaped(draw.text()));
    put(30, "annotation", escaped(draw.text()) + draw.of("", "|0A", "|0d|0aend", "|7C"));
    put(
        60,
        "guestOS",
        draw.of("other", "other-64", "rhel5", "windows9-64", "DEBIAN11-64", "arm-fedora-64", ""));
    put(70, "uuid.bios", draw.usual(List.of(vmwareUuid()), List.of("", "00", draw.uuid())));
    put(10, "smbios.reflecthost", bool());
    put(10, "vm.genid", number("-4173629815720417", "1", "8019283746501928374"));
    put(10, "vm.genidX", number("-1", "0", "17"));
    put(10, "nvram", "vm.nvram");
    put(10, "firmware", draw.usual(List.of("efi"), List.of("EFI", "x")));
    put(20, "tools.syncTime", "FALSE");
    put(10, "foo.bar", draw.text().replace("\"", ""));
  }

  private void memoryAndProcessors() {
    put(80, "memsize", draw.usual(List.of("4", "512", "1024", "65536"), ODD_NUMBERS));
    put(20, "sched.mem.max", number("512", "unlimited", "-1", "999999", "0", "3"));
    put(20, "sched.mem.minsize", number("0", "256", "1024", "7"));
    int cpus = draw.of(1, 1, 2, 3, 4, 8);
    put(60, "numvcpus", draw.usual(List.of("1", "2", "3", "4", "8"), ODD_NUMBERS));
    put(15, "cpuid.coresPerSocket", draw.usual(List.of("1", "1", "1", "2"), ODD_NUMBERS));
    put(
        10,
        "sched.cpu.affinity",
        draw.usual(
            List.of("all", "0,1,2,3,4,5,6,7", "9,1 ,2,3, 8,11,5,6"), List.of("", "0-3", "1")));
    put(
        20,
        "sched.cpu.shares",
        draw.usual(List.of("low", "normal", "HIGH", "1234", "" + cpus), List.of("", "x", "-4")));
  }

  private void display() {
    put(20, "svga.vramSize", number("4194304", "8388608", "100000", "0"));
    if (draw.in100(20)) {
      put("RemoteDisplay.vnc.enabled", bool());
      put(70, "RemoteDisplay.vnc.port", number("5900", "5964", "5901", "6900", "0", "-1"));
      put(40, "RemoteDisplay.vnc.ip", draw.of("127.0.0.1", "::1", "", "host.example.com"));
      put(30, "RemoteDisplay.vnc.keymap", draw.of("de", "en-us", ""));
      put(30, "RemoteDisplay.vnc.password", "secret");
    }
  }

  private void controllersAndDisks() {
    for (int controller = 0; controller < 4; controller++) {
      if (draw.in100(controller == 0 ? 80 : 12)) {
        String name = "scsi" + controller;
        put(95, name + ".present", bool());
        put(80, name + ".virtualDev", model());
        put(20, name + ".pciSlotNumber", "160");
        for (int unit = draw.below(3); unit < 16; unit += 1 + draw.below(12)) {
          disk(name + ":" + unit, "scsi-hardDisk");
        }
      }
    }
    if (draw.in100(15)) {
      put("sata0.present", bool());
      disk("sata0:" + draw.below(6), draw.of("disk", "ata-hardDisk"));
    }
    for (String unit : List.of("ide0:0", "ide0:1", "ide1:0", "ide1:1")) {
      if (draw.in100(20)) {
        disk(unit, "ata-hardDisk");
      }
    }
  }

  private String model() {
    return draw.usual(
        List.of("lsilogic", "buslogic", "lsisas1068", "pvscsi", "LsiLogic"), List.of("x", ""));
  }

  private void disk(String name, String hardDisk) {
    put(95, name + ".present", bool());
    put(5, name + ".clientDevice", bool());
    put(20, name + ".startConnected", bool());
    if (draw.in100(60)) {
      put(70, name + ".deviceType", draw.usual(List.of(hardDisk, "disk"), List.of("x", "rawDisk")));
      put(
          98,
          name + ".fileName",
          draw.usual(List.of(image(".vmdk")), List.of("", "a.img", "/x.iso")));
      put(20, name + ".mode", draw.of("independent-nonpersistent", "persistent", "append", "x"));
      put(10, name + ".writeThrough", bool());
    } else {
      cdrom(name);
    }
  }

  private void cdrom(String name) {
    switch (draw.below(4)) {
      case 0 -> {
        put(70, name + ".deviceType", draw.usual(List.of("cdrom-image"), List.of("atapi-cdrom")));
        put(name + ".fileName", draw.usual(List.of(image(".iso")), List.of("", "x.img")));
      }
      case 1 -> {
        put(name + ".deviceType", draw.of("atapi-cdrom", "cdrom-raw", "ATAPI-CDROM"));
        put(name + ".fileName", draw.of("auto detect", "/dev/cdrom", "Auto Detect", "D:"));
        put(50, name + ".autodetect", draw.usual(BOOLEANS, ODD_BOOLEANS));
      }
      case 2 -> {
        put(name + ".deviceType", draw.of("cdrom-image", "atapi-cdrom", "cdrom-raw"));
        put(name + ".fileName", "emptyBackingString");
      }
      default -> {
        put(name + ".deviceType", name.startsWith("scsi") ? "scsi-passthru" : "cdrom-raw");
        put(name + ".fileName", "/vmfs/devices/cdrom/mpx.vmhba1:C0:T0:L0");
      }
    }
  }

  private String image(String suffix) {
    String folder = draw.of("", "/vmfs/volumes/datastore1/vm 1/", "/abs/");
    return folder
        + draw.of("disk", "Größe", "a b", "x-000001")
        + draw.of(suffix, suffix, suffix.toUpperCase(Locale.ROOT));
  }

  private void floppies() {
    for (String name : List.of("floppy0", "floppy1")) {
      if (draw.in100(15)) {
        put(name + ".present", draw.usual(List.of("TRUE", "FALSE"), ODD_BOOLEANS));
        put(10, name + ".clientDevice", "TRUE");
        String type = draw.usual(List.of("file", "device"), List.of("x", ""));
        put(98, name + ".fileType", type);
        put(95, name + ".fileName", type.equals("file") ? "boot.flp" : "/dev/fd0");
      }
    }
  }

  private void folders() {
    if (!draw.in100(15)) {
      return;
    }
    put(90, "isolation.tools.hgfs.disable", draw.usual(List.of("FALSE", "false"), ODD_BOOLEANS));
    put(90, "sharedFolder.maxNum", number("0", "1", "2"));
    for (String name : List.of("sharedFolder0", "sharedFolder1")) {
      put(90, name + ".present", bool());
      put(90, name + ".enabled", bool());
      put(80, name + ".readAccess", bool());
      put(60, name + ".writeAccess", draw.of("TRUE", "FALSE"));
      put(98, name + ".hostPath", draw.of("/srv/share", "C:\\Users\\lab", "a & b"));
      put(98, name + ".guestName", draw.of("share", "docs"));
    }
  }

  private void cards() {
    for (int i = 0; i < 10; i++) {
      if (draw.in100(i < 2 ? 60 : 5)) {
        card("ethernet" + i);
      }
    }
  }

  private void card(String name) {
    put(95, name + ".present", bool());
    put(30, name + ".startConnected", bool());
    put(
        70,
        name + ".virtualDev",
        draw.usual(
            List.of("e1000", "e1000e", "vmxnet", "vmxnet3", "vlance", "E1000"),
            List.of("x", "sriov")));
    put(10, name + ".features", number("15", "1"));
    put(30, name + ".pciSlotNumber", number("33", "160", "192", "1184", "8191"));
    put(10, name + ".pvnID", draw.usual(List.of(vmwareUuid()), List.of("", "x")));
    switch (draw.below(8)) {
      case 0 -> put(name + ".connectionType", "nat");
      case 1 -> {
        put(name + ".connectionType", "custom");
        put(98, name + ".networkName", "VMnet8");
        put(98, name + ".vnet", "vmnet8");
      }
      case 2 ->
          put(
              30,
              name + ".connectionType",
              draw.usual(List.of("nat"), List.of("hostonly", "pvn", "x")));
      case 3 -> {
        put(name + ".dvs.switchId", vmwareUuid());
        put(98, name + ".dvs.portId", number("0", "137"));
        put(98, name + ".dvs.portgroupId", "dvportgroup-7");
        put(98, name + ".dvs.connectionId", number("0", "1733428841"));
      }
      default -> {
        put(98, name + ".networkName", draw.of("VM Network", "Lab 7", "R&D <1>", "", "100%25"));
        put(40, name + ".connectionType", "bridged");
      }
    }
    address(name);
  }

  private void address(String name) {
    put(
        90,
        name + ".addressType",
        draw.usual(List.of("generated", "static", "vpx", "GENERATED"), List.of("", "x")));
    put(
        name + ".generatedAddress",
        draw.usual(List.of(draw.mac()), List.of("", "x", "0:1:2:3:4:5")));
    put(name + ".address", draw.usual(List.of(draw.mac()), List.of("", "x")));
    put(15, name + ".checkMACAddress", draw.of("true", "false", "TRUE", "x"));
  }

  private void ports() {
    for (int i = 0; i < 4; i++) {
      if (draw.in100(12)) {
        serial("serial" + i);
      }
    }
    for (int i = 0; i < 3; i++) {
      if (draw.in100(8)) {
        String name = "parallel" + i;
        put(name + ".present", bool());
        put(98, name + ".fileType", draw.usual(List.of("file", "device"), List.of("x")));
        put(98, name + ".fileName", draw.of("/dev/parport0", "/tmp/p.out"));
      }
    }
  }

  private void serial(String name) {
    put(name + ".present", bool());
    switch (draw.below(4)) {
      case 0 -> {
        put(80, name + ".fileType", "device");
        put(name + ".fileName", draw.of("/dev/ttyS0", "COM1", ""));
      }
      case 1 -> {
        put(name + ".fileType", "file");
        put(name + ".fileName", draw.of("serial.log", "/vmfs/volumes/datastore1/s.log"));
      }
      case 2 -> {
        put(name + ".fileType", draw.usual(List.of("pipe"), List.of("thinprint", "x")));
        put(name + ".fileName", "/tmp/pipe");
        put(name + ".pipe.endPoint", draw.of("client", "server"));
        put(name + ".tryNoRxLoss", bool());
      }
      default -> {
        put(name + ".fileType", "network");
        String scheme =
            draw.usual(List.of("tcp", "tcp4", "telnet", "telnets", "ssl"), List.of("udp"));
        put(name + ".fileName", scheme + "://" + draw.of("192.0.2.9", "h.example.com") + ":4500");
        put(80, name + ".network.endPoint", draw.usual(List.of("client", "server"), List.of("x")));
      }
    }
  }

  private String vmwareUuid() {
    String hex = draw.uuid().replace("-", "");
    return hex.replaceAll("(..)(?=.)", "$1 ").replaceFirst("^(.{23}) ", "$1-");
  }

  private String bool() {
    return draw.usual(BOOLEANS, ODD_BOOLEANS);
  }

  private String number(String... values) {
    return draw.usual(List.of(values), ODD_NUMBERS);
  }

  private static String escaped(String value) {
    return value.replace("|", "|7C").replace("\"", "|22").replace("%", "%25").replace("\\", "%5c");
  }

  private void put(int in100, String key, String value) {
    if (draw.in100(in100)) {
      put(key, value);
    }
  }

  private void put(String key, String value) {
    String written =
        switch (draw.below(20)) {
          case 0 -> key.toUpperCase(Locale.ROOT);
          case 1 -> key.toLowerCase(Locale.ROOT);
          default -> key;
        };
    text.append(written)
        .append(draw.of(" = ", " = ", "="))
        .append('"')
        .append(value)
        .append("\"\n");
  }
}
