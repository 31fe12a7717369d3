package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.install.AfterInstall;
import dev.vireo.nest.install.InstallDisk;
import dev.vireo.nest.install.KernelOption;
import dev.vireo.nest.install.Kickstart;
import dev.vireo.nest.install.KickstartBuilder;
import dev.vireo.nest.install.ManagementNetwork;
import dev.vireo.nest.probe.HostAddress;
import dev.vireo.nest.version.EsxiVersion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options that answer the questions of ESXi's installer. */
final class KickstartOptions {
  private static final String ACCEPT_EULA = "accept-eula";
  private static final String IP = "ip";
  private static final String GATEWAY = "gateway";
  private static final String NAMESERVER = "nameserver";
  private static final String HOSTNAME = "hostname";
  private static final String HOST_VLAN = "host-vlan";
  private static final String LICENSE_FILE = "license-file";
  private static final String SSH = "ssh";
  private static final String SHELL = "shell";
  private static final String OVERWRITE_VMFS = "overwrite-vmfs";
  private static final String IGNORE = "ignore-prerequisites";
  private static final String HALT = "halt";
  private static final String BOOT_OPTION = "boot-option";

  private KickstartOptions() {}

  static void addTo(CommandSpec.Builder spec) {
    spec.option(
        OptionSpec.bool(ACCEPT_EULA, "say that you accept VMware's end user licence agreement"));
    RootPassword.addTo(spec);
    spec.option(
            OptionSpec.named(
                IP, "static address, such as 192.0.2.10/24 (default: DHCP)", Completer.NONE))
        .option(OptionSpec.named(GATEWAY, "router for the static address", Completer.NONE))
        .option(
            OptionSpec.list(
                NAMESERVER, "name server for the static address, up to two", Completer.NONE))
        .option(OptionSpec.named(HOSTNAME, "name that the host gives itself", Completer.NONE))
        .option(
            OptionSpec.named(HOST_VLAN, "VLAN that the host tags its frames with", Completer.NONE))
        .option(
            OptionSpec.named(
                LICENSE_FILE,
                "file with a licence key (default: the evaluation of 60 days)",
                new Completer.Files()))
        .option(OptionSpec.bool(SSH, "have the host take logins by SSH"))
        .option(OptionSpec.bool(SHELL, "have the host take logins at its console"))
        .option(OptionSpec.bool(OVERWRITE_VMFS, "overwrite a datastore that is on the disk"))
        .option(
            OptionSpec.bool(IGNORE, "install although the installer finds its machine unsupported"))
        .option(OptionSpec.bool(HALT, "switch the host off after the installation"))
        .option(
            OptionSpec.list(
                BOOT_OPTION,
                "NAME=VALUE for the kernel line of the installer and of the host",
                Completer.NONE));
  }

  static Kickstart kickstart(Call call, EsxiVersion esxi) {
    if (!call.has(ACCEPT_EULA)) {
      throw new CommandException(
              "an unattended installation accepts VMware's end user licence agreement for you")
          .withHint("say that you do with --" + ACCEPT_EULA);
    }
    ManagementNetwork network = network(call);
    List<KernelOption> bootOptions = bootOptions(call);
    KickstartBuilder kickstart =
        Kickstart.builder(esxi, RootPassword.of(call))
            .acceptLicenseAgreement()
            .network(network)
            .disk(new InstallDisk(null, call.has(OVERWRITE_VMFS)))
            .licenseKey(licenseKey(call))
            .ssh(call.has(SSH))
            .shell(call.has(SHELL))
            .ignorePrerequisites(call.has(IGNORE))
            .afterInstall(call.has(HALT) ? AfterInstall.HALT : AfterInstall.REBOOT);
    bootOptions.forEach(kickstart::kernelSetting);
    return kickstart.build();
  }

  static List<KernelOption> bootOptions(Call call) {
    return call.all(BOOT_OPTION).stream().map(KernelOption::parse).toList();
  }

  /** Where the host will be; null when DHCP decides. */
  static @Nullable HostAddress address(Kickstart kickstart) {
    return kickstart.network() instanceof ManagementNetwork.Static fixed
        ? HostAddress.of(fixed.address())
        : null;
  }

  private static ManagementNetwork network(Call call) {
    String hostname = call.string(HOSTNAME);
    Integer vlan = call.number(HOST_VLAN);
    String ip = call.string(IP);
    if (ip != null) {
      ManagementNetwork.Static fixed =
          ManagementNetwork.Static.of(ip, call.string(GATEWAY), call.all(NAMESERVER));
      return new ManagementNetwork.Static(
          fixed.device(),
          fixed.address(),
          fixed.netmask(),
          fixed.gateway(),
          fixed.nameservers(),
          hostname,
          vlan);
    }
    Stream.of(GATEWAY, NAMESERVER)
        .filter(call::has)
        .findFirst()
        .ifPresent(option -> {
          throw new CommandException("option --" + option + " needs --" + IP);
        });
    return new ManagementNetwork.Dhcp(ManagementNetwork.FIRST_DEVICE, hostname, vlan);
  }

  private static @Nullable String licenseKey(Call call) {
    String file = call.string(LICENSE_FILE);
    return file == null ? null : new NamedFile(file).readText(call.session()).strip();
  }
}
