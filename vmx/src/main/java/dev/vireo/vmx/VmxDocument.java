package dev.vireo.vmx;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine configuration file, as it is: the order of its entries, comments, blank lines,
 * quotes, line ends, encoding and whatever nobody knows all stay. Edits touch the bytes of what
 * they change and no others. Immutable.
 *
 * <p>The syntax is that of libvirt's reader (virConf in VMX mode), and wider where VMware's own
 * programs read more; docs/vmx.md lists the differences.
 */
public final class VmxDocument {
  /**
   * The largest file that is read, in bytes: 32 MiB. Real ones have some kilobytes, or a few
   * megabytes where user data of cloud-init is in them.
   */
  public static final int MAX_BYTES = 32 << 20;

  private final byte[] bytes;
  private final Charset charset;
  private final Spans spans;
  private final Map<String, Integer> first;
  private final boolean hasTrailingBars;

  private VmxDocument(byte[] bytes, Charset charset, Spans spans, Map<String, Integer> first) {
    this.bytes = bytes;
    this.charset = charset;
    this.spans = spans;
    this.first = first;
    hasTrailingBars = TrailingBars.canBeIn(charset);
  }

  /**
   * Reads a file. The value of {@code .encoding} is found in the raw bytes first, as libvirt does
   * it; a file without one is UTF-8, or windows-1252 if it cannot be UTF-8. Bytes that mean nothing
   * in the charset read as U+FFFD and stay in the file.
   *
   * @throws VmxSyntaxException if it is not a configuration file, larger than {@link #MAX_BYTES},
   *     or in a charset that is not known
   */
  public static VmxDocument parse(byte[] bytes) {
    checkSize(bytes.length);
    return ofOwned(bytes.clone());
  }

  /**
   * Reads the text of a file, which {@link #toBytes} will write in the charset that its {@code
   * .encoding} names, UTF-8 without one.
   *
   * @throws VmxSyntaxException as {@link #parse(byte[])}, and if the charset has not all the
   *     characters of the text
   */
  public static VmxDocument parse(String text) {
    checkSize(text.length());
    VmxDocument document = ofOwned(text.getBytes(StandardCharsets.UTF_8));
    String declared = document.get(VmxEncoding.KEY);
    Charset charset = declared == null ? StandardCharsets.UTF_8 : document.charset;
    if (!charset.equals(StandardCharsets.UTF_8)) {
      document = ofOwned(text.getBytes(charset));
    }
    if (!document.text().equals(text)) {
      throw new VmxSyntaxException(
          1, 1, "the text has characters that its encoding, " + charset + ", cannot express");
    }
    return document;
  }

  /** A document without entries, in UTF-8. */
  public static VmxDocument empty() {
    return ofOwned(new byte[0]);
  }

  static VmxDocument ofOwned(byte[] bytes) {
    checkSize(bytes.length);
    if (ByteOrderMark.isWide(bytes)) {
      throw new VmxSyntaxException(
          1, 1, "the file is UTF-16 or UTF-32, and must be saved as UTF-8");
    }
    Spans spans = new VmxScanner(bytes).scan();
    int encoding = find(bytes, spans, VmxEncoding.KEY);
    String declared = encoding < 0 ? null : declared(bytes, spans, encoding);
    Charset charset = VmxEncoding.of(bytes, declared);
    if (charset == null) {
      throw unreadable(spans.line(encoding), declared);
    }
    return new VmxDocument(bytes, charset, spans, index(bytes, charset, spans));
  }

  private static String declared(byte[] bytes, Spans spans, int encoding) {
    return string(
        bytes, spans.valueStart(encoding), spans.valueEnd(encoding), StandardCharsets.UTF_8);
  }

  private static VmxSyntaxException unreadable(int line, @Nullable String declared) {
    return new VmxSyntaxException(line, 1, VmxEncoding.problem(String.valueOf(declared)));
  }

  /**
   * Reads what can be read of a file: a line that is wrong is left out of the entries, and so is
   * what follows it on that line. For looking at files, not for changing them.
   *
   * @return all that is wrong, and a document of the same bytes; it has no entries if the file
   *     cannot be read at all, and guesses the charset if that is not known
   */
  public static Salvaged salvage(byte[] bytes) {
    if (bytes.length > MAX_BYTES || ByteOrderMark.isWide(bytes)) {
      return new Salvaged(empty(), List.of(whyNot(bytes)));
    }
    VmxScanner scanner = new VmxScanner(bytes);
    Spans spans = scanner.scanOn();
    List<VmxSyntaxException> problems = new ArrayList<>(scanner.problems());
    int encoding = find(bytes, spans, VmxEncoding.KEY);
    String declared = encoding < 0 ? null : declared(bytes, spans, encoding);
    Charset charset = VmxEncoding.of(bytes, declared);
    if (charset == null) {
      problems.add(unreadable(spans.line(encoding), declared));
      problems.sort(Comparator.comparingInt(VmxSyntaxException::line));
      charset = Objects.requireNonNull(VmxEncoding.of(bytes, null));
    }
    return new Salvaged(
        new VmxDocument(bytes.clone(), charset, spans, index(bytes, charset, spans)), problems);
  }

  private static VmxSyntaxException whyNot(byte[] bytes) {
    try {
      VmxDocument unexpected = ofOwned(bytes);
      throw new IllegalStateException("can be read: " + unexpected);
    } catch (VmxSyntaxException e) {
      return e;
    }
  }

