package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.CharacterDevice;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.Video;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import java.util.ArrayList;
import java.util.List;

/** {@code <devices>}. */
final class DevicesXml {

  private static final ElementOrder ORDER =
      ElementOrder.attributes()
          .elements(
              "emulator",
              "disk",
              "controller",
              "lease",
              "filesystem",
              "interface",
              "smartcard",
              "serial",
              "parallel",
              "console",
              "channel",
              "input",
              "tpm",
              "graphics",
              "sound",
              "audio",
              "video",
              "hostdev",
              "redirdev",
              "redirfilter",
              "hub",
              "watchdog",
              "memballoon",
              "rng",
              "nvram",
              "panic",
              "shmem",
              "memory",
              "iommu",
              "vsock",
              "crypto");

  private DevicesXml() {}

  static Devices read(ElementReader in) {
    in.inOrder(ORDER);
    return new Devices(
        in.childText("emulator"),
        in.children("disk", DiskXml::read),
        in.children("controller", ControllerXml::read),
        in.children("filesystem", FilesystemXml::read),
        in.children("interface", NetworkInterfaceXml::read),
        in.children("serial", CharacterDeviceXml::read),
        in.children("parallel", CharacterDeviceXml::read),
        in.children("console", CharacterDeviceXml::read),
        in.children("channel", CharacterDeviceXml::read),
        in.children("input", ConsoleDevicesXml::readInput),
        in.children("tpm", ConsoleDevicesXml::readTpm),
        in.children("graphics", ConsoleDevicesXml::readGraphics),
        readVideos(in),
        in.optional("memballoon", ConsoleDevicesXml::readBalloon),
        in.extras());
  }

  private static List<Video> readVideos(ElementReader in) {
    List<Video> videos = new ArrayList<>();
    for (ElementReader video : in.peekAll("video")) {
      if (ConsoleDevicesXml.hasModel(video)) {
        videos.add(ConsoleDevicesXml.readVideo(video.take()));
      }
    }
    return videos;
  }

  static void write(ElementWriter out, Devices devices) {
    out.start("devices", ORDER, devices.extras())
        .element("emulator", devices.emulator())
        .each(devices.disks(), DiskXml::write)
        .each(devices.controllers(), ControllerXml::write)
        .each(devices.filesystems(), FilesystemXml::write)
        .each(devices.interfaces(), NetworkInterfaceXml::write);
    characterDevices(out, "serial", devices.serials());
    characterDevices(out, "parallel", devices.parallels());
    characterDevices(out, "console", devices.consoles());
    characterDevices(out, "channel", devices.channels());
    out.each(devices.inputs(), ConsoleDevicesXml::writeInput)
        .each(devices.tpms(), ConsoleDevicesXml::writeTpm)
        .each(devices.graphics(), ConsoleDevicesXml::writeGraphics)
        .each(devices.videos(), ConsoleDevicesXml::writeVideo);
    if (devices.memoryBalloon() != null) {
      ConsoleDevicesXml.writeBalloon(out, devices.memoryBalloon());
    }
    out.endWithTag();
  }

  private static void characterDevices(
      ElementWriter out, String name, List<CharacterDevice> devices) {
    devices.forEach(device -> CharacterDeviceXml.write(out, name, device));
  }
}
