package dev.vireo.simulator.internal.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text part of a virtual disk says of it.
 *
 * @param capacityKb its size in KiB; null when it does not say
 * @param hardwareVersion version of the virtual hardware it was made for; null when it does not say
 * @param controllerType VI type of the controller that it was made for; null when it does not say
 * @param thin whether it takes space as it needs it
 * @param parent name of the disk that it is on top of, beside it or with a path; null for a disk
 *     that is whole
 */
public record DiskDescriptor(
    @Nullable Long capacityKb,
    @Nullable Integer hardwareVersion,
    @Nullable String controllerType,
    boolean thin,
    @Nullable String parent) {

  private static final Pattern EXTENT = Pattern.compile("(?m)^RW (\\d{1,15}) ");
  private static final int SECTORS_PER_KIB = 2;
  private static final String PARENT = "parentFileNameHint";

  /** Whether a file of this name is a descriptor, and not the data beside it. */
  public static boolean isName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".vmdk")
        && !lower.endsWith("-flat.vmdk")
        && !lower.endsWith("-delta.vmdk")
        && !lower.endsWith("-ctk.vmdk");
  }

  /** Descriptors are short; what follows in a file that holds the data too is none of it. */
  private static final int LONGEST = 64 * 1024;

  /** Whether a text says that its disk is on top of another one. */
  public static boolean isOnTop(String text) {
    return value(text, PARENT) != null;
  }

  /** Reads a descriptor file; what is no descriptor says nothing. */
  public static DiskDescriptor of(FileContent content) {
    String text = new String(content.head(LONGEST), StandardCharsets.UTF_8);
    Matcher extent = EXTENT.matcher(text);
    String version = value(text, "ddb.virtualHWVersion");
    return new DiskDescriptor(
        extent.find() ? Long.parseLong(extent.group(1)) / SECTORS_PER_KIB : null,
        version != null && version.matches("\\d{1,4}") ? Integer.valueOf(version) : null,
        controllerType(value(text, "ddb.adapterType")),
        "1".equals(value(text, "ddb.thinProvisioned")),
        value(text, PARENT));
  }

  private static @Nullable String controllerType(@Nullable String adapter) {
    if (adapter == null) {
      return null;
    }
    return switch (adapter) {
      case "ide" -> "VirtualIDEController";
      case "buslogic" -> "VirtualBusLogicController";
      case "lsilogic" -> "VirtualLsiLogicController";
      case "lsisas1068" -> "VirtualLsiLogicSASController";
      case "pvscsi" -> "ParaVirtualSCSIController";
      default -> null;
    };
  }

  private static @Nullable String value(String text, String key) {
    Matcher line =
        Pattern.compile("(?m)^" + Pattern.quote(key) + "\\s*=\\s*\"([^\"]*)\"").matcher(text);
    return line.find() ? line.group(1) : null;
  }
}
