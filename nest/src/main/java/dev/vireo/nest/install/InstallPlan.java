package dev.vireo.nest.install;

import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What making and installing a host would do.
 *
 * @param request what was asked for
 * @param host the host with its installation media; its objections have those against the media too
 */
public record InstallPlan(InstallRequest request, CreatePlan host) {

  public InstallPlan {
    Objects.requireNonNull(request);
    Objects.requireNonNull(host);
  }

  /**
   * What keeps the host from being made.
   *
   * @param options what is accepted
   * @return one sentence each; empty when it can be made
   */
  public List<String> refusals(CreateOptions options) {
    return host.refusals(options);
  }

  /**
   * What is worth knowing about a host that can be made.
   *
   * @param options what is accepted
   * @return one sentence each
   */
  public List<String> warnings(CreateOptions options) {
    return host.warnings(options);
  }

  /** What is done, in this order, one sentence each. */
  public List<String> steps(CreateOptions options) {
    List<String> steps = new ArrayList<>();
    InstallMedia media = request.media();
    switch (media) {
      case InstallMedia.IsoCopy copy ->
          steps.add(
              "copy %s to %s, with a kickstart file and %s"
                  .formatted(copy.original(), copy.made(), InstallerIso.bootLine(bootOptions())));
      case InstallMedia.UsbStick stick ->
          steps.add("make USB stick %s with a kickstart file".formatted(stick.made()));
    }
    steps.addAll(host.steps(options));
    return List.copyOf(steps);
  }

  /**
   * What somebody has to type at the installer's first screen after Shift+O; empty where the
   * installation needs nobody.
   */
  public Optional<String> typed() {
    return request.media() instanceof InstallMedia.UsbStick
        ? Optional.of(InstallerUsb.typed(bootOptions()))
        : Optional.empty();
  }

  private List<KernelOption> bootOptions() {
    return request.allBootOptions();
  }
}
