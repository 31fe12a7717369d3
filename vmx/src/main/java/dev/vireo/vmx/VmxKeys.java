package dev.vireo.vmx;

/** What a key of a configuration file is made of, and when two keys are the same. */
final class VmxKeys {

  private VmxKeys() {}

  /** The key in lower case. Only ASCII letters are folded, as libvirt's c_strcasecmp does it. */
  static String fold(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (isUpper(key.charAt(i))) {
        return foldFrom(key, i);
      }
    }
    return key;
  }

  private static String foldFrom(String key, int first) {
    char[] folded = key.toCharArray();
    for (int i = first; i < folded.length; i++) {
      if (isUpper(folded[i])) {
        folded[i] = (char) (folded[i] + 'a' - 'A');
      }
    }
    return new String(folded);
  }

  /** Whether libvirt reads the key too: a letter or '.', then letters, digits and _ : . - */
  static boolean isPortable(String key) {
    if (key.isEmpty() || !(isLetter(key.charAt(0)) || key.charAt(0) == '.')) {
      return false;
    }
    return key.chars().allMatch(c -> isLetter(c) || isDigit(c) || "_:.-".indexOf(c) >= 0);
  }

  /** Whether the reader takes the byte for a part of a key: VMware does, libvirt not always. */
  static boolean isPart(byte b) {
    return (b > ' ' && b < 0x7f && "=#\"';".indexOf(b) < 0) || b < 0;
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLetter(int c) {
    return isUpper(c) || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
