package dev.vireo.vim.internal.http;

import java.io.IOException;

/** A body that comes in chunks, put together. Its end is the end of the trailers. */
final class ChunkedInput extends PieceInput {

  private static final int MAX_SIZE_LINE = 4096;
  private static final int MAX_DIGITS = 15;
  private static final int HEX = 16;

  private final WireInput in;
  private LengthInput chunk;
  private boolean first = true;
  private boolean ended;

  ChunkedInput(WireInput in) {
    this.in = in;
    this.chunk = new LengthInput(in, 0);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = chunk.read(bytes, offset, length);
    if (count < 0 && !ended) {
      nextChunk();
      count = chunk.read(bytes, offset, length);
    }
    return count;
  }

  private void nextChunk() throws IOException {
    if (!first && !line().isEmpty()) {
      throw new NotHttpException("a chunk is longer than it says");
    }
    first = false;
    long size = size(line());
    chunk = new LengthInput(in, size);
    if (size == 0) {
      if (in.peek() < 0) {
        throw LengthInput.cut();
      }
      HeadReader.skipTrailers(in);
      ended = true;
    }
  }

  private String line() throws IOException {
    if (in.peek() < 0) {
      throw LengthInput.cut();
    }
    return in.readLine(MAX_SIZE_LINE);
  }

  /** The size without extensions, which nobody has ever needed. */
  private static long size(String line) throws NotHttpException {
    int semicolon = line.indexOf(';');
    String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
    long size = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), HEX);
      if (digit < 0) {
        throw new NotHttpException("the size of a chunk is no number");
      }
      size = size * HEX + digit;
    }
    if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
      throw new NotHttpException("the size of a chunk is no number");
    }
    return size;
  }
}
