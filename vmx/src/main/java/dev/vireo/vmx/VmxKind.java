package dev.vireo.vmx;

import dev.vireo.vmx.device.DeviceKind;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What the value of a key is, which decides when two values mean the same. */
public enum VmxKind {
  /** True or false, in any case. */
  BOOLEAN(
      ".+\\.(present|startconnected|clientdevice|writethrough|autodetect)"
          + "|"
          + DeviceKind.ETHERNET.pattern()
          + "\\.checkmacaddress"
          + "|"
          + DeviceKind.SERIAL.pattern()
          + "\\.(yieldonmsrread|trynorxloss)"
          + "|"
          + DeviceKind.SHARED_FOLDER.pattern()
          + "\\.(enabled|readaccess|writeaccess)"
          + "|smbios\\.reflecthost|uefi\\.secureboot\\.enabled|remotedisplay\\.vnc\\.enabled"
          + "|isolation\\.tools\\.hgfs\\.disable"),
  /** A decimal number, or {@code unlimited}. */
  INTEGER(
      "config\\.version|virtualhw\\.version|memsize|numvcpus|cpuid\\.corespersocket"
          + "|sched\\.mem\\.(max|minsize)|svga\\.vramsize|remotedisplay\\.vnc\\.port"
          + "|sharedfolder\\.maxnum|.+\\.pcislotnumber|vm\\.genidx?"
          + "|"
          + DeviceKind.ETHERNET.pattern()
          + "\\.generatedaddressoffset"),
  /** One of a few words, in any case. */
  WORD(
      "firmware|guestos|.+\\.(virtualdev|devicetype|filetype|connectiontype|addresstype|mode)"
          + "|.+\\.endpoint|sched\\.cpu\\.shares|\\.encoding"),
  /** A MAC address. */
  MAC_ADDRESS(DeviceKind.ETHERNET.pattern() + "\\.(generated)?address"),
  /** 16 bytes in hexadecimal. */
  UUID("uuid\\.(bios|location)|vc\\.uuid"),
  /** Text with the escapes of {@code displayName}. */
  NAME("displayname"),
  /** Text with the escapes of {@code annotation}. */
  DESCRIPTION("annotation"),
  /** Anything else: only the same text means the same. */
  TEXT("(?!)");

  private static final Pattern SEPARATORS = Pattern.compile("[ -]");
  private static final Pattern LEADING_ZERO = Pattern.compile("(^|:)0(?=[0-9a-f])");
  private static final VmxKind[] KINDS = values();

  private final Pattern keys;

  VmxKind(String keys) {
    this.keys = Pattern.compile(keys);
  }

  /** The kind of a key, whatever its case. */
  public static VmxKind of(String key) {
    String folded = VmxKeys.fold(key);
    for (VmxKind kind : KINDS) {
      if (kind.keys.matcher(folded).matches()) {
        return kind;
      }
    }
    return TEXT;
  }

  /** A form in which two values of the kind are equal if they mean the same. */
  public String normal(String value) {
    return switch (this) {
      case BOOLEAN, WORD -> value.toLowerCase(Locale.ROOT);
      case INTEGER -> number(value);
      case MAC_ADDRESS -> LEADING_ZERO.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("$1");
      case UUID -> SEPARATORS.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("");
      case NAME -> unescaped(value, VmxEscapes::unescapeDisplayName);
      case DESCRIPTION -> unescaped(value, VmxEscapes::unescapeAnnotation);
      case TEXT -> value;
    };
  }

  private static String number(String value) {
    OptionalLong number = VmxValues.parseInteger(value);
    return number.isPresent() ? Long.toString(number.getAsLong()) : value;
  }

  private static String unescaped(String value, UnaryOperator<String> unescape) {
    try {
      return unescape.apply(value);
    } catch (IllegalArgumentException e) {
      return value; // with broken escapes it can only be compared as it is
    }
  }
}
