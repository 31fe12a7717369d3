package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Video;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.VmxException;
import java.util.Arrays;
import java.util.List;

/** The graphics card, which every machine has. */
final class VideoDevice {

  private static final String MEMORY = "svga.vramSize";
  private static final String MODEL = "vmvga";
  private static final long DEFAULT_KIB = 4096;
  private static final long MIN_KIB = 64;
  private static final long MAX_KIB = 1L << 31;
  private static final int KIB = 1024;

  private VideoDevice() {}

  static void read(Reading reading, DevicesBuilder devices) {
    long bytes = reading.general().whole(MEMORY, 0);
    long kib = bytes <= 0 ? DEFAULT_KIB : bytes / KIB + (bytes % KIB == 0 ? 0 : 1);
    devices.video(
        new Video(MODEL, powerOfTwo(kib), null, true, Extras.NONE, DeviceInfo.NONE, Extras.NONE));
  }

  /** libvirt rounds the memory of a graphics card up to a power of two, whatever it is for. */
  private static long powerOfTwo(long kib) {
    long capped = Math.min(kib, MAX_KIB);
    long highest = Long.highestOneBit(capped);
    return highest == capped ? capped : highest << 1;
  }

  static void plan(Plan plan) {
    Devices devices = plan.domain().devices();
    List<Video> videos = devices.videos();
    if (videos.isEmpty()) {
      if (!devices.graphics().isEmpty()) {
        // libvirt's parser gives a domain with a display its default card.
        plan.add("video", DEFAULT_KIB, out -> out.set(MEMORY, DEFAULT_KIB * KIB));
      }
      return;
    }
    Video video = videos.get(0);
    plan.add(
        "video",
        Arrays.asList(videos.size(), video.model(), video.vram(), video.heads()),
        out -> write(videos, out));
  }

  private static void write(List<Video> videos, Output out) {
    if (videos.size() > 1) {
      throw VmxException.unsupported(
          "devices/video", "must not be there more than once", null, null);
    }
    Video video = videos.get(0);
    if (!video.model().equals(MODEL)) {
      throw VmxException.unsupported(
          "devices/video/model@type", "has to be " + MODEL, video.model(), MODEL);
    }
    Integer heads = video.heads();
    if (heads != null && heads > 1) {
      throw VmxException.unsupported(
          "devices/video/model@heads", "has to be 1", heads.toString(), "1");
    }
    long kib = video.vram() == null ? DEFAULT_KIB : Math.max(MIN_KIB, video.vram());
    out.set(MEMORY, powerOfTwo(kib) * KIB);
  }
}
