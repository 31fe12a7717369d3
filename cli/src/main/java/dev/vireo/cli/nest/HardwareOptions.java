package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.nest.Firmware;
import dev.vireo.nest.GraphicsKind;
import dev.vireo.nest.NestedHostSpecBuilder;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.libvirt.Acceleration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options that say what hardware a host sees. Words only, so that help loads no table. */
final class HardwareOptions {
  /** The option for the version of ESXi. */
  static final String ESXI = "esxi";

  /** The versions there are. */
  static final Completer.Words ESXI_VERSIONS =
      new Completer.Words(List.of("5.5", "6.0", "6.5", "6.7", "7.0", "8.0", "9.0"));

  private static final String CPU_VENDOR = "cpu-vendor";

  /** The option for the maker of the processors. */
  static final OptionSpec CPU_VENDOR_OPTION =
      words(
          CPU_VENDOR, "maker of the processors, which decides between vmx and svm", "intel", "amd");

  private static final String NIC = "nic";
  private static final String DISK_BUS = "disk-bus";
  private static final String FIRMWARE = "firmware";
  private static final String MACHINE = "machine";
  private static final String MAC = "mac";
  private static final String GRAPHICS = "graphics";
  private static final String HIDE_KVM = "hide-kvm";
  private static final String VMPORT = "vmport";
  private static final String EMULATE = "emulate";

  private HardwareOptions() {}

  static void addTo(CommandSpec.Builder spec) {
    spec.option(
            words(
                MACHINE,
                "machine type: q35, pc or a full one (default: the version's)",
                "q35",
                "pc"))
        .option(words(FIRMWARE, "bios or uefi (default: the version's)", "bios", "uefi"))
        .option(
            words(
                NIC,
                "model of the network interface (default: the version's)",
                "vmxnet3",
                "e1000",
                "e1000e"))
        .option(
            OptionSpec.named(
                MAC, "its hardware address (default: made by libvirt)", Completer.NONE))
        .option(
            words(
                DISK_BUS,
                "bus of disks and CD-ROM drive: sata or ide (default: the version's)",
                "sata",
                "ide"))
        .option(CPU_VENDOR_OPTION)
        .option(
            words(
                HIDE_KVM,
                "whether KVM hides itself: yes or no (default: the version's)",
                "yes",
                "no"))
        .option(OptionSpec.bool(VMPORT, "leave VMware's backdoor port on, which troubles ESXi"))
        .option(
            words(GRAPHICS, "vnc (default), spice or none, at 127.0.0.1", "vnc", "spice", "none"))
        .option(
            OptionSpec.bool(
                EMULATE, "no KVM: QEMU emulates an AMD processor, very slowly (not for ESXi)"));
  }

  static void apply(Call call, NestedHostSpecBuilder host) {
    Boolean hide = yesOrNo(call, HIDE_KVM);
    if (call.has(EMULATE) && Boolean.TRUE.equals(hide)) {
      throw new CommandException("--hide-kvm yes means nothing with --emulate, which uses no KVM")
          .withHint("leave one of them out");
    }
    host.machine(call.string(MACHINE))
        .firmware(choice(call, FIRMWARE, Firmware.class))
        .nicModel(call.string(NIC))
        .mac(call.string(MAC))
        .diskBus(call.string(DISK_BUS))
        .cpuVendor(cpuVendor(call))
        .hideKvm(hide)
        .vmport(call.has(VMPORT))
        .acceleration(call.has(EMULATE) ? Acceleration.EMULATED : Acceleration.KVM);
    GraphicsKind graphics = choice(call, GRAPHICS, GraphicsKind.class);
    if (graphics != null) {
      host.graphics(graphics);
    }
  }

  static @Nullable CpuVendor cpuVendor(Call call) {
    return choice(call, CPU_VENDOR, CpuVendor.class);
  }

  private static OptionSpec words(String name, String help, String... words) {
    return OptionSpec.named(name, help, new Completer.Words(List.of(words)));
  }

  private static @Nullable Boolean yesOrNo(Call call, String option) {
    String text = call.string(option);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw notOneOf(option, text, "yes, no");
    };
  }

  private static <E extends Enum<E>> @Nullable E choice(Call call, String option, Class<E> type) {
    String text = call.string(option);
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (lower(constant).equals(text.toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw notOneOf(
        option,
        text,
        Stream.of(type.getEnumConstants())
            .map(HardwareOptions::lower)
            .collect(Collectors.joining(", ")));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static CommandException notOneOf(String option, String text, String words) {
    return new CommandException("--" + option + " '" + text + "' is not one of " + words);
  }
}
