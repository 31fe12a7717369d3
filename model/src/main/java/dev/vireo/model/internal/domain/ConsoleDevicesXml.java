package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.Graphics;
import dev.vireo.model.domain.Input;
import dev.vireo.model.domain.MemoryBalloon;
import dev.vireo.model.domain.Tpm;
import dev.vireo.model.domain.Video;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import dev.vireo.model.xml.Extras;
import java.util.List;

/** Small devices: input, TPM, graphics, video and memory balloon. */
final class ConsoleDevicesXml {

  private static final ElementOrder INPUT =
      ElementOrder.attributes("type", "bus", "model")
          .elements(List.of("driver", "source"), DeviceInfoXml.ELEMENTS);

  private static final ElementOrder TPM =
      ElementOrder.attributes("model").elements(List.of("backend"), DeviceInfoXml.ELEMENTS);

  private static final ElementOrder TPM_BACKEND =
      ElementOrder.attributes("type", "version", "persistent_state")
          .elements("encryption", "active_pcr_banks", "device");

  private static final ElementOrder GRAPHICS =
      ElementOrder.attributes(
              "type",
              "socket",
              "port",
              "tlsPort",
              "autoport",
              "replaceUser",
              "multiUser",
              "websocket",
              "websocketGenerated",
              "listen",
              "keymap",
              "sharePolicy",
              "powerControl",
              "display",
              "xauth",
              "fullscreen",
              "defaultMode",
              "passwd",
              "passwdValidTo",
              "connected")
          .elements(
              "listen",
              "audio",
              "channel",
              "image",
              "jpeg",
              "zlib",
              "playback",
              "streaming",
              "mouse",
              "clipboard",
              "filetransfer",
              "gl");

  private static final ElementOrder VIDEO =
      ElementOrder.attributes().elements(List.of("driver", "model"), DeviceInfoXml.ELEMENTS);

  private static final ElementOrder VIDEO_MODEL =
      ElementOrder.attributes("type", "ram", "vram", "vram64", "vgamem", "heads", "primary", "blob")
          .elements("acceleration", "resolution");

  private static final ElementOrder BALLOON =
      ElementOrder.attributes("model", "autodeflate", "freePageReporting")
          .elements(List.of("stats"), DeviceInfoXml.ELEMENTS);

  private ConsoleDevicesXml() {}

  static Input readInput(ElementReader in) {
    in.inOrder(INPUT);
    return new Input(in.required("type"), in.attribute("bus"), DeviceInfoXml.read(in), in.extras());
  }

  static void writeInput(ElementWriter out, Input input) {
    out.start("input", INPUT, input.extras())
        .attribute("type", input.type())
        .attribute("bus", input.bus());
    DeviceInfoXml.write(out, input.info());
    out.end();
  }

  static Tpm readTpm(ElementReader in) {
    in.inOrder(TPM);
    ElementReader backend = in.child("backend");
    if (backend == null) {
      throw in.error("it has no <backend>, such as <backend type='emulator' version='2.0'/>");
    }
    backend.inOrder(TPM_BACKEND);
    return new Tpm(
        in.attribute("model"),
        backend.required("type"),
        backend.attribute("version"),
        backend.extras(),
        DeviceInfoXml.read(in),
        in.extras());
  }

  static void writeTpm(ElementWriter out, Tpm tpm) {
    out.start("tpm", TPM, tpm.extras())
        .attribute("model", tpm.model())
        .start("backend", TPM_BACKEND, tpm.backendExtras())
        .attribute("type", tpm.backendType())
        .attribute("version", tpm.version())
        .end();
    DeviceInfoXml.write(out, tpm.info());
    out.end();
  }

  static Graphics readGraphics(ElementReader in) {
    in.inOrder(GRAPHICS);
    return new Graphics(
        in.required("type"),
        Values.integer(in, "port", -1),
        Values.choice(in, "autoport"),
        in.attribute("listen"),
        in.attribute("keymap"),
        in.attribute("passwd"),
        in.extras());
  }

  static void writeGraphics(ElementWriter out, Graphics graphics) {
    out.start("graphics", GRAPHICS, graphics.extras())
        .attribute("type", graphics.type())
        .attribute("port", graphics.port())
        .attribute("autoport", Values.yesNo(graphics.autoport()))
        .attribute("listen", graphics.listen())
        .attribute("keymap", graphics.keymap())
        .attribute("passwd", graphics.password())
        .end();
  }

  /** Whether it says its model; only then there is a record of it. */
  static boolean hasModel(ElementReader video) {
    ElementReader model = video.peek("model");
    return model != null && model.has("type");
  }

  static Video readVideo(ElementReader in) {
    in.inOrder(VIDEO);
    ElementReader model = in.child("model");
    if (model == null) {
      throw in.error("it has no <model>");
    }
    model.inOrder(VIDEO_MODEL);
    return new Video(
        model.required("type"),
        Values.longInteger(model, "vram", 0),
        Values.integer(model, "heads", 0),
        Values.choice(model, "primary"),
        model.extras(),
        DeviceInfoXml.read(in),
        in.extras());
  }

  static void writeVideo(ElementWriter out, Video video) {
    out.start("video", VIDEO, video.extras())
        .start("model", VIDEO_MODEL, video.modelExtras())
        .attribute("type", video.model())
        .attribute("vram", video.vram())
        .attribute("heads", video.heads())
        .attribute("primary", Values.yesNo(video.primary()))
        .end();
    DeviceInfoXml.write(out, video.info());
    out.end();
  }

  static MemoryBalloon readBalloon(ElementReader in) {
    in.inOrder(BALLOON);
    String model = in.required("model");
    return new MemoryBalloon(model, DeviceInfoXml.read(in), in.extras());
  }

  static void writeBalloon(ElementWriter out, MemoryBalloon balloon) {
    Extras extras = balloon.extras();
    out.start("memballoon", BALLOON, extras).attribute("model", balloon.model());
    DeviceInfoXml.write(out, balloon.info());
    out.end();
  }
}
