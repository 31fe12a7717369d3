package dev.vireo.internal.esx.definition;

import dev.vireo.PlannedRequest;
import dev.vireo.vim.file.DatastoreFile;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.soap.SoapCodec;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxSecrets;
import java.nio.charset.StandardCharsets;

/** Requests as texts for somebody who wants to know what would be sent. Secrets are hidden. */
final class RequestText {

  private static final String BODY = "Body>";

  private RequestText() {}

  /** A call. */
  static PlannedRequest of(VimMethod<?> method) {
    String envelope = new String(new SoapCodec().encodeRequest(method), StandardCharsets.UTF_8);
    int start = envelope.indexOf(BODY);
    int end = envelope.lastIndexOf("</", envelope.lastIndexOf(BODY));
    boolean known = start >= 0 && end > start;
    return new PlannedRequest(
        method.getClass().getSimpleName(),
        known ? envelope.substring(start + BODY.length(), end).strip() : envelope);
  }

  /** An upload. */
  static PlannedRequest upload(DatastoreFile file, VmxDocument document) {
    return new PlannedRequest("PUT " + file.url(), withoutSecrets(document).text());
  }

  /** The file with the values of secrets hidden. */
  static VmxDocument withoutSecrets(VmxDocument document) {
    VmxDocument.Editor edit = document.edit();
    document.entries().stream()
        .filter(entry -> VmxSecrets.isSecret(entry.key()))
        .forEach(entry -> edit.set(entry.key(), VmxSecrets.HIDDEN));
    return edit.apply();
  }
}
