package dev.vireo.vim.file;

import dev.vireo.vim.Patience;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.TransportException;
import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.VimException;
import dev.vireo.vim.transport.TransferAnswer;
import dev.vireo.vim.transport.TransferBody;
import dev.vireo.vim.transport.TransferRequest;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.transport.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes files of datastores: {@code /folder/PATH?dcPath=DATACENTER&dsName=DATASTORE},
 * the same on ESX, GSX and vCenter. Small files are read into memory; those of any size are
 * streams. Thread-safe.
 */
public final class DatastoreFiles {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;

  /** An upload begins anew so often. */
  private static final int REPEATS = 2;

  private final VimClient client;

  /**
   * @param client the client to make requests with
   */
  public DatastoreFiles(VimClient client) {
    this.client = client;
  }

  /**
   * Reads a whole file into memory: one request.
   *
   * @param datacenterPath inventory path of the datacenter, such as {@code Folder/Datacenter}
   * @param datastore name of the datastore
   * @param path path in the datastore, without slash at its start
   * @return the bytes; null when the host does not have the file
   * @throws ProtocolException of {@link ProtocolException.Kind#HTTP_STATUS} when the host refuses
   */
  public byte @Nullable [] read(String datacenterPath, String datastore, String path) {
    DatastoreFile file = new DatastoreFile(datacenterPath, datastore, path);
    WireResponse response = client.get(file.url());
    return switch (response.status()) {
      case OK -> response.body();
      case NOT_FOUND -> null;
      default ->
          throw Refusals.of(
              Verb.GET, file, response.status(), response.headers().get("location"));
    };
  }

  /**
   * Opens a file, or a part of it, to read it as it comes: one request, and one more for each time
   * that the connection is cut.
   *
   * @return the bytes, to be closed; null when the host does not have the file
   * @throws VimException when the host refuses, or the file ends before the part begins
   */
  public @Nullable Download open(DatastoreFile file, ByteRange range, TransferOptions options) {
    return Download.open(client, file, range, options);
  }

  /** Opens a whole file with the usual options. */
  public @Nullable Download open(DatastoreFile file) {
    return open(file, ByteRange.ALL, TransferOptions.DEFAULT);
  }

  /**
   * What the host says of a file, without reading it: one request.
   *
   * @return null when the host does not have the file
   */
  public @Nullable FileStatus status(DatastoreFile file) {
    try (TransferAnswer answer = bodiless(Verb.HEAD, file)) {
      return switch (answer.status()) {
        case OK -> FileStatus.of(answer, answer.length());
        case NOT_FOUND -> null;
        default -> throw Refusals.of(Verb.HEAD, file, answer);
      };
    }
  }

  /**
   * Deletes a file: one request.
   *
   * @return whether there was one
   */
  public boolean delete(DatastoreFile file) {
    try (TransferAnswer answer = bodiless(Verb.DELETE, file)) {
      return switch (answer.status()) {
        case OK, ACCEPTED, NO_CONTENT -> true;
        case NOT_FOUND -> false;
        default -> throw Refusals.of(Verb.DELETE, file, answer);
      };
    }
  }

  private TransferAnswer bodiless(Verb verb, DatastoreFile file) {
    TransferRequest request =
        TransferRequest.of(verb, file.url(), client.options().callTimeout());
    Patience patience = new Patience(1);
    while (true) {
      try {
        return client.transfers().open(request);
      } catch (TransportException e) {
        if (e.kind() != Kind.CUT_OFF || verb != Verb.HEAD || !patience.spend()) {
          throw e;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("a request without a body has none to fail", e);
      }
    }
  }

  /**
   * Writes a file, or replaces it. When the connection is cut it begins anew, provided that the body
   * can be written again.
   *
   * @return whether the file is new
   * @throws VimException when the host refuses or the way breaks; {@link
   *     VimException#mayHaveTakenEffect} says whether the file may be another one, or incomplete
   * @throws IOException when the body cannot be read where it comes from, or is not as long as it
   *     says. The file may be incomplete
   */
  public boolean write(DatastoreFile file, TransferBody body, TransferOptions options)
      throws IOException {
    TransferRequest request =
        TransferRequest.of(Verb.PUT, file.url(), options.idleTimeout())
            .with("Content-Type", "application/octet-stream")
            .with(options.progress().on(body));
    Patience patience = new Patience(REPEATS);
    while (true) {
      try (TransferAnswer answer = client.transfers().open(request)) {
        return switch (answer.status()) {
          case CREATED -> true;
          case OK, NO_CONTENT -> false;
          default -> throw Refusals.of(Verb.PUT, file, answer);
        };
      } catch (TransportException e) {
        if (e.kind() != Kind.CUT_OFF || !body.isRepeatable() || !patience.spend()) {
          throw broken(file, body, e);
        }
      }
      client.pause(patience.pause());
    }
  }

  /** Writes a file with the usual options. */
  public boolean write(DatastoreFile file, TransferBody body) throws IOException {
    return write(file, body, TransferOptions.DEFAULT);
  }

  private static TransportException broken(
      DatastoreFile file, TransferBody body, TransportException cause) {
    if (!cause.mayHaveTakenEffect() || cause.isGivenUp()) {
      return cause;
    }
    return new TransportException(
        cause.kind(),
        "Writing the file '"
            + file
            + "' broke off: "
            + cause.reason()
            + (body.isRepeatable() ? "" : "; what was sent cannot be read again")
            + ". It may be incomplete: write it again.",
        cause.reason(),
        cause);
  }
}
