package dev.vireo.vim.file;

import dev.vireo.vim.Patience;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.transport.TransferAnswer;
import dev.vireo.vim.transport.TransferRequest;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A file of a datastore, or a part of it, as it is read. Where the connection is cut it goes on
 * with the byte that comes next, as long as the file is the same by all that the host says of it,
 * and as long as new bytes come. For one thread; {@link #close} may be called by another.
 *
 * <p>What breaks on the way is thrown as {@link VimException}: {@link Kind#CUT_OFF} when going on
 * was in vain, {@link Kind#TIMED_OUT} when nothing came for too long, {@link Kind#CHANGED} when the
 * file is another one meanwhile.
 */
public final class Download extends InputStream {

  /** So many attempts in a row may bring nothing new. */
  private static final int ATTEMPTS = 5;

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_FOUND = 404;
  private static final int NOT_SATISFIABLE = 416;
  private static final int SERVER_ERROR = 500;

  private final VimClient client;
  private final DatastoreFile file;
  private final ByteRange range;
  private final TransferOptions options;
  private final Patience patience = new Patience(ATTEMPTS);
  private @Nullable FileStatus status;
  private volatile @Nullable TransferAnswer answer;
  private volatile boolean closed;
  private long position;
  private long end = -1;

  private Download(VimClient client, DatastoreFile file, ByteRange range, TransferOptions options) {
    this.client = client;
    this.file = file;
    this.range = range;
    this.options = options;
    this.position = range.offset();
    if (range.length() != ByteRange.TO_THE_END) {
      this.end = range.offset() + range.length();
    }
  }

  /** Opens a file; null when the host does not have it. */
  static @Nullable Download open(
      VimClient client, DatastoreFile file, ByteRange range, TransferOptions options) {
    Download download = new Download(client, file, range, options);
    while (true) {
      try {
        return download.connect() ? download : null;
      } catch (TransportException e) {
        download.afterCut(e);
      } catch (RuntimeException | Error e) {
        download.close();
        throw e;
      }
    }
  }

  /** What the host says of the file. */
  public FileStatus status() {
    FileStatus known = status;
    if (known == null) {
      throw new IllegalStateException("The file has not been opened.");
    }
    return known;
  }

  /** Index of the byte of the file that comes next: where a later download can go on. */
  public long position() {
    return position;
  }

  /** How many bytes are left; -1 when the host does not say. */
  public long left() {
    return end < 0 ? -1 : end - position;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (closed) {
        throw new IOException("the download has been closed");
      }
      if (position == end) {
        release();
        return -1;
      }
      try {
        int count = readSome(bytes, offset, length);
        if (count >= 0 || end < 0) {
          return count;
        }
        throw new TransportException(Kind.CUT_OFF, "the answer is shorter than it should be", null);
      } catch (TransportException e) {
        afterCut(e);
      }
    }
  }

  private int readSome(byte[] bytes, int offset, int length) throws IOException {
    TransferAnswer open = answer;
    if (open == null) {
      open = reopened();
    }
    int most = end < 0 ? length : (int) Math.min(length, end - position);
    int count = open.body().read(bytes, offset, most);
    if (count > 0) {
      position += count;
      patience.gained();
      options.progress().moved(position - range.offset(), end < 0 ? -1 : end - range.offset());
    }
    return count;
  }

  private TransferAnswer reopened() {
    if (!connect()) {
      throw changed("it is gone");
    }
    TransferAnswer open = answer;
    if (open == null) {
      throw new TransportException(Kind.CLOSED, "the download has been closed", null);
    }
    return open;
  }

  /** Lets it be tried again, or says why not. */
  private void afterCut(TransportException cause) {
    release();
    boolean again = cause.kind() == Kind.CUT_OFF && !closed && patience.spend();
    if (!again) {
      throw broken(cause);
    }
    client.pause(patience.pause());
  }

  private TransportException broken(TransportException cause) {
    if (status == null || cause.isGivenUp() || cause.kind() == Kind.CHANGED) {
      return cause;
    }
    String place = position + (end < 0 ? "" : " of " + end);
    return new TransportException(
        cause.kind(),
        "Reading the file '"
            + file
            + "' broke off at byte "
            + place
            + ": "
            + cause.reason()
            + ". It can be read on from there.",
        cause.reason(),
        cause);
  }

  private TransportException changed(String how) {
    return new TransportException(
        Kind.CHANGED,
        "The file '"
            + file
            + "' changed while it was read, at byte "
            + position
            + ": "
            + how
            + ". Read it again from the start.",
        null);
  }

  /** Asks for what comes next; false when the host does not have the file. */
  private boolean connect() {
    TransferAnswer opened = request();
    boolean taken = false;
    try {
      taken = accept(opened);
      return taken || opened.status() != NOT_FOUND;
    } finally {
      if (!taken) {
        opened.close();
      }
    }
  }

  private TransferAnswer request() {
    TransferRequest request = TransferRequest.of(Verb.GET, file.url(), options.idleTimeout());
    if (position > 0 || end >= 0) {
      String last = end < 0 ? "" : String.valueOf(end - 1);
      request = request.with("Range", "bytes=" + position + "-" + last);
    }
    try {
      return client.transfers().open(request);
    } catch (IOException e) {
      throw new UncheckedIOException("a request without a body has none to fail", e);
    }
  }

  /** Takes an answer; false when it has no body for the reader. */
  private boolean accept(TransferAnswer opened) {
    switch (opened.status()) {
      case OK -> acceptWhole(opened);
      case PARTIAL -> acceptPart(opened);
      case NOT_FOUND -> {
        return false;
      }
      case NOT_SATISFIABLE -> {
        acceptNothing(opened);
        return false;
      }
      default -> throw refusal(opened);
    }
    answer = opened;
    if (closed) {
      release();
    }
    return true;
  }

  private VimException refusal(TransferAnswer opened) {
    ProtocolException refusal = Refusals.of(Verb.GET, file, opened);
    // a server in trouble may be out of it soon, and half of the file is here
    return status != null && opened.status() >= SERVER_ERROR
        ? new TransportException(Kind.CUT_OFF, String.valueOf(refusal.getMessage()), refusal)
        : refusal;
  }

  private void acceptPart(TransferAnswer opened) {
    ContentRange part = ContentRange.parse(opened.header("content-range"));
    if (part == null || part.first() != position || (end >= 0 && part.last() >= end)) {
      throw new ProtocolException(
          ProtocolException.Kind.MALFORMED,
          "GET of the file '"
              + file
              + "' from byte "
              + position
              + " on was answered with another part: "
              + opened.header("content-range")
              + ".",
          null);
    }
    know(FileStatus.of(opened, part.total()));
  }

  /** The server gives all of the file, whatever was asked for: what is known is left out. */
  private void acceptWhole(TransferAnswer opened) {
    know(FileStatus.of(opened, opened.length()));
    byte[] buffer = new byte[8192];
    long left = position;
    try {
      while (left > 0) {
        int count = opened.body().read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw beyond(position - left);
        }
        left -= count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the way throws no such thing", e);
    }
  }

  private void acceptNothing(TransferAnswer opened) {
    ContentRange none = ContentRange.parse(opened.header("content-range"));
    long total = none == null ? -1 : none.total();
    if (status != null) {
      throw changed("it has " + total + " bytes");
    }
    if (total != position) {
      throw beyond(total);
    }
    know(FileStatus.of(opened, total));
  }

  private ProtocolException beyond(long total) {
    return new ProtocolException(
        "The file '"
            + file
            + "' has "
            + (total < 0 ? "fewer" : "only " + total)
            + " bytes: there is nothing at byte "
            + position
            + ".",
        NOT_SATISFIABLE,
        null);
  }

  private void know(FileStatus now) {
    FileStatus before = status;
    if (before == null) {
      status = now;
      if (now.length() >= 0 && (end < 0 || end > now.length())) {
        end = Math.max(position, now.length());
      }
    } else if (!before.mayBe(now)) {
      throw changed("the host says " + now + " instead of " + before);
    }
  }

  private void release() {
    TransferAnswer open = answer;
    answer = null;
    if (open != null) {
      open.close();
    }
  }

  /** Ends it. Who reads in another thread fails. */
  @Override
  public void close() {
    closed = true;
    release();
  }
}
