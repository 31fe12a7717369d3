package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.version.BootOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A host that is to be made and installed.
 *
 * @param host the host; what it says about installation media does not count
 * @param kickstart the answers to the installer's questions, for the same version
 * @param media how they reach the installer
 * @param bootOptions what the installer is booted with besides the options that belong to its
 *     version ({@link BootOption#standard}); one of the same name takes their place
 */
public record InstallRequest(
    NestedHostSpec host, Kickstart kickstart, InstallMedia media, List<KernelOption> bootOptions) {

  public InstallRequest {
    Objects.requireNonNull(host);
    Objects.requireNonNull(kickstart);
    Objects.requireNonNull(media);
    bootOptions = List.copyOf(bootOptions);
    if (kickstart.esxi() != host.esxi()) {
      throw new NestException(
          "the kickstart file is for ESXi %s, and the host %s for ESXi %s"
              .formatted(kickstart.esxi().text(), host.name(), host.esxi().text()));
    }
    for (KernelOption option : bootOptions) {
      if (option.name().equals("ks")) {
        throw new NestException(
            "the boot option %s is not for you to give: it names the kickstart file that is made"
                .formatted(option.text()));
      }
    }
  }

  /** All boot options but the one that names the kickstart file. */
  public List<KernelOption> allBootOptions() {
    List<KernelOption> all = new ArrayList<>();
    host.esxi().bootOptions().stream()
        .filter(BootOption::standard)
        .map(KernelOption::of)
        .filter(standard ->
            bootOptions.stream().noneMatch(option -> option.name().equals(standard.name())))
        .forEach(all::add);
    all.addAll(bootOptions);
    return List.copyOf(all);
  }

  /** The host with its installation media. */
  NestedHostSpec hostWithMedia() {
    return switch (media) {
      case InstallMedia.IsoCopy copy -> host.withInstaller(copy.made(), null, List.of(copy.made()));
      case InstallMedia.UsbStick stick ->
          host.withInstaller(stick.original(), stick.made(), List.of(stick.made()));
    };
  }
}
