package dev.vireo.model.internal.domain;

import dev.vireo.model.domain.Controller;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import java.util.List;

/** {@code <controller>} ({@code virDomainControllerDefFormat}). */
final class ControllerXml {

  private static final ElementOrder ORDER =
      ElementOrder.attributes("type", "index", "model", "ports", "vectors")
          .elements(List.of("model", "target", "pcihole64", "driver"), DeviceInfoXml.ELEMENTS);

  private ControllerXml() {}

  static Controller read(ElementReader in) {
    in.inOrder(ORDER);
    return new Controller(
        in.required("type"),
        Values.integer(in, "index", 0),
        in.attribute("model"),
        DeviceInfoXml.read(in),
        in.extras());
  }

  static void write(ElementWriter out, Controller controller) {
    out.start("controller", ORDER, controller.extras())
        .attribute("type", controller.type())
        .attribute("index", controller.index())
        .attribute("model", controller.model());
    DeviceInfoXml.write(out, controller.info());
    out.end();
  }
}
