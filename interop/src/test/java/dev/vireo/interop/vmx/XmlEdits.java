package dev.vireo.interop.vmx;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits of documents in the form of {@link CanonicalXml}, for {@link ReadingDifferences}. */
final class XmlEdits {
  private static final Pattern ESCAPE = Pattern.compile("\\|([0-9A-Fa-f]{2})");
  private static final Pattern VCPUS = Pattern.compile("<vcpu[^>]*>(\\d+)</vcpu>");
  private static final Pattern TOPOLOGY =
      Pattern.compile("<topology cores='(\\d+)' dies='1' sockets='(\\d+)'");
  private static final Pattern TARGET = Pattern.compile("<target bus='sata' dev='sd([a-z]+)'/>");
  private static final Pattern DRIVE =
      Pattern.compile("<address bus='0' controller='\\d+' target='0' type='drive' unit='\\d+'/>");
  private static final Pattern PLACE =
      Pattern.compile(
          "<address bus='(\\d+)' controller='(\\d+)' target='0' type='drive' unit='(\\d+)'/>");
  private static final Pattern DRIVES = Pattern.compile("device='(cdrom|lun)'");
  private static final int SATA_UNITS = 30;

  private XmlEdits() {}

  /** Changes the elements of a name, at whatever depth, that hold a text. */
  static String inside(String xml, String name, String holding, UnaryOperator<String> change) {
    Pattern elements =
        Pattern.compile(
            "(?m)^( *)<"
                + name
                + "\\b(?:[^>]*/>|[^>]*>(?:.*</"
                + name
                + ">|[\\s\\S]*?\\n\\1</"
                + name
                + ">))\\n");
    return elements
        .matcher(xml)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                match.group().contains(holding) ? change.apply(match.group()) : match.group()));
  }

  /** Takes the elements of a name out that hold a text. */
  static String without(String xml, String name, String holding) {
    return inside(xml, name, holding, element -> "");
  }

  /** Undoes {@code |XX} in attributes. */
  static String unescapeAttributes(String xml) {
    return Pattern.compile("='([^']*)'")
        .matcher(xml)
        .replaceAll(match -> Matcher.quoteReplacement("='" + unescape(match.group(1)) + "'"));
  }

  private static String unescape(String value) {
    return ESCAPE
        .matcher(value)
        .replaceAll(match ->
            Matcher.quoteReplacement(
                Character.toString((char) Integer.parseInt(match.group(1), 16))));
  }

  /** Takes a CPU topology out that is not one of all CPUs. */
  static String withoutUnevenTopology(String xml) {
    Matcher vcpus = VCPUS.matcher(xml);
    Matcher topology = TOPOLOGY.matcher(xml);
    boolean uneven =
        vcpus.find()
            && topology.find()
            && number(vcpus, 1) != number(topology, 1) * number(topology, 2);
    return uneven ? without(xml, "cpu", "<topology") : xml;
  }

  /** Gives SATA disks the addresses that follow from their targets. */
  static String addressSataByTarget(String xml) {
    return inside(
        xml,
        "disk",
        "bus='sata'",
        disk -> {
          Matcher target = TARGET.matcher(disk);
          if (!target.find()) {
            return disk;
          }
          int place = letters(target.group(1));
          String address =
              "<address bus='0' controller='%d' target='0' type='drive' unit='%d'/>"
                  .formatted(place / SATA_UNITS, place % SATA_UNITS);
          return DRIVE.matcher(disk).replaceFirst(address);
        });
  }

  /** Gives drives the cache and the transience that the file names for them. */
  static String withDetailsOfDrives(String file, String xml) {
    return inside(
        xml,
        "disk",
        "bus=",
        disk -> {
          Matcher place = PLACE.matcher(disk);
          if (!DRIVES.matcher(disk).find() || !place.find()) {
            return disk;
          }
          String bus = disk.replaceAll("(?s).*bus='(\\w+)' dev=.*", "$1");
          String controller = bus.equals("ide") ? place.group(1) : place.group(2);
          String key = "(?i)(?:^|\\n)" + bus + controller + ":" + place.group(3) + "\\.";
          String edited = disk;
          if (holds(file, key + "writeThrough\\s*=\\s*\"true") && !disk.contains("<driver")) {
            edited = edited.replaceFirst("\\n", "\n      <driver cache='writethrough'/>\n");
          }
          if (holds(file, key + "mode\\s*=\\s*\"independent-nonpersistent")
              && !disk.contains("<transient")) {
            edited = edited.replaceFirst("<readonly/>\\n", "<readonly/>\n      <transient/>\n");
          }
          return edited;
        });
  }

  private static boolean holds(String file, String pattern) {
    return Pattern.compile(pattern).matcher(file).find();
  }

  private static int letters(String text) {
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      number = number * 26 + text.charAt(i) - 'a' + 1;
    }
    return number - 1;
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  /** Takes SCSI and SATA controllers out that no disk is at. */
  static String withoutUnusedControllers(String xml) {
    String edited = xml;
    for (String type : new String[] {"scsi", "sata"}) {
      Set<String> used = new HashSet<>();
      inside(
          xml,
          "disk",
          "bus='" + type + "'",
          disk -> {
            Matcher controller = Pattern.compile("controller='(\\d+)'").matcher(disk);
            while (controller.find()) {
              used.add(controller.group(1));
            }
            return disk;
          });
      edited =
          inside(
              edited,
              "controller",
              "type='" + type + "'",
              controller -> {
                Matcher index = Pattern.compile("index='(\\d+)'").matcher(controller);
                return index.find() && used.contains(index.group(1)) ? controller : "";
              });
    }
    return edited;
  }

  /** Takes the places of interfaces in the guest out. */
  static String withoutAddressesOfInterfaces(String xml) {
    return inside(
        xml,
        "interface",
        "type='pci'",
        nic -> nic.replaceAll("(?m)^ *<address [^>]*type='pci'/>\\n", ""));
  }

  /** Takes the places of controllers in the guest out. */
  static String withoutControllerAddresses(String xml) {
    return xml.replaceAll(
        "(?m)^( *<controller [^>]*)>\\n *<address [^>]*type='pci'/>\\n *</controller>", "$1/>");
  }
}
