package dev.vireo.cli.verb.vmx;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.device.HardwareVersions;
import dev.vireo.vmx.device.VmwareProduct;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a VMX file is written for where no host says it.
 *
 * @param vmx hardware version and guest
 */
record OfflineTarget(VmxTarget vmx) {
  private static final String HARDWARE_VERSION = "hardware-version";
  private static final String PRODUCT = "product";
  private static final String GUEST_OS = "guest-os";

  /** Runs on all hosts that VMware supports today. */
  private static final String DEFAULT_PRODUCT = "esx:8.0";

  private static final List<String> EXAMPLES =
      List.of("esx:8.0", "esx:7.0", "esx:6.7", "gsx:2.0", "workstation:17.0", "fusion:13.0");

  /** Adds the options that say it. */
  static CommandSpec.Builder addOptions(CommandSpec.Builder spec) {
    return spec.option(
            OptionSpec.named(
                HARDWARE_VERSION,
                "version of the virtual hardware, such as 19; neither with --product nor with"
                    + " --keep",
                Completer.NONE))
        .option(
            OptionSpec.named(
                PRODUCT,
                "PRODUCT:VERSION with the newest hardware to use (default "
                    + DEFAULT_PRODUCT
                    + "); not with --keep",
                new Completer.Words(EXAMPLES)))
        .option(
            OptionSpec.named(
                GUEST_OS,
                "VMware's name of the guest's system (default other); not with --keep",
                Completer.NONE));
  }

  /** Refuses the options where another option tells it all. */
  static void refuseBeside(Call call, String other) {
    for (String option : List.of(HARDWARE_VERSION, PRODUCT, GUEST_OS)) {
      call.exclude(option, other);
    }
  }

  /**
   * The target that the options of a call say.
   *
   * @throws CommandException when an option is malformed
   */
  static OfflineTarget of(Call call) {
    call.exclude(HARDWARE_VERSION, PRODUCT);
    Integer version = call.number(HARDWARE_VERSION);
    String product = call.string(PRODUCT);
    if (version != null && version < HardwareVersions.OLDEST) {
      throw new CommandException(
          "--hardware-version "
              + version
              + " is too old, the oldest is "
              + HardwareVersions.OLDEST);
    }
    int hardware =
        version == null ? newestOf(product == null ? DEFAULT_PRODUCT : product) : version;
    @Nullable String guest = call.string(GUEST_OS);
    return new OfflineTarget(VmxTarget.ofHardwareVersion(hardware).withGuestId(guest));
  }

  private static int newestOf(String product) {
    int colon = product.indexOf(':');
    try {
      if (colon > 0) {
        VmwareProduct named =
            VmwareProduct.valueOf(product.substring(0, colon).toUpperCase(Locale.ROOT));
        return HardwareVersions.newestOf(named, product.substring(colon + 1));
      }
    } catch (IllegalArgumentException e) {
      throw noProduct(product);
    }
    throw noProduct(product);
  }

  private static CommandException noProduct(String product) {
    return new CommandException(
            "--product '"
                + product
                + "' is not PRODUCT:VERSION with one of esx, vcenter, gsx, workstation, fusion")
        .withHint("write it like " + DEFAULT_PRODUCT);
  }
}
