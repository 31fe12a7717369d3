package dev.vireo.nest.libvirt;

import dev.vireo.DomainState;
import dev.vireo.nest.NestException;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.internal.BoundedText;
import dev.vireo.nest.internal.ProgramRun;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * libvirt through its own client {@code virsh}: one process per call, no shell, messages in
 * English, and an end to waiting.
 */
public final class VirshHost implements VirtualizationHost {

  /** The system's daemon, which is what libvirt itself means by QEMU on this machine. */
  public static final String DEFAULT_URI = "qemu:///system";

  // The first call to a fresh daemon took 12 s, while it asked all QEMU binaries what they can.
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Pattern LIBVIRT_VERSION =
      Pattern.compile("(?m)^Using library: libvirt (\\S+)$");
  private static final Pattern QEMU_VERSION =
      Pattern.compile("(?m)^Running hypervisor: QEMU (\\S+)$");
  private static final Pattern HYPERVISOR = Pattern.compile("(?m)^Running hypervisor: (\\S+)");
  private static final Pattern ACTIVE = Pattern.compile("(?m)^Active:\\s+(yes|no)$");
  private static final Pattern ADDRESS = Pattern.compile("\\b(ipv[46])\\s+(\\S+?)(?:/\\d+)?\\s*$");
  private static final Pattern DEVICE = Pattern.compile("(?m)^name \"([^\"]+)\"");

  private final String program;
  private final String uri;
  private final VirshClient client;

  /**
   * {@code virsh} of the {@code PATH}.
   *
   * @param uri any connection URI that libvirt takes, such as {@link #DEFAULT_URI}
   */
  public VirshHost(String uri) {
    this("virsh", uri, LIMIT);
  }

  /**
   * Another {@code virsh}, or other patience.
   *
   * @param program name or path of the program
   * @param uri any connection URI that libvirt takes
   * @param limit longest time for one call
   */
  public VirshHost(String program, String uri, Duration limit) {
    this(program, uri, limit, LocalHost.system());
  }

  /**
   * As {@link #VirshHost(String, String, Duration)}, on another machine.
   *
   * @param machine the machine that the program runs on, which decides about what mends a failure
   */
  VirshHost(String program, String uri, Duration limit, LocalHost machine) {
    this.program = Objects.requireNonNull(program);
    this.uri = Objects.requireNonNull(uri);
    this.client = new VirshClient(program, uri, limit, machine);
  }

  @Override
  public String uri() {
    return uri;
  }

  @Override
  public boolean local() {
    try {
      URI parsed = new URI(uri);
      return parsed.getHost() == null && parsed.getAuthority() == null;
    } catch (URISyntaxException e) {
      throw new NestException("'%s' is not a connection URI: %s".formatted(uri, e.getReason()), e);
    }
  }

  @Override
  public Versions versions() {
    String text = virsh("version");
    String hypervisor = found(HYPERVISOR, text);
    if (!hypervisor.equals("QEMU")) {
      throw new VirtualizationException(
          Kind.REFUSED,
          "%s is a libvirt for %s, and nested hosts need one for QEMU, such as %s"
              .formatted(uri, hypervisor, DEFAULT_URI),
          "");
    }
    return new Versions(found(LIBVIRT_VERSION, text), found(QEMU_VERSION, text));
  }

  @Override
  public String capabilities() {
    return virsh("capabilities");
  }

  @Override
  public String domainCapabilities(String domainType, String machine) {
    return virsh(
        "domcapabilities", "--arch", "x86_64", "--virttype", domainType, "--machine", machine);
  }

