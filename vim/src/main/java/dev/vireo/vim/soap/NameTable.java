package dev.vireo.vim.soap;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Gives the same String for the same name bytes, so that a list of 10,000 objects does not allocate
 * its property names 10,000 times. A full table allocates instead of growing.
 */
final class NameTable {

  private static final int SLOTS = 1024;

  private final @Nullable String[] slots = new String[SLOTS];

  /** The part of a qualified name behind the colon, the last one of a name that has several. */
  String localName(byte[] in, int start, int end) {
    int from = start;
    for (int i = start; i < end; i++) {
      if (in[i] == ':') {
        from = i + 1;
      }
    }
    return intern(in, from, end);
  }

  /** The part of a qualified name before the colon; empty without one. */
  String prefix(byte[] in, int start, int end) {
    for (int i = start; i < end; i++) {
      if (in[i] == ':') {
        return intern(in, start, i);
      }
      if (in[i] == '=' || in[i] <= ' ') {
        break;
      }
    }
    return "";
  }

  private String intern(byte[] in, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + in[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    String known = slots[slot];
    if (known != null && same(known, in, start, end)) {
      return known;
    }
    String name = new String(in, start, end - start, StandardCharsets.UTF_8);
    slots[slot] = name;
    return name;
  }

  private static boolean same(String known, byte[] in, int start, int end) {
    if (known.length() != end - start) {
      return false;
    }
    for (int i = 0; i < known.length(); i++) {
      if (known.charAt(i) != in[start + i]) {
        return false;
      }
    }
    return true;
  }
}
