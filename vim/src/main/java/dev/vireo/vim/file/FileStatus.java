package dev.vireo.vim.file;

import dev.vireo.vim.transport.TransferAnswer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a host tells of a file, by which one state of it is known from another.
 *
 * @param length its length in bytes; -1 when the host does not say
 * @param etag its {@code ETag}, quotes included; null when the host gives none
 * @param lastModified the time of its last change as the host writes it, to the second; null when
 *     it does not
 */
public record FileStatus(long length, @Nullable String etag, @Nullable String lastModified) {

  /** The state of a file that an answer is about. */
  static FileStatus of(TransferAnswer answer, long length) {
    return new FileStatus(length, answer.header("etag"), answer.header("last-modified"));
  }

  /** Whether nothing that is known of both says that the file has changed. */
  public boolean mayBe(FileStatus other) {
    return (length < 0 || other.length < 0 || length == other.length)
        && agree(etag, other.etag)
        && agree(lastModified, other.lastModified);
  }

  private static boolean agree(@Nullable String one, @Nullable String other) {
    return one == null || other == null || Objects.equals(one, other);
  }
}