  @Override
  public Optional<Set<String>> deviceModels(String emulator) {
    if (!local()) {
      return Optional.empty();
    }
    try {
      ProgramRun run = client.program(List.of(emulator, "-device", "help"));
      Set<String> models =
          DEVICE
              .matcher(run.stdout())
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toSet());
      return models.isEmpty() ? Optional.empty() : Optional.of(models);
    } catch (IOException e) {
      // QEMU may be out of this user's reach; libvirt will say at the start what it does not have.
      return Optional.empty();
    }
  }

  @Override
  public void define(String domainXml) {
    withFile(domainXml, file -> virsh("define", "--validate", "--file", file));
  }

  @Override
  public void start(String name) {
    virsh("start", "--domain", name);
  }

  @Override
  public void shutdown(String name) {
    virsh("shutdown", "--domain", name);
  }

  @Override
  public void destroy(String name) {
    virsh("destroy", "--domain", name);
  }

  @Override
  public void undefine(String name, Set<UndefineFlag> flags) {
    List<String> arguments = new ArrayList<>(List.of("undefine", "--domain", name));
    arguments.add(flags.contains(UndefineFlag.NVRAM) ? "--nvram" : "--keep-nvram");
    if (flags.contains(UndefineFlag.MANAGED_SAVE)) {
      arguments.add("--managed-save");
    }
    if (flags.contains(UndefineFlag.SNAPSHOTS_METADATA)) {
      arguments.add("--snapshots-metadata");
    }
    virsh(arguments);
  }

  @Override
  public void autostart(String name, boolean on) {
    virsh(
        on
            ? List.of("autostart", "--domain", name)
            : List.of("autostart", "--domain", name, "--disable"));
  }

  @Override
  public List<String> domainNames() {
    return virsh("list", "--all", "--name").lines().filter(line -> !line.isBlank()).toList();
  }

  @Override
  public String dumpXml(String name) {
    return virsh("dumpxml", "--domain", name, "--inactive");
  }

  @Override
  public DomainState state(String name) {
    String text = virsh("domstate", "--domain", name).strip();
    for (DomainState state : DomainState.values()) {
      if (state.text().equals(text)) {
        return state;
      }
    }
    return DomainState.NOSTATE;
  }

  @Override
  public Optional<Boolean> networkActive(String network) {
    try {
      String info = virsh("net-info", "--network", network);
      return Optional.of(found(ACTIVE, info).equals("yes"));
    } catch (VirtualizationException e) {
      if (e.libvirtText().contains("Network not found")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public String networkXml(String network) {
    return virsh("net-dumpxml", "--network", network);
  }

  @Override
  public String qemuArgv(String domainXml) {
    return withFile(
        domainXml, file -> virsh("domxml-to-native", "--format", "qemu-argv", "--xml", file));
  }

  @Override
  public List<String> addresses(String name) {
    if (!state(name).equals(DomainState.RUNNING)) {
      return List.of();
    }
    List<String> leased = addresses(name, "lease");
    return leased.isEmpty() ? neighbours(name) : leased;
  }

  /**
   * Addresses among this machine's neighbours; none where libvirt cannot say: 9.0 fails with "wrong
   * nlmsg len" where there are no neighbours at all, and others have no such source.
   */
  private List<String> neighbours(String name) {
    try {
      return addresses(name, "arp");
    } catch (VirtualizationException e) {
      if (e.kind() == Kind.REFUSED) {
        return List.of();
      }
      throw e;
    }
  }

  private List<String> addresses(String name, String source) {
    String table = virsh("domifaddr", "--domain", name, "--source", source);
    List<String> addresses = new ArrayList<>();
    for (String family : List.of("ipv4", "ipv6")) {
      table
          .lines()
          .map(ADDRESS::matcher)
          .filter(line -> line.find() && line.group(1).equals(family))
          .map(line -> line.group(2))
          .filter(address -> !address.startsWith("fe80:"))
          .distinct()
          .forEach(addresses::add);
    }
    return List.copyOf(addresses);
  }

  @Override
  public List<String> consoleCommand(String name) {
    return List.of(program, "--connect", uri, "console", "--domain", name);
  }

  private String virsh(String... arguments) {
    return virsh(List.of(arguments));
  }

  private String virsh(List<String> arguments) {
    return client.run(arguments);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new VirtualizationException(
          Kind.REFUSED,
          "virsh printed something unexpected: " + BoundedText.of(text.strip().replace("\n", "; ")),
          "");
    }
    return matcher.group(1);
  }

  private static <T> T withFile(String content, Function<String, T> use) {
    try {
      // Readable by this user alone.
      Path file = Files.createTempFile("vireo-nest", ".xml");
      try {
        Files.writeString(file, content);
        return use.apply(file.toString());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new NestException(
          "the document cannot be handed to virsh in a temporary file: " + e.getMessage(), e);
    }
  }
}
