package dev.vireo.vmx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a document anew with some changes: everything between them is copied. */
final class VmxSplice {
  private final VmxDocument document;
  private final byte[] bytes;
  private final Spans spans;
  private final Map<String, VmxChange> changes;
  private final Charset charset;
  private final ByteArrayOutputStream out;
  private final boolean keepsMark;
  private final boolean hasTrailingBars;
  private int copied;

  VmxSplice(VmxDocument document, Map<String, VmxChange> changes) {
    this.document = document;
    this.changes = changes;
    bytes = document.bytes();
    spans = document.spans();
    charset = newCharset();
    hasTrailingBars = TrailingBars.canBeIn(charset);
    out = new ByteArrayOutputStream(bytes.length + 256);
    // The mark is UTF-8's own; in another charset it would be text.
    boolean staysReadable =
        charset.equals(StandardCharsets.UTF_8) || charset.equals(document.charset());
    int mark = ByteOrderMark.length(bytes);
    keepsMark = mark > 0 && staysReadable;
    copied = keepsMark ? 0 : mark;
  }

  VmxDocument apply() {
    for (int i = 0; i < spans.size(); ) {
      int end = endOfRow(i);
      row(i, end);
      i = end;
    }
    appendNew();
    copyTo(bytes.length);
    return checked(VmxDocument.ofOwned(written()));
  }

  /** Text that comes to the front must not be taken for a byte order mark. */
  private byte[] written() {
    byte[] written = out.toByteArray();
    boolean marked = ByteOrderMark.isWide(written) || ByteOrderMark.length(written) > 0;
    if (!marked || keepsMark) {
      return written;
    }
    byte[] lineEnd = lineEnd().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(lineEnd.length + written.length).put(lineEnd).put(written).array();
  }

  /** A file that names no encoding is read by its bytes, and these may look different now. */
  private VmxDocument checked(VmxDocument result) {
    if (!result.charset().equals(charset) && !VmxEncoding.isAscii(result.bytes())) {
      throw new IllegalArgumentException(
          "with these changes the file, which names no encoding, would be read as "
              + result.charset()
              + " and not as "
              + charset
              + ": set '.encoding' too");
    }
    return result;
  }

