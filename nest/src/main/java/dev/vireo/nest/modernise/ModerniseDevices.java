package dev.vireo.nest.modernise;

import dev.vireo.model.domain.CharacterDevice;
import dev.vireo.model.domain.CharacterSource;
import dev.vireo.model.domain.Controller;
import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Disk;
import dev.vireo.model.domain.DiskDriver;
import dev.vireo.model.domain.DiskTarget;
import dev.vireo.model.domain.Graphics;
import dev.vireo.model.domain.InterfaceSource;
import dev.vireo.model.domain.MemoryBalloon;
import dev.vireo.model.domain.NetworkInterface;
import dev.vireo.model.domain.Video;
import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import dev.vireo.nest.internal.Sources;
import dev.vireo.nest.version.Choice;
import dev.vireo.nest.version.EsxiVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The part of {@link Modernise} that is about devices. */
final class ModerniseDevices {

  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

  private static final Set<String> SPICE_DEVICES = Set.of("audio", "redirdev", "smartcard");
  // Controllers with these types are added by libvirt where a device needs them.
  private static final Set<String> OWN_CONTROLLERS =
      Set.of("pci", "sata", "ide", "usb", "virtio-serial", "fdc", "ccid");
  private static final Set<String> UNSEEN_BUSES = Set.of("virtio", "scsi");

  private final @Nullable EsxiVersion esxi;
  private final List<Change> changes;
  private boolean placesRemoved;

  ModerniseDevices(@Nullable EsxiVersion esxi, List<Change> changes) {
    this.esxi = esxi;
    this.changes = changes;
  }

  Devices of(Devices old) {
    DevicesBuilder devices =
        old.toBuilder()
            .emulator(emulator(old.emulator()))
            .disks(each(old.disks(), this::disk))
            .controllers(some(old.controllers(), this::controller))
            .interfaces(each(old.interfaces(), this::networkInterface))
            .serials(each(old.serials(), this::placeless))
            .consoles(each(old.consoles(), this::placeless))
            .channels(some(old.channels(), this::channel))
            .graphics(each(old.graphics(), this::graphics))
            .videos(each(old.videos(), this::video))
            .memoryBalloon(memoryBalloon(old.memoryBalloon()))
            .extras(without("devices", old.extras(), this::belongsToSpice));
    if (placesRemoved) {
      add(
          "devices/*/address and alias",
          "removed",
          "libvirt gives places and names to devices itself; an installed ESXi may number its"
              + " network interfaces anew",
          Sources.FORMAT_DOMAIN);
    }
    return devices.build();
  }

  private static <T> List<T> each(List<T> old, UnaryOperator<T> change) {
    return old.stream().map(change).toList();
  }

  private static <T> List<T> some(List<T> old, Function<T, Optional<T>> change) {
    return old.stream().map(change).flatMap(Optional::stream).toList();
  }

  private @Nullable String emulator(@Nullable String emulator) {
    if (emulator == null
        || emulator.startsWith("/usr/bin/")
        || emulator.startsWith("/usr/libexec/")) {
      return emulator;
    }
    add(
        "devices/emulator",
        "%s removed".formatted(emulator),
        "the distribution's QEMU does without a patch since 2.2",
        Sources.QEMU_VMPORT);
    return null;
  }

  private Disk disk(Disk old) {
    DiskDriver driver = old.driver();
    boolean fixed = old.device().equals("disk") && !"usb".equals(old.target().bus());
    if (fixed && driver != null && driver.discard() == null) {
      add(
          "devices/disk/driver/@discard",
          "added, unmap",
          "what the guest gives up is given back to the host",
          Sources.FORMAT_DOMAIN);
      driver = driver.toBuilder().discard("unmap").build();
    }
    return old.toBuilder()
        .driver(driver)
        .target(target(old.target()))
        .info(placeless(old.info()))
        .extras(
            without(
                "devices/disk",
                old.extras(),
                element ->
                    element.localName().equals("backingStore") && element.children().isEmpty()))
        .build();
  }

  private DiskTarget target(DiskTarget old) {
    if (old.bus() == null || !UNSEEN_BUSES.contains(old.bus())) {
      return old;
    }
    String device = "sd" + old.device().substring(Math.min(2, old.device().length()));
    add(
        "devices/disk/target/@bus",
        "%s -> sata".formatted(old.bus()),
        "ESXi sees neither virtio nor libvirt's SCSI disks",
        Sources.BKTHONG);
    return old.toBuilder().device(device).bus("sata").build();
  }

  private Optional<Controller> controller(Controller old) {
    // A USB 3 controller is a choice, such as for a stick with a kickstart file.
    boolean chosen = Objects.toString(old.model(), "").endsWith("-xhci");
    if (OWN_CONTROLLERS.contains(old.type()) && !chosen) {
      add(
          "devices/controller",
          "%s removed".formatted(old.type()),
          "libvirt adds the controllers that devices need",
          Sources.FORMAT_DOMAIN);
      return Optional.empty();
    }
    return Optional.of(old.toBuilder().info(placeless(old.info())).build());
  }

