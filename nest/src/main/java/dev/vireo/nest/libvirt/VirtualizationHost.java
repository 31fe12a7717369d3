package dev.vireo.nest.libvirt;

import dev.vireo.DomainState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A libvirt daemon for QEMU: all that this package wants of libvirt, each method one function of
 * it. {@link VirshHost} does it with {@code virsh}; anything else that reaches libvirt can take its
 * place.
 *
 * <p>All methods throw {@link VirtualizationException} when libvirt refuses or cannot be reached.
 * Domains are named; an unknown name is refused.
 */
public interface VirtualizationHost {

  /** What to remove besides the definition. */
  enum UndefineFlag {
    /** The firmware's variables; without it they are kept. */
    NVRAM,
    /** Memory saved by libvirt. */
    MANAGED_SAVE,
    /** libvirt's notes about snapshots. */
    SNAPSHOTS_METADATA
  }

  /**
   * Versions of what makes domains.
   *
   * @param libvirt such as {@code 9.0.0}
   * @param hypervisor such as {@code 7.2.22}
   */
  record Versions(String libvirt, String hypervisor) {}

  /** The connection URI. */
  String uri();

  /**
   * Whether the daemon runs on this machine, so that files, devices and links seen here are those
   * that it sees.
   */
  boolean local();

  /** Versions of libvirt and QEMU ({@code virConnectGetLibVersion}, {@code ...GetVersion}). */
  Versions versions();

  /** The {@code <capabilities>} document ({@code virConnectGetCapabilities}). */
  String capabilities();

  /**
   * The {@code <domainCapabilities>} document ({@code virConnectGetDomainCapabilities}).
   *
   * @param domainType {@code kvm} or {@code qemu}
   * @param machine machine type or its alias, such as {@code q35}
   */
  String domainCapabilities(String domainType, String machine);

  /**
   * Names of the devices that QEMU has ({@code -device help}); libvirt takes any name for the model
   * of a network interface and fails only at the start.
   *
   * @param emulator path of the QEMU binary
   * @return empty when that cannot be asked, as on another machine
   */
  Optional<Set<String>> deviceModels(String emulator);

  /**
   * Defines a domain after validating its document against libvirt's schema ({@code
   * virDomainDefineXMLFlags} with {@code VALIDATE}).
   *
   * @param domainXml the document
   */
  void define(String domainXml);

  /** Starts a defined domain ({@code virDomainCreate}). */
  void start(String name);

  /** Asks the guest to shut down ({@code virDomainShutdown}); returns at once. */
  void shutdown(String name);

  /** Takes the power off ({@code virDomainDestroy}). */
  void destroy(String name);

  /**
   * Removes a definition ({@code virDomainUndefineFlags}).
   *
   * @param flags what else to remove
   */
  void undefine(String name, Set<UndefineFlag> flags);

  /** Sets whether the domain starts with the daemon ({@code virDomainSetAutostart}). */
  void autostart(String name, boolean on);

  /** Names of all domains, running or not ({@code virConnectListAllDomains}). */
  List<String> domainNames();

  /** The document of the domain as it starts next ({@code virDomainGetXMLDesc}, inactive). */
  String dumpXml(String name);

  /** The state ({@code virDomainGetState}). */
  DomainState state(String name);

  /**
   * Whether a libvirt network runs ({@code virNetworkIsActive}).
   *
   * @return empty when there is no network of this name
   */
  Optional<Boolean> networkActive(String network);

  /**
   * The document of a libvirt network ({@code virNetworkGetXMLDesc}).
   *
   * @param network its name
   */
  String networkXml(String network);

  /**
   * The QEMU command line that a document means ({@code virConnectDomainXMLToNative}); starts
   * nothing.
   *
   * @param domainXml the document
   */
  String qemuArgv(String domainXml);

  /**
   * Addresses of a running domain's network interfaces, as leases of libvirt's networks or the
   * host's own neighbours tell ({@code virDomainInterfaceAddresses}).
   *
   * @param name the domain
   * @return IPv4 before IPv6, without addresses that are valid on one link only; empty when nobody
   *     knows, or the domain does not run
   */
  List<String> addresses(String name);

  /** A command that connects a terminal to the first serial port of a running domain. */
  List<String> consoleCommand(String name);
}
