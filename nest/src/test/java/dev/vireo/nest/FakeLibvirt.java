package dev.vireo.nest;

import dev.vireo.DomainState;
import dev.vireo.nest.internal.XmlQuery;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A libvirt in memory, with the documents of a KVM host, that notes what it is asked to do. */
public final class FakeLibvirt implements VirtualizationHost {

  /** A domain that is defined. */
  private record Defined(String xml, DomainState state, boolean persistent) {}

  /** What changed something, in order. */
  public final List<String> done = new ArrayList<>();

  private final Map<String, Defined> domains = new LinkedHashMap<>();
  private final Map<String, Boolean> networks = new LinkedHashMap<>(Map.of("default", true));
  private final Map<String, String> failures = new LinkedHashMap<>();
  private final Map<String, String> brokenOff = new LinkedHashMap<>();
  private int looksUntilStarted = -1;
  private @Nullable String interrupted;
  private @Nullable VirtualizationException absent;
  private String uri = "qemu:///system";
  private Versions versions = new Versions("9.0.0", "7.2.22");
  private String vendor = "Intel";
  private Set<String> domainTypes = Set.of("kvm", "qemu");
  private Set<String> nics = Set.of("vmxnet3", "e1000", "e1000e", "virtio-net-pci");
  private boolean uefi = true;
  private List<String> addresses = List.of();
  private List<String> console = List.of("true");

  /** A libvirt of this machine without domains. */
  public FakeLibvirt() {}

  /** Has it say that it is reached by another URI. */
  public FakeLibvirt at(String value) {
    uri = value;
    return this;
  }

  public FakeLibvirt versions(String libvirt, String qemu) {
    versions = new Versions(libvirt, qemu);
    return this;
  }

  public FakeLibvirt vendor(String value) {
    vendor = value;
    return this;
  }

  public FakeLibvirt domainTypes(String... value) {
    domainTypes = Set.of(value);
    return this;
  }

  public FakeLibvirt nics(String... value) {
    nics = Set.of(value);
    return this;
  }

  public FakeLibvirt withoutUefi() {
    uefi = false;
    return this;
  }

  public FakeLibvirt network(String name, boolean active) {
    networks.put(name, active);
    return this;
  }

  public FakeLibvirt withoutNetworks() {
    networks.clear();
    return this;
  }

  /** Has nobody answer, as where libvirt is not installed. */
  public FakeLibvirt absent(Kind kind, String text) {
    absent = new VirtualizationException(kind, "libvirt cannot be reached: " + text, text);
    return this;
  }

  public FakeLibvirt domain(String name, String xml) {
    domains.put(name, new Defined(xml, DomainState.SHUTOFF, true));
    return this;
  }

  /**
   * Has a start be broken off before libvirt begins with it, which it does after so many questions
   * for the domain's state.
   */
  public FakeLibvirt startingAfter(int looks) {
    breakingOff("start");
    looksUntilStarted = looks;
    return this;
  }

  /** Has the next call of an operation be interrupted before it does something. */
  public FakeLibvirt interruptedOnceIn(String operation) {
    interrupted = operation;
    return this;
  }

  /** Has an operation be done, or go on, but nobody hear of it. */
  public FakeLibvirt breakingOff(String operation) {
    brokenOff.put(operation, operation);
    return this;
  }

  /** Has it know these addresses of each domain. */
  public FakeLibvirt leasing(String... value) {
    addresses = List.of(value);
    return this;
  }

  /** Has this command connect to a console. */
  public FakeLibvirt console(String... command) {
    console = List.of(command);
    return this;
  }

  /** Has a running domain lose its power. */
  public FakeLibvirt switchedOff(String name) {
    become(name, DomainState.SHUTOFF);
    return this;
  }

  /** Has the next calls of an operation fail with libvirt's words. */
  public FakeLibvirt failing(String operation, String text) {
    failures.put(operation, text);
    return this;
  }

  @Override
  public String uri() {
    return uri;
  }

  @Override
  public boolean local() {
    return uri.contains(":///");
  }

  @Override
  public Versions versions() {
    failWhenAsked("versions");
    return versions;
  }

  @Override
  public String capabilities() {
    StringBuilder types = new StringBuilder();
    domainTypes.forEach(type -> types.append("<domain type='").append(type).append("'/>"));
    return """
    <capabilities><host><cpu><arch>x86_64</arch><vendor>%s</vendor></cpu></host>
    <guest><os_type>hvm</os_type><arch name='x86_64'>%s</arch></guest></capabilities>
    """
        .formatted(vendor, types);
  }