  /**
   * What could be read of a file.
   *
   * @param document its readable entries
   * @param problems what is wrong with the other lines, in their order; empty if nothing is
   */
  public record Salvaged(VmxDocument document, List<VmxSyntaxException> problems) {
    public Salvaged {
      Objects.requireNonNull(document);
      problems = List.copyOf(problems);
    }
  }

  private static void checkSize(int size) {
    if (size > MAX_BYTES) {
      throw new VmxSyntaxException(
          1, 1, "the file has " + size + " bytes, more than the " + MAX_BYTES + " that are read");
    }
  }

  private static int find(byte[] bytes, Spans spans, String key) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.keyEnd(i) - spans.keyStart(i) == key.length()
          && VmxKeys.fold(
                  string(bytes, spans.keyStart(i), spans.keyEnd(i), StandardCharsets.ISO_8859_1))
              .equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static Map<String, Integer> index(byte[] bytes, Charset charset, Spans spans) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < spans.size(); i++) {
      first.putIfAbsent(
          VmxKeys.fold(string(bytes, spans.keyStart(i), spans.keyEnd(i), charset)), i);
    }
    return first;
  }

  private static String string(byte[] bytes, int start, int end, Charset charset) {
    return new String(bytes, start, end - start, charset);
  }

  /**
   * The value of a key, still escaped; null if the document has no such key. Of several entries the
   * first counts, as in libvirt.
   *
   * @param key in any case
   */
  public @Nullable String get(String key) {
    Integer entry = first.get(VmxKeys.fold(key));
    return entry == null ? null : value(entry);
  }

  /** The entry that {@link #get} takes the value from; null if there is none. */
  public @Nullable VmxEntry entry(String key) {
    Integer entry = first.get(VmxKeys.fold(key));
    return entry == null ? null : entry(entry.intValue());
  }

  /** All entries in the order of the file, duplicates too. */
  public List<VmxEntry> entries() {
    List<VmxEntry> all = new ArrayList<>(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      all.add(entry(i));
    }
    return List.copyOf(all);
  }

  private VmxEntry entry(int entry) {
    return new VmxEntry(key(entry), value(entry), spans.line(entry));
  }

  String key(int entry) {
    return string(bytes, spans.keyStart(entry), spans.keyEnd(entry), charset);
  }

  /** The value, still escaped but for the bytes that only the charset makes VMware escape. */
  String value(int entry) {
    String raw = rawValue(entry);
    return hasTrailingBars ? TrailingBars.unescape(raw, charset) : raw;
  }

  /** The value as its bytes read. */
  String rawValue(int entry) {
    return string(bytes, spans.valueStart(entry), spans.valueEnd(entry), charset);
  }

  /** The number of the entry that counts for a folded key; null if there is none. */
  @Nullable Integer indexOf(String folded) {
    return first.get(folded);
  }

  Spans spans() {
    return spans;
  }

  /** The bytes themselves, not to be written to. */
  byte[] bytes() {
    return bytes;
  }

  /** Starts an edit of this document, which itself stays as it is. */
  public Editor edit() {
    return new Editor(this);
  }

  /** The charset of the file. */
  public Charset charset() {
    return charset;
  }

  /** The whole file as text, with its byte order mark if it has one. */
  public String text() {
    return new String(bytes, charset);
  }

  /** The whole file. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Whether the other is a document of the same bytes. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VmxDocument document && Arrays.equals(bytes, document.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** A summary without values, of which some are secret. */
  @Override
  public String toString() {
    return "VmxDocument[" + spans.size() + " entries, " + charset + "]";
  }

  /** Collects changes of a document. Not for use by several threads at once. */
  public static final class Editor {
    private final VmxDocument document;
    private final Map<String, VmxChange> changes = new LinkedHashMap<>();

    private Editor(VmxDocument document) {
      this.document = document;
    }

    /**
     * Gives a key a value. The entry that {@link VmxDocument#get} finds gets it in place and keeps
     * the spelling of its key, its quotes and its comment; without one, a new entry follows the
     * last. Setting {@code .encoding} converts the whole file to that charset.
     *
     * @param key a new one starts with a letter or '.' and goes on with letters, digits, '_', ':',
     *     '.' and '-'
     * @param value already escaped (see {@link VmxEscapes}); without line ends and control
     *     characters other than tab, and without quotation marks as far as the quotes of the entry
     *     cannot hold them
     * @throws IllegalArgumentException if the key or the value cannot be written
     */
    public Editor set(String key, String value) {
      String folded = VmxKeys.fold(key);
      Integer entry = document.indexOf(folded);
      VmxChange before = changes.get(folded);
      if (entry == null && !VmxKeys.isPortable(key)) {
        throw new IllegalArgumentException("'" + key + "' cannot be the key of a new entry");
      }
      boolean keepsValue = before == null && entry != null && document.value(entry).equals(value);
      if (!keepsValue) {
        VmxQuoting.check(key, value);
        changes.put(
            folded, new VmxChange(key, Optional.of(value), before != null && before.removes()));
      }
      return this;
    }

    /** Removes all entries of a key, each with its line; without one nothing happens. */
    public Editor remove(String key) {
      changes.put(VmxKeys.fold(key), new VmxChange(key, Optional.empty(), true));
      return this;
    }

    /**
     * The document with the changes.
     *
     * @throws IllegalArgumentException if a value cannot be written with the quotes of its entry or
     *     in the charset of the file, or a new {@code .encoding} is not known
     */
    public VmxDocument apply() {
      return changes.isEmpty() ? document : new VmxSplice(document, changes).apply();
    }
  }
}
