package dev.vireo.simulator.internal.definition;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operating system in a virtual machine.
 *
 * @param id the VI API's identifier
 * @param vmxId the identifier in VMX files
 * @param fullName the name that users read
 * @param family {@code linuxGuest}, {@code windowsGuest} or {@code otherGuest}
 */
public record GuestSystem(String id, String vmxId, String fullName, String family) {

  private static final GuestSystem[] CURRENT = {
    new GuestSystem(
        "debian12_64Guest", "debian12-64", "Debian GNU/Linux 12 (64-bit)", "linuxGuest"),
    new GuestSystem(
        "windows2022srvNext_64Guest",
        "windows2022srvnext-64",
        "Microsoft Windows Server 2025 (64-bit)",
        "windowsGuest"),
    new GuestSystem(
        "rhel9_64Guest", "rhel9-64", "Red Hat Enterprise Linux 9 (64-bit)", "linuxGuest"),
    new GuestSystem("ubuntu64Guest", "ubuntu-64", "Ubuntu Linux (64-bit)", "linuxGuest"),
    new GuestSystem("otherGuest", "other", "Other (32-bit)", "otherGuest")
  };

  private static final GuestSystem[] OLD = {
    new GuestSystem("debian5_64Guest", "debian5-64", "Debian GNU/Linux 5 (64-bit)", "linuxGuest"),
    new GuestSystem(
        "winNetStandardGuest",
        "winnetstandard",
        "Microsoft Windows Server 2003, Standard Edition (32-bit)",
        "windowsGuest"),
    new GuestSystem("rhel5Guest", "rhel5", "Red Hat Enterprise Linux 5 (32-bit)", "linuxGuest"),
    new GuestSystem("ubuntu64Guest", "ubuntu-64", "Ubuntu Linux (64-bit)", "linuxGuest"),
    new GuestSystem("otherGuest", "other", "Other (32-bit)", "otherGuest")
  };

  /** What VMX files call in lower case, as the API spells it. */
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("winxphome", "winXPHome"),
          Map.entry("winxppro", "winXPPro"),
          Map.entry("win2000pro", "win2000Pro"),
          Map.entry("win2000serv", "win2000Serv"),
          Map.entry("win2000advserv", "win2000AdvServ"),
          Map.entry("winnetweb", "winNetWeb"),
          Map.entry("winnetstandard", "winNetStandard"),
          Map.entry("winnetenterprise", "winNetEnterprise"),
          Map.entry("winnetdatacenter", "winNetDatacenter"),
          Map.entry("winnetbusiness", "winNetBusiness"),
          Map.entry("longhorn", "winLonghorn"),
          Map.entry("winvista", "winVista"),
          Map.entry("windows7srv", "windows7Server"),
          Map.entry("windows8srv", "windows8Server"),
          Map.entry("windows9srv", "windows9Server"),
          Map.entry("windows2019srvnext", "windows2019srvNext"),
          Map.entry("windows2022srvnext", "windows2022srvNext"),
          Map.entry("winhyperv", "windowsHyperV"),
          Map.entry("otherlinux", "otherLinux"),
          Map.entry("linux", "otherLinux"),
          Map.entry("other24xlinux", "other24xLinux"),
          Map.entry("other26xlinux", "other26xLinux"),
          Map.entry("other3xlinux", "other3xLinux"),
          Map.entry("other4xlinux", "other4xLinux"),
          Map.entry("other5xlinux", "other5xLinux"),
          Map.entry("other6xlinux", "other6xLinux"),
          Map.entry("other7xlinux", "other7xLinux"),
          Map.entry("vmware-photon", "vmwarePhoton"),
          Map.entry("oraclelinux", "oracleLinux"),
          Map.entry("unixware7", "unixWare7"),
          Map.entry("openserver5", "openServer5"),
          Map.entry("openserver6", "openServer6"));

  /** Systems whose 64-bit form the API writes with an underscore. */
  private static final Pattern UNDERSCORED = Pattern.compile(".*\\d|windows20\\d\\dsrv(Next)?");

  /** A system of the simulated inventory. */
  public static GuestSystem of(int number, boolean old) {
    GuestSystem[] systems = old ? OLD : CURRENT;
    return systems[Math.floorMod(number, systems.length)];
  }

  private static Stream<GuestSystem> known() {
    return Stream.concat(Stream.of(CURRENT), Stream.of(OLD));
  }

  /**
   * The system that a VMX file names; such a name is an identifier of the API, differently spelt.
   */
  public static GuestSystem ofVmx(String vmxId) {
    String wanted = vmxId.toLowerCase(Locale.ROOT);
    return known()
        .filter(system -> system.vmxId.equals(wanted))
        .findFirst()
        .orElseGet(() -> derived(idOf(wanted), vmxId));
  }

  /** The system with an identifier of the API. */
  public static GuestSystem ofId(String id) {
    return known()
        .filter(system -> system.id.equals(id))
        .findFirst()
        .orElseGet(() -> derived(id, vmxOf(id)));
  }

  private static String idOf(String vmxId) {
    boolean wide = vmxId.endsWith("-64");
    String stem = wide ? vmxId.substring(0, vmxId.length() - "-64".length()) : vmxId;
    String spelt = SPELLINGS.getOrDefault(stem, stem);
    if (stem.equals("other")) {
      return wide ? "otherGuest64" : "otherGuest";
    }
    boolean underscored = UNDERSCORED.matcher(spelt).matches() && !spelt.startsWith("other");
    return spelt + (wide ? underscored ? "_64" : "64" : "") + "Guest";
  }

  private static String vmxOf(String id) {
    if (id.equals("otherGuest64")) {
      return "other-64";
    }
    String stem = id.endsWith("Guest") ? id.substring(0, id.length() - "Guest".length()) : id;
    boolean wide = stem.endsWith("64");
    String plain = wide ? stem.substring(0, stem.length() - (stem.endsWith("_64") ? 3 : 2)) : stem;
    String known =
        SPELLINGS.entrySet().stream()
            .filter(entry -> entry.getValue().equals(plain) && !entry.getKey().equals("linux"))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(plain.toLowerCase(Locale.ROOT));
    return known + (wide ? "-64" : "");
  }

  private static GuestSystem derived(String id, String vmxId) {
    String lower = id.toLowerCase(Locale.ROOT);
    String family =
        lower.startsWith("win")
            ? "windowsGuest"
            : Stream.of(
                            "dos",
                            "os2",
                            "netware",
                            "solaris",
                            "darwin",
                            "freebsd",
                            "vmkernel",
                            "other")
                        .anyMatch(lower::startsWith)
                    && !lower.contains("linux")
                ? "otherGuest"
                : "linuxGuest";
    return new GuestSystem(id, vmxId, vmxId, family);
  }
}
