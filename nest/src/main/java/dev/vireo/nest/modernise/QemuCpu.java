package dev.vireo.nest.modernise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says what QEMU's {@code -cpu} says in the words of libvirt's {@code <cpu>}. */
final class QemuCpu {

  private QemuCpu() {}

  /**
   * What to write instead.
   *
   * @param value such as {@code host,-hypervisor,+vmx}
   * @return attributes and elements with commas between them
   */
  static String inLibvirt(String value) {
    List<String> parts = Arrays.asList(value.split(","));
    List<String> words = new ArrayList<>();
    words.add(
        switch (parts.getFirst()) {
          case "host" -> "mode='host-passthrough'";
          case "max" -> "mode='maximum'";
          default -> "<model>%s</model>".formatted(parts.getFirst());
        });
    parts.stream().skip(1).map(QemuCpu::property).forEach(words::add);
    return String.join(", ", words);
  }

  private static String property(String text) {
    if (text.equals("kvm=off")) {
      return "<kvm><hidden state='on'/></kvm> in <features>";
    }
    String name = text.replaceFirst("^[+-]", "").replaceFirst("=(on|off)$", "");
    if (name.contains("=")) {
      return "nothing for " + text;
    }
    boolean off = text.startsWith("-") || text.endsWith("=off");
    return "<feature policy='%s' name='%s'/>".formatted(off ? "disable" : "require", name);
  }
}
