package dev.vireo.vim.file;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.transport.TransferAnswer;
import dev.vireo.vim.transport.WireRequest.Verb;
import org.jspecify.annotations.Nullable;

/** What the host says instead of moving a file. */
final class Refusals {

  private Refusals() {}

  /** The refusal of a request about a file. */
  static ProtocolException of(Verb verb, DatastoreFile file, TransferAnswer answer) {
    return of(verb, file, answer.status(), answer.header("location"));
  }

  static ProtocolException of(
      Verb verb, DatastoreFile file, int status, @Nullable String location) {
    return new ProtocolException(
        verb
            + " of the file '"
            + file
            + "' was answered with HTTP status "
            + status
            + meaning(verb, status)
            + ".",
        status,
        location);
  }

  private static String meaning(Verb verb, int status) {
    return switch (status) {
      case 401 -> ": there is no session, and none could be opened for this";
      case 403 -> ": the user may not do this";
      case 404 -> verb == Verb.PUT ? ": there is no such datacenter, datastore or directory" : "";
      case 405, 501 -> ": the host does not do this with files";
      case 409, 423 -> ": the file is in use";
      case 413 -> ": the file is larger than the host takes";
      case 507 -> ": there is too little space on the datastore";
      default -> "";
    };
  }
}
