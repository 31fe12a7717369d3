package dev.vireo.simulator.internal.machine;

/**
 * An operating system in a virtual machine.
 *
 * @param id the VI API's identifier
 * @param vmxId the identifier in VMX files
 * @param fullName the name that users read
 * @param family {@code linuxGuest} or {@code windowsGuest}
 */
record GuestSystem(String id, String vmxId, String fullName, String family) {

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

  static GuestSystem of(int number, boolean old) {
    GuestSystem[] systems = old ? OLD : CURRENT;
    return systems[Math.floorMod(number, systems.length)];
  }
}
