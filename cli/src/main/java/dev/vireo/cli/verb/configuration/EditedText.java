package dev.vireo.cli.verb.configuration;

import dev.vireo.cli.Session;
import dev.vireo.cli.TextEditor;
import java.nio.charset.StandardCharsets;

/** A text that the user edits. */
final class EditedText {

  private EditedText() {}

  /**
   * Has the user edit a text.
   *
   * @param name what the file is called, for the editor to show
   * @return the text as the user left it, without a line feed at its end
   */
  static String of(Session session, String name, String text) {
    byte[] before = (text.isEmpty() ? text : text + "\n").getBytes(StandardCharsets.UTF_8);
    try (TextEditor editor = TextEditor.of(session, name, before)) {
      String after = new String(editor.edit(), StandardCharsets.UTF_8);
      return after.endsWith("\n") ? after.substring(0, after.length() - 1) : after;
    }
  }
}
