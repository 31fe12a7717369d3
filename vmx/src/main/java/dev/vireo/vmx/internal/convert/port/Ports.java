package dev.vireo.vmx.internal.convert.port;

import dev.vireo.model.domain.CharacterDevice;
import dev.vireo.model.domain.CharacterSource;
import dev.vireo.model.domain.CharacterTarget;
import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.internal.convert.Plan;
import dev.vireo.vmx.internal.convert.Reading;
import dev.vireo.vmx.internal.convert.Section;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Serial and parallel ports. */
public final class Ports {

  private Ports() {}

  public static void read(Reading reading, DevicesBuilder devices) {
    List<CharacterDevice> serials =
        readKind(DeviceKind.SERIAL, reading, section -> SerialSource.read(section, reading));
    serials.forEach(devices::serial);
    readKind(DeviceKind.PARALLEL, reading, section -> ParallelSource.read(section, reading))
        .forEach(devices::parallel);
    if (!serials.isEmpty()) {
      // libvirt shows the first serial port as the console too.
      CharacterDevice first = serials.get(0);
      Integer port = first.target() == null ? null : first.target().port();
      devices.console(
          new CharacterDevice(
              first.source(),
              new CharacterTarget("serial", port, null, null, Extras.NONE),
              DeviceInfo.NONE,
              Extras.NONE));
    }
  }

  private static List<CharacterDevice> readKind(
      DeviceKind kind, Reading reading, Function<Section, CharacterSource> source) {
    return reading.devices(kind).stream()
        .filter(section -> isThere(kind, section))
        .map(section ->
            new CharacterDevice(
                source.apply(section),
                CharacterTarget.ofPort(section.number()),
                DeviceInfo.NONE,
                Extras.NONE))
        .toList();
  }

  private static boolean isThere(DeviceKind kind, Section section) {
    if (section.unit() >= 0 || !section.flag("present", false)) {
      return false;
    }
    if (section.number() >= kind.mostRead()) {
      section.warn("present", "is more than the " + kind.mostRead() + " ports and was left out");
      return false;
    }
    return true;
  }

  public static void plan(Plan plan) {
    Devices devices = plan.domain().devices();
    List<CharacterDevice> serials = devices.serials();
    if (serials.isEmpty() && !devices.consoles().isEmpty()) {
      // A console alone is a serial port, as in libvirt's parser.
      serials = devices.consoles().subList(0, 1);
    }
    planKind(plan, DeviceKind.SERIAL, serials);
    planKind(plan, DeviceKind.PARALLEL, devices.parallels());
  }

  private static void planKind(Plan plan, DeviceKind kind, List<CharacterDevice> ports) {
    Set<Integer> used = new HashSet<>();
    for (CharacterDevice port : ports) {
      Integer said = port.target() == null ? null : port.target().port();
      int number = said == null ? firstFree(used) : said;
      if (!used.add(number)) {
        throw VmxException.invalid(
            element(kind), "has to have a port of its own", Integer.toString(number), null);
      }
      if (port.source() instanceof CharacterSource.Null && plan.original() == null) {
        plan.warn("devices/" + kind.prefix(), "is connected to nothing, which VMX cannot say");
        continue;
      }
      String prefix = kind.name(number);
      plan.addDevice(
          prefix,
          Arrays.asList(port.source()),
          out -> {
            requirePort(kind, number);
            out.set(prefix + ".present", true);
            if (kind == DeviceKind.SERIAL) {
              SerialSource.write(prefix + ".", port.source(), out);
            } else {
              ParallelSource.write(prefix + ".", port.source(), out);
            }
          });
    }
  }

  private static int firstFree(Set<Integer> used) {
    int number = 0;
    while (used.contains(number)) {
      number++;
    }
    return number;
  }

  private static void requirePort(DeviceKind kind, int number) {
    if (number < 0 || number >= kind.mostRead()) {
      throw VmxException.invalid(
          element(kind),
          "has to be from 0 to " + (kind.mostRead() - 1),
          Integer.toString(number),
          Integer.toString(number < 0 ? 0 : kind.mostRead() - 1));
    }
  }

  private static String element(DeviceKind kind) {
    return "devices/" + kind.prefix() + "/target@port";
  }
}