  private Charset newCharset() {
    VmxChange change = changes.get(VmxEncoding.KEY);
    if (change == null) {
      return document.charset();
    }
    if (change.value().isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    String name = change.value().orElseThrow();
    return switch (VmxCharsets.named(name)) {
      case VmxCharsets.Named.Usable usable -> usable.charset();
      case VmxCharsets.Named.Unusable unusable ->
          throw new IllegalArgumentException("'" + name + "' " + unusable.problem());
    };
  }

  /** Where the entries end that stand in one row with this one, with ';' between them. */
  private int endOfRow(int entry) {
    int next = entry + 1;
    while (next < spans.size() && !hasLineEnd(spans.end(next - 1), spans.keyStart(next))) {
      next++;
    }
    return next;
  }

  private boolean hasLineEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (VmxScanner.isLineEnd(bytes[i])) {
        return true;
      }
    }
    return false;
  }

  private void row(int from, int to) {
    int kept = -1;
    for (int i = from; i < to; i++) {
      VmxChange change = changeOf(i);
      if (change != null && change.removes()) {
        continue;
      }
      dropBetween(kept, from, i);
      kept = i;
      if (change != null && Integer.valueOf(i).equals(document.indexOf(folded(i)))) {
        replaceValue(i, change.key(), change.value().orElseThrow());
      } else if (isRecoded(i)) {
        replaceValue(i, document.key(i), document.value(i));
      }
    }
    if (kept < 0) {
      copyTo(startOfLine(spans.keyStart(from)));
      copied = endOfLine(spans.end(to - 1));
    } else if (kept < to - 1) {
      copyTo(spans.end(kept));
      copied = spans.end(to - 1);
    }
  }

  /** Leaves out the entries between two that stay; -1 stands for the start of the row. */
  private void dropBetween(int kept, int from, int next) {
    if (kept < 0 && next > from) {
      copyTo(spans.keyStart(from));
      copied = spans.keyStart(next);
    } else if (kept >= 0 && next > kept + 1) {
      copyTo(spans.end(kept));
      copied = spans.end(next - 1);
    }
  }

  private @Nullable VmxChange changeOf(int entry) {
    return changes.get(folded(entry));
  }

  private String folded(int entry) {
    return VmxKeys.fold(document.key(entry));
  }

  /** Whether a value that stays is written otherwise in the new charset, but for its characters. */
  private boolean isRecoded(int entry) {
    if (charset.equals(document.charset())) {
      return false;
    }
    String value = document.value(entry);
    return !value.equals(document.rawValue(entry)) || !value.equals(inFile(value));
  }

  /** A value as it stands in the file. */
  private String inFile(String value) {
    return hasTrailingBars ? TrailingBars.escape(value, charset) : value;
  }

  private void replaceValue(int entry, String key, String value) {
    int start = spans.valueStart(entry) - spans.quote(entry);
    String quote = new String(bytes, start, spans.quote(entry), StandardCharsets.US_ASCII);
    copyTo(start);
    write(key, VmxQuoting.quote(key, inFile(value), quote));
    copied = spans.end(entry);
  }

  private void appendNew() {
    String lineEnd = lineEnd();
    boolean atEnd = false;
    for (Map.Entry<String, VmxChange> entry : changes.entrySet()) {
      VmxChange change = entry.getValue();
      if (change.value().isEmpty()
          || (!change.removes() && document.indexOf(entry.getKey()) != null)) {
        continue;
      }
      if (!atEnd) {
        atEnd = true;
        copyTo(placeForNew());
        if (needsLineEnd()) {
          write(change.key(), lineEnd);
        }
      }
      write(change.key(), change.key() + " = ");
      write(change.key(), VmxQuoting.quote(change.key(), inFile(change.value().orElseThrow()), ""));
      write(change.key(), lineEnd);
    }
  }

  private int placeForNew() {
    return spans.size() == 0
        ? bytes.length
        : Math.max(copied, endOfLine(spans.end(spans.size() - 1)));
  }

  private boolean needsLineEnd() {
    byte[] written = out.toByteArray();
    return written.length > ByteOrderMark.length(written)
        && !VmxScanner.isLineEnd(written[written.length - 1]);
  }

  /** The line end of the file: that of its first line. */
  private String lineEnd() {
    for (int i = 0; i < bytes.length; i++) {
      if (VmxScanner.isLineEnd(bytes[i])) {
        boolean pair = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
        return pair ? "\r\n" : String.valueOf((char) bytes[i]);
      }
    }
    return "\n";
  }

  private int startOfLine(int offset) {
    int start = offset;
    while (start > 0 && VmxScanner.isBlank(bytes[start - 1])) {
      start--;
    }
    return start;
  }

  private int endOfLine(int offset) {
    int end = offset;
    while (end < bytes.length && !VmxScanner.isLineEnd(bytes[end])) {
      end++;
    }
    if (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n') {
      return end + 2;
    }
    return Math.min(end + 1, bytes.length);
  }

  /** Copies what has not been copied of the bytes up to an offset. */
  private void copyTo(int offset) {
    if (offset <= copied) {
      return;
    }
    if (charset.equals(document.charset())) {
      out.write(bytes, copied, offset - copied);
    } else {
      convert(copied, offset);
    }
    copied = offset;
  }

  private void convert(int from, int to) {
    try {
      ByteBuffer source = ByteBuffer.wrap(bytes, from, to - from);
      write(charset.newEncoder().encode(document.charset().newDecoder().decode(source)));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "the file has text that cannot be converted from "
              + document.charset()
              + " to "
              + charset,
          e);
    }
  }

  private void write(String key, String text) {
    try {
      write(charset.newEncoder().encode(CharBuffer.wrap(text)));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "the value of '"
              + key
              + "' has a character that "
              + charset
              + ", the encoding of the file, cannot express: set '.encoding' to UTF-8 too",
          e);
    }
  }

  private void write(ByteBuffer encoded) {
    out.write(encoded.array(), encoded.arrayOffset(), encoded.remaining());
  }
}
