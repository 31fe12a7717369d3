package dev.vireo.vmx;

import java.util.Arrays;

/** Where the entries of a file are: offsets of bytes, without an object per entry. */
final class Spans {
  private static final int WIDTH = 6;

  private int[] numbers = new int[64 * WIDTH];
  private int size;

  void add(int keyStart, int keyEnd, int valueStart, int valueEnd, int quote, int line) {
    int at = size * WIDTH;
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    numbers[at] = keyStart;
    numbers[at + 1] = keyEnd;
    numbers[at + 2] = valueStart;
    numbers[at + 3] = valueEnd;
    numbers[at + 4] = quote;
    numbers[at + 5] = line;
    size++;
  }

  int size() {
    return size;
  }

  int keyStart(int entry) {
    return numbers[entry * WIDTH];
  }

  int keyEnd(int entry) {
    return numbers[entry * WIDTH + 1];
  }

  /** Where the value starts, its quote not included. */
  int valueStart(int entry) {
    return numbers[entry * WIDTH + 2];
  }

  /** Where the value ends, its quote not included. */
  int valueEnd(int entry) {
    return numbers[entry * WIDTH + 3];
  }

  /** How many quotation marks are on each side of the value: 0, 1 or 3. */
  int quote(int entry) {
    return numbers[entry * WIDTH + 4];
  }

  /** Where the entry ends, its closing quote included. */
  int end(int entry) {
    return valueEnd(entry) + quote(entry);
  }

  int line(int entry) {
    return numbers[entry * WIDTH + 5];
  }
}
