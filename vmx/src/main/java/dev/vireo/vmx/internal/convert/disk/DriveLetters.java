package dev.vireo.vmx.internal.convert.disk;

/** The letters of a drive: a to z, aa to zz and so on. */
final class DriveLetters {

  private static final int LETTERS = 26;
  private static final int MAX_LENGTH = 4;

  private DriveLetters() {}

  /** The letters of the drive with this number, from 0. */
  static String of(int index) {
    StringBuilder letters = new StringBuilder(2);
    for (int rest = index; rest >= 0; rest = rest / LETTERS - 1) {
      letters.append((char) ('a' + rest % LETTERS));
    }
    return letters.reverse().toString();
  }

  /** The number of the drive whose letters the text has from an offset on; -1 if it has none. */
  static int index(String text, int from) {
    int length = text.length() - from;
    if (length < 1 || length > MAX_LENGTH) {
      return -1;
    }
    int index = -1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 'a' || c > 'z') {
        return -1;
      }
      index = (index + 1) * LETTERS + c - 'a';
    }
    return index;
  }
}
