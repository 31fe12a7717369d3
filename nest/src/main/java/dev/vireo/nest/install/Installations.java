package dev.vireo.nest.install;

import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.CreatePlan;
import dev.vireo.nest.Firmware;
import dev.vireo.nest.LabDisk;
import dev.vireo.nest.NestException;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.check.Objection;
import dev.vireo.nest.check.Objection.Kind;
import dev.vireo.nest.internal.FileRoles;
import dev.vireo.nest.internal.InstallerVersion;
import dev.vireo.nest.internal.NestFailures;
import dev.vireo.spi.UndoLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Makes nested hosts together with the media that install them. */
public final class Installations {

  private final NestedHosts hosts;
  private final String xorriso;

  /**
   * Installations of the hosts of one libvirt, with the {@code xorriso} of the search path.
   *
   * @param hosts the hosts
   */
  public Installations(NestedHosts hosts) {
    this(hosts, "xorriso");
  }

  /**
   * Installations of the hosts of one libvirt.
   *
   * @param hosts the hosts
   * @param xorriso path of the program that copies ISO images, or its name in the search path
   */
  public Installations(NestedHosts hosts, String xorriso) {
    this.hosts = Objects.requireNonNull(hosts);
    this.xorriso = Objects.requireNonNull(xorriso);
  }

  /**
   * Works out what making and installing a host would do, and what speaks against it; makes
   * nothing.
   *
   * @param request the host
   */
  public InstallPlan plan(InstallRequest request) {
    return plan(request, hosts.plan(request.hostWithMedia(), made(request)));
  }

  /**
   * As {@link #plan}, also where libvirt cannot be reached; see {@link NestedHosts#draft}.
   *
   * @param request the host
   */
  public InstallPlan draft(InstallRequest request) {
    return plan(request, hosts.draft(request.hostWithMedia(), made(request)));
  }

  private static Set<Path> made(InstallRequest request) {
    return Set.of(request.media().made());
  }

  private InstallPlan plan(InstallRequest request, CreatePlan host) {
    if (host.has(Kind.NAME_TAKEN)) {
      return new InstallPlan(request, host);
    }
    List<Objection> objections = new ArrayList<>();
    if (!hosts.local()) {
      objections.add(
          new Objection(
              Kind.IMPOSSIBLE,
              "installation media cannot be made for %s: the host is another machine"
                  .formatted(hosts.uri()),
              "make them there"));
    }
    if (request.media() instanceof InstallMedia.IsoCopy copy) {
      FileRoles.of(request.host())
          .and("ISO of the installer", copy.original())
          .clashes(hosts.local())
          .forEach(objections::add);
    }
    media(request, !host.has(Kind.UNCHECKED), objections);
    addDisk(request, objections);
    List<Objection> all =
        Stream.concat(host.objections().stream(), objections.stream()).distinct().toList();
    return new InstallPlan(request, new CreatePlan(host.spec(), host.domain(), host.xml(), all));
  }

  /**
   * Makes the media, then the host, and where asked for starts it, which begins the installation.
   * When something fails, what was made is taken back, and only that.
   *
   * @param request the host
   * @param options how
   * @return what was done, and the warnings
   * @throws NestException if it cannot be made; it says what was left behind, if anything
   */
  public InstallPlan create(InstallRequest request, CreateOptions options) {
    InstallPlan plan = plan(request);
    plan.host().requireMakeable(options);
    UndoLog undo = NestFailures.log();
    try {
      Path made = make(request);
      undo.add("installation medium " + made, () -> Files.deleteIfExists(made));
      hosts.create(plan.host(), options);
      return plan;
    } catch (RuntimeException e) {
      throw undo.run(e);
    }
  }

  private Path make(InstallRequest request) {
    InstallMedia media = request.media();
    switch (media) {
      case InstallMedia.IsoCopy copy ->
          InstallerIso.open(copy.original(), xorriso)
              .copyWith(request.kickstart(), request.allBootOptions(), copy.made(), false);
      case InstallMedia.UsbStick stick ->
          InstallerUsb.write(request.kickstart(), stick.made(), false);
    }
    return media.made();
  }

  /**
   * Checks the media.
   *
   * @param here whether this machine is set up, so that its directories count
   */
  private void media(InstallRequest request, boolean here, List<Objection> objections) {
    InstallMedia media = request.media();
    try {
      MediaTarget target = new MediaTarget(media.made(), false);
      if (here) {
        target.requireDirectory();
      }
      target.requireFree();
      switch (media) {
        case InstallMedia.IsoCopy copy -> {
          InstallerIso iso = InstallerIso.open(copy.original(), xorriso);
          iso.requireRoom(copy.made());
          InstallerVersion.objection(copy.original(), iso.version(), request.host().esxi())
              .ifPresent(objections::add);
          firmware(request.host(), iso, objections);
        }
        // Whoever has no xorriso can still use a stick, hence no look into the image.
        case InstallMedia.UsbStick stick -> {}
      }
    } catch (NestException e) {
      objections.addAll(Objection.of(e));
    }
  }

  private static void firmware(NestedHostSpec host, InstallerIso iso, List<Objection> objections) {
    String entry = host.firmware() == Firmware.UEFI ? "UEFI" : "BIOS";
    boolean configured = host.firmware() == Firmware.BIOS || iso.efiConfig().isPresent();
    if (!configured || !iso.bootEntries().contains(entry)) {
      objections.add(
          new Objection(
              Kind.KNOWN_BAD,
              "%s does not boot with %s, it has what boots with: %s"
                  .formatted(iso.file(), entry, String.join(", ", iso.bootEntries()))));
    }
  }

  private static void addDisk(InstallRequest request, List<Objection> objections) {
    if (request.host().disk() instanceof LabDisk.NewImage) {
      return;
    }
    Path disk = request.host().disk().path();
    objections.add(
        warning(
            request.kickstart().disk().overwriteVmfs()
                ? "all that is on %s is lost in the installation, datastores included"
                    .formatted(disk)
                : "all that is on %s is lost in the installation, but when it has a datastore the installer stops"
                    .formatted(disk)));
  }

  private static Objection warning(String text) {
    return new Objection(Kind.WARNING, text);
  }
}
