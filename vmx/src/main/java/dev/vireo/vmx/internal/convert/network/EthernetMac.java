package dev.vireo.vmx.internal.convert.network;

import dev.vireo.model.domain.MacAddress;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.Output;
import dev.vireo.vmx.internal.convert.Section;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The hardware address of a network interface, and who chose it. */
final class EthernetMac {

  private static final String TYPE = "addressType";
  private static final String ADDRESS = "address";
  private static final String GENERATED_ADDRESS = "generatedAddress";
  private static final String OFFSET = "generatedAddressOffset";
  private static final String CHECK = "checkMACAddress";
  private static final String GENERATED = "generated";
  private static final String STATIC = "static";
  private static final String VPX = "vpx";
  private static final String ELEMENT = "devices/interface/mac@address";
  private static final int BYTES = 6;

  // Who gives out which addresses: a host 00:0c:29, a vCenter 00:50:56:80-bf; the rest of
  // VMware's own 00:50:56 up to 3f is for addresses that people choose.
  private static final long HOST_PREFIX = 0x000c29;
  private static final long VMWARE_PREFIX = 0x005056;
  private static final int STATIC_END = 0x40;
  private static final int VPX_START = 0x80;
  private static final int VPX_END = 0xc0;

  private EthernetMac() {}

  /** Reads it. An interface without one has the address of all zeros, as in libvirt. */
  static MacAddress read(Section section) {
    String type = section.text(TYPE);
    String domainType = type == null ? null : domainType(type);
    boolean isStatic = STATIC.equals(domainType);
    if (type != null && domainType == null) {
      section.warn(TYPE, "has to be generated, static or vpx and was left out");
    }
    long bits = readAddress(section, isStatic);
    String check = section.entry(CHECK) == null ? null : section.is(CHECK, "true") ? "yes" : "no";
    return new MacAddress(format(bits), domainType, check, Extras.NONE);
  }

  /** The address; of the other key when the right one is missing, as in files of old vCenters. */
  private static long readAddress(Section section, boolean isStatic) {
    String key = isStatic ? ADDRESS : GENERATED_ADDRESS;
    if (section.entry(key) == null) {
      key = isStatic ? GENERATED_ADDRESS : ADDRESS;
    }
    String text = section.text(key);
    if (text == null) {
      return 0;
    }
    long bits = parse(text);
    if (bits < 0) {
      section.warn(key, "is not a MAC address and was left out");
      return 0;
    }
    return bits;
  }

  /** The address as a number; -1 if the text is none. */
  static long parse(String text) {
    long bits = 0;
    int start = 0;
    for (int i = 0; i < BYTES; i++) {
      int end = start;
      int value = 0;
      while (end < text.length() && end < start + 2 && hex(text.charAt(end)) >= 0) {
        value = value << 4 | hex(text.charAt(end));
        end++;
      }
      boolean last = i == BYTES - 1;
      if (end == start || (last ? end != text.length() : !isSeparator(text, end))) {
        return -1;
      }
      bits = bits << 8 | value;
      start = end + 1;
    }
    return bits;
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isSeparator(String text, int at) {
    return at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '-');
  }

  static String format(long bits) {
    StringBuilder text = new StringBuilder(17);
    for (int shift = 40; shift >= 0; shift -= 8) {
      int value = (int) (bits >> shift) & 0xff;
      text.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 0xf, 16));
      if (shift > 0) {
        text.append(':');
      }
    }
    return text.toString();
  }

  static void write(String prefix, @Nullable MacAddress mac, Output out) {
    String dot = prefix + ".";
    long bits = mac == null ? 0 : parse(mac.address());
    if (mac == null || bits == 0) {
      out.set(dot + TYPE, GENERATED);
      return;
    }
    if (bits < 0) {
      throw VmxException.invalid(ELEMENT, "has to be a MAC address", mac.address(), null);
    }
    requireUnicast(dot, bits, out);
    requireOneOf("devices/interface/mac@type", mac.type(), GENERATED, STATIC);
    requireOneOf("devices/interface/mac@check", mac.check(), "yes", "no");
    boolean isVmware = addressTypeOf(bits) != null;
    String type = chosenType(mac, bits);
    String address = format(bits);
    out.set(dot + TYPE, type);
    if (type.equals(STATIC)) {
      out.set(dot + ADDRESS, address);
    } else {
      out.set(dot + GENERATED_ADDRESS, address);
      if (type.equals(GENERATED)) {
        out.set(dot + OFFSET, 0);
      }
    }
    if (mac.check() != null) {
      boolean check = mac.check().equals("yes");
      if (check) {
        requireVmwarePrefix(dot, address, bits, out);
      }
      out.set(dot + CHECK, check);
    } else if (type.equals(STATIC) && !isVmware) {
      out.set(dot + CHECK, false);
    } else {
      out.drop(dot + CHECK);
    }
  }

  /** Who chose the address, in words of domains; null if the type is not known. */
  private static @Nullable String domainType(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case STATIC -> STATIC;
      case GENERATED, VPX -> GENERATED;
      default -> null;
    };
  }

  private static void requireUnicast(String dot, long bits, Output out) {
    String address = format(bits);
    boolean multicast = (bits >> 40 & 1) != 0;
    if (multicast && !out.keeps(dot + ADDRESS, address)) {
      throw VmxException.invalid(
          ELEMENT, "has to be an address of one interface", address, format(bits & ~(1L << 40)));
    }
  }

  private static void requireOneOf(
      String element, @Nullable String value, String first, String second) {
    if (value != null && !value.equals(first) && !value.equals(second)) {
      throw VmxException.invalid(element, "has to be " + first + " or " + second, value, first);
    }
  }

  private static void requireVmwarePrefix(String dot, String address, long bits, Output out) {
    long prefix = bits >> 24;
    if (prefix != HOST_PREFIX && prefix != VMWARE_PREFIX && !out.keeps(dot + CHECK, "true")) {
      throw VmxException.invalid(
          ELEMENT,
          "has to start with 00:0c:29 or 00:50:56 when it is to be checked",
          address,
          format(VMWARE_PREFIX << 24 | (bits & 0x3fffff)));
    }
  }

  private static String chosenType(MacAddress mac, long bits) {
    String byAddress = addressTypeOf(bits);
    String said = mac.type();
    if (said == null) {
      return byAddress == null ? STATIC : byAddress;
    }
    if (said.equals(STATIC)) {
      return STATIC;
    }
    return VPX.equals(byAddress) ? VPX : GENERATED;
  }

  /** The type that VMware uses addresses of this range for; null when they are not VMware's. */
  private static @Nullable String addressTypeOf(long bits) {
    long prefix = bits >> 24;
    if (prefix == HOST_PREFIX) {
      return GENERATED;
    }
    int next = (int) (bits >> 16) & 0xff;
    if (prefix != VMWARE_PREFIX || (next >= STATIC_END && next < VPX_START) || next >= VPX_END) {
      return null;
    }
    return next < STATIC_END ? STATIC : VPX;
  }
}
