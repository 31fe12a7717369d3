package dev.vireo.simulator.internal.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Devices of which a machine has one: USB controllers, sound card, TPM, and the video card. */
final class SingleDevices implements DeviceFamily {

  private static final int VIDEO_KEY = 500;
  private static final int SOUND_KEY = 5000;
  private static final int USB_KEY = 7000;
  private static final int TPM_KEY = 11_000;
  private static final int XHCI_KEY = 14_000;
  private static final int SOUND_SLOT = 18;
  private static final int USB_SLOT = 22;
  private static final int XHCI_SLOT = 23;
  private static final int KIB = 1024;
  private static final long USUAL_VRAM = 4096;

  private static final String EHCI = "ehciEnabled";
  private static final String PLUG = "autoConnectDevices";
  private static final String SOUND = "VirtualSoundCard";
  private static final String USB = "VirtualUSBController";
  private static final String XHCI = "VirtualUSBXHCIController";
  private static final String TPM = "VirtualTPM";

  /** The keys of those that come and go, by the type. */
  static final Map<String, Integer> KEYS =
      Map.of(SOUND, SOUND_KEY, USB, USB_KEY, XHCI, XHCI_KEY, TPM, TPM_KEY);

  private static final Map<String, String> SOUND_CARDS =
      Map.of(
          "es1371", "VirtualEnsoniq1371",
          "hdaudio", "VirtualHdAudioCard",
          "sb16", "VirtualSoundBlaster16");

  @Override
  public void read(VmxSource file, DeviceList into) {
    readVideo(file, into);
    if (file.takePresent("usb")) {
      into.add(
          DeviceList.at(
              DeviceList.controller(USB, USB_KEY, 0)
                  .with(PLUG, file.takeTruth("usb.generic.autoconnect", false))
                  .with(EHCI, file.takeTruth("ehci.present", false)),
              DeviceList.PCI,
              USB_SLOT));
    }
    if (file.takePresent("usb_xhci")) {
      into.add(
          DeviceList.at(
              DeviceList.controller(XHCI, XHCI_KEY, 0).with(PLUG, false),
              DeviceList.PCI,
              XHCI_SLOT));
    }
    if (file.takePresent("sound")) {
      readSound(file, into);
    }
    if (file.takePresent("vtpm")) {
      into.add(HardwareDevice.of(TPM, TPM_KEY));
    }
  }

  private static void readVideo(VmxSource file, DeviceList into) {
    HardwareDevice video = into.find(VIDEO_KEY);
    if (video == null) {
      return;
    }
    String bytes = file.look("svga.vramSize");
    if (bytes.matches("\\d{1,15}")) {
      file.take("svga.vramSize");
      video = video.with("videoRamSizeInKB", Long.parseLong(bytes) / KIB);
    }
    String displays = file.look("svga.numDisplays");
    if (displays.matches("\\d{1,4}")) {
      file.take("svga.numDisplays");
      video = video.with("numDisplays", Integer.valueOf(displays));
    }
    into.replace(
        video
            .with("useAutoDetect", file.takeTruth("svga.autodetect", false))
            .with("enable3DSupport", file.takeTruth("mks.enable3d", false)));
  }

  private static void readSound(VmxSource file, DeviceList into) {
    String model = file.take("sound.virtualDev", "es1371").toLowerCase(Locale.ROOT);
    String name = file.take("sound.fileName", "");
    boolean auto = file.takeTruth("sound.autodetect", false) || name.equals("-1");
    HardwareDevice card =
        HardwareDevice.of(SOUND_CARDS.getOrDefault(model, "VirtualEnsoniq1371"), SOUND_KEY)
            .with(
                "backing",
                HardwareDevice.backing(
                    "VirtualSoundCardDeviceBackingInfo",
                    Map.of("deviceName", name, "useAutoDetect", auto)));
    into.add(DeviceConnection.read(file, "sound", DeviceList.at(card, DeviceList.PCI, SOUND_SLOT)));
  }

  @Override
  public @Nullable String name(HardwareDevice device, List<HardwareDevice> all) {
    if (device.isA(SOUND)) {
      return "sound";
    }
    return switch (device.type()) {
      case USB -> "usb";
      case XHCI -> "usb_xhci";
      case TPM -> "vtpm";
      case "VirtualMachineVideoCard" -> "svga";
      default -> null;
    };
  }

  @Override
  public void write(HardwareDevice device, String name, VmxLines out) {
    if (name.equals("svga")) {
      writeVideo(device, out);
      return;
    }
    out.put(name + ".present", true);
    if (name.equals("usb")) {
      if (device.is(PLUG)) {
        out.put("usb.generic.autoconnect", true);
      }
      if (device.is(EHCI)) {
        out.put("ehci.present", true);
      }
    }
    if (name.equals("sound")) {
      out.put("sound.virtualDev", Controllers.keyOf(SOUND_CARDS, device.type(), "es1371"))
          .put("sound.fileName", String.valueOf(device.backingText("deviceName")));
      if (device.backingIs("useAutoDetect")) {
        out.put("sound.autodetect", true);
      }
      DeviceConnection.write(device, name, out);
    }
  }

  /** Says what is not usual. */
  private static void writeVideo(HardwareDevice device, VmxLines out) {
    if (device.get("videoRamSizeInKB") instanceof Long kib && kib != USUAL_VRAM) {
      out.put("svga.vramSize", kib * KIB);
    }
    if (device.get("numDisplays") instanceof Integer displays && displays != 1) {
      out.put("svga.numDisplays", displays);
    }
    if (device.is("useAutoDetect")) {
      out.put("svga.autodetect", true);
    }
    if (device.is("enable3DSupport")) {
      out.put("mks.enable3d", true);
    }
  }
}