  @Override
  public String domainCapabilities(String domainType, String machine) {
    if (!Set.of("q35", "pc").contains(machine)) {
      throw refused("domcapabilities", "the machine '%s' is not supported".formatted(machine));
    }
    return """
    <domainCapabilities><path>/usr/bin/qemu-system-x86_64</path><domain>%s</domain>
    <machine>%s-7.2</machine><vcpu max='255'/>
    <os supported='yes'><enum name='firmware'>%s</enum></os>
    <cpu><mode name='host-passthrough' supported='%s'/><mode name='maximum' supported='yes'/></cpu>
    <devices><disk supported='yes'><enum name='bus'><value>%s</value><value>sata</value>
    <value>usb</value></enum></disk><graphics supported='yes'><enum name='type'>
    <value>vnc</value></enum></graphics></devices></domainCapabilities>
    """
        .formatted(
            domainType,
            machine,
            uefi ? "<value>efi</value>" : "",
            domainType.equals("kvm") ? "yes" : "no",
            machine.equals("pc") ? "ide" : "fdc");
  }

  @Override
  public Optional<Set<String>> deviceModels(String emulator) {
    return Optional.of(nics);
  }

  @Override
  public void define(String domainXml) {
    failWhenAsked("define");
    String name = XmlQuery.parse(domainXml).text("name").orElseThrow();
    domains.put(name, new Defined(domainXml, DomainState.SHUTOFF, true));
    done.add("define " + name);
    breakOffWhenAsked("define");
  }

  @Override
  public void start(String name) {
    failWhenAsked("start");
    done.add("start " + name);
    if (looksUntilStarted < 0) {
      // As libvirt calls a domain while it starts.
      become(name, brokenOff.containsKey("start") ? DomainState.PAUSED : DomainState.RUNNING);
    }
    breakOffWhenAsked("start");
  }

  @Override
  public void shutdown(String name) {
    become(name, DomainState.SHUTOFF);
    done.add("shutdown " + name);
  }

  @Override
  public void destroy(String name) {
    failWhenAsked("destroy");
    if (get(name).state() == DomainState.SHUTOFF) {
      throw refused("destroy", "Requested operation is not valid: domain is not running");
    }
    done.add("destroy " + name);
    if (get(name).persistent()) {
      become(name, DomainState.SHUTOFF);
    } else {
      domains.remove(name);
    }
  }

  @Override
  public void undefine(String name, Set<UndefineFlag> flags) {
    failWhenAsked("undefine");
    if (get(name).state() == DomainState.SHUTOFF && looksUntilStarted < 0) {
      domains.remove(name);
    } else {
      domains.put(name, new Defined(get(name).xml(), DomainState.RUNNING, false));
    }
    done.add("undefine %s %s".formatted(name, flags.stream().sorted().toList()));
  }

  @Override
  public void autostart(String name, boolean on) {
    failWhenAsked("autostart");
    get(name);
    done.add("autostart " + name + " " + on);
  }

  @Override
  public List<String> domainNames() {
    failWhenAsked("list");
    return List.copyOf(domains.keySet());
  }

  @Override
  public String dumpXml(String name) {
    return get(name).xml();
  }

  @Override
  public DomainState state(String name) {
    DomainState state = get(name).state();
    if (looksUntilStarted >= 0 && looksUntilStarted-- == 0) {
      become(name, DomainState.RUNNING);
    }
    return state;
  }

  @Override
  public Optional<Boolean> networkActive(String network) {
    failWhenAsked("net-info");
    return Optional.ofNullable(networks.get(network));
  }

  @Override
  public String networkXml(String network) {
    return "<network><name>%s</name><portgroup name='lab'/></network>".formatted(network);
  }

  @Override
  public String qemuArgv(String domainXml) {
    return "qemu";
  }

  @Override
  public List<String> addresses(String name) {
    get(name);
    return addresses;
  }

  @Override
  public List<String> consoleCommand(String name) {
    get(name);
    return console;
  }

  private void become(String name, DomainState state) {
    domains.put(name, new Defined(get(name).xml(), state, get(name).persistent()));
  }

  private Defined get(String name) {
    Defined domain = domains.get(name);
    if (domain == null) {
      throw refused("look up", "failed to get domain '%s'".formatted(name));
    }
    return domain;
  }

  private void failWhenAsked(String operation) {
    if (absent != null) {
      throw absent;
    }
    if (operation.equals(interrupted)) {
      interrupted = null;
      Thread.currentThread().interrupt();
      throw new VirtualizationException(Kind.INTERRUPTED, "interrupted: " + operation, "");
    }
    String text = failures.get(operation);
    if (text != null) {
      throw refused(operation, text);
    }
  }

  private void breakOffWhenAsked(String operation) {
    if (brokenOff.containsKey(operation)) {
      throw new VirtualizationException(Kind.INTERRUPTED, "interrupted: " + operation, "");
    }
  }

  private static VirtualizationException refused(String operation, String text) {
    return new VirtualizationException(
        Kind.REFUSED, "libvirt refused to %s: %s".formatted(operation, text), text);
  }
}