  private NetworkInterface networkInterface(NetworkInterface old) {
    if (old.targetDevice() != null) {
      add(
          "devices/interface/target",
          "%s removed".formatted(old.targetDevice()),
          "a fixed name stops the second domain that has it",
          Sources.EXPERIMENT);
    }
    if (old.source() instanceof InterfaceSource.User) {
      add(
          "devices/interface",
          "left as it is, but to be replaced by a bridge or a network",
          "ESXi was reported not to work with user-mode networking",
          "https://github.com/hashicorp/packer/issues/9156");
    }
    return old.toBuilder()
        .targetDevice(null)
        .model(nicModel(old.model()))
        .info(placeless(old.info()))
        .build();
  }

  private @Nullable String nicModel(@Nullable String model) {
    if (esxi == null) {
      return model;
    }
    Optional<Choice> known = model == null ? Optional.empty() : esxi.nic().find(model);
    boolean bad = known.filter(choice -> choice.rating() == Choice.Rating.FAILS).isPresent();
    if (model != null && !bad) {
      return model;
    }
    add(
        "devices/interface/model",
        "%s -> %s".formatted(model == null ? "none" : model, esxi.nic().preferred()),
        known.map(Choice::reason).orElse("libvirt's default is a card that ESXi has no driver for"),
        known.map(Choice::source).orElse(Sources.UNCONFIRMED));
    return esxi.nic().preferred();
  }

  private Optional<CharacterDevice> channel(CharacterDevice old) {
    if (old.source() instanceof CharacterSource.Other other && other.type().equals("spicevmc")) {
      add(
          "devices/channel",
          "spicevmc removed",
          "it goes with SPICE, and ESXi has no virtio driver",
          Sources.BKTHONG);
      return Optional.empty();
    }
    return Optional.of(placeless(old));
  }

  private Graphics graphics(Graphics old) {
    if (!old.type().equals("spice")) {
      if (old.type().equals("vnc") && EVERYWHERE.contains(String.valueOf(old.listen()))) {
        add(
            "devices/graphics",
            "left, and it listens on all addresses of the host",
            "VNC encrypts nothing and counts 8 characters of its password; 127.0.0.1 and an SSH"
                + " tunnel are safe",
            Sources.RFB);
      }
      return old;
    }
    add(
        "devices/graphics",
        "spice -> vnc at 127.0.0.1",
        "Red Hat's QEMU has no SPICE since version 9 of their system",
        Sources.NO_SPICE);
    return new Graphics("vnc", -1, true, "127.0.0.1", old.keymap(), null, Extras.NONE);
  }

  private Video video(Video old) {
    if (old.model().equals("vga") || old.model().equals("vmvga")) {
      return old.toBuilder().info(placeless(old.info())).build();
    }
    add(
        "devices/video/model",
        "%s -> vga".formatted(old.model()),
        "ESXi draws its console on a plain VGA card",
        Sources.EXPERIMENT);
    return new Video("vga", null, null, null, Extras.NONE, DeviceInfo.NONE, Extras.NONE);
  }

  private MemoryBalloon memoryBalloon(@Nullable MemoryBalloon old) {
    if (old != null && old.model().equals("none")) {
      return old;
    }
    add(
        "devices/memballoon",
        "%s -> none".formatted(old == null ? "virtio by default" : old.model()),
        "ESXi has no virtio driver",
        Sources.BKTHONG);
    return new MemoryBalloon("none", DeviceInfo.NONE, Extras.NONE);
  }

  private boolean belongsToSpice(XmlNode.Element element) {
    return SPICE_DEVICES.contains(element.localName());
  }

  private Extras without(String where, Extras old, Predicate<XmlNode.Element> unwanted) {
    for (XmlNode.Element element : old.elements()) {
      if (unwanted.test(element)) {
        add(
            where + "/" + element.localName(),
            "removed",
            element.localName().equals("backingStore")
                ? "libvirt finds out itself that there is no backing file"
                : "it goes with SPICE",
            element.localName().equals("backingStore") ? Sources.FORMAT_DOMAIN : Sources.NO_SPICE);
      }
    }
    return old.toBuilder()
        .elements(old.elements().stream().filter(unwanted.negate()).toList())
        .build();
  }

  private CharacterDevice placeless(CharacterDevice old) {
    return old.toBuilder().info(placeless(old.info())).build();
  }

  private DeviceInfo placeless(DeviceInfo old) {
    placesRemoved |= old.alias() != null || old.address() != null;
    return old.toBuilder().alias(null).address(null).build();
  }

  private void add(String element, String change, String reason, String source) {
    changes.add(new Change(element, change, reason, source));
  }
}
