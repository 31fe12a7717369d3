package dev.vireo.cli.verb;

/** Lines of a label and a value, the values one below the other. */
public final class Fields {
  private final StringBuilder text = new StringBuilder();
  private final int labelWidth;

  /**
   * @param labelWidth columns of the longest label; a blank follows it
   */
  public Fields(int labelWidth) {
    this.labelWidth = labelWidth;
  }

  /** Adds a line. */
  public void add(String label, String value) {
    text.append(label);
    for (int i = label.length(); i < labelWidth; i++) {
      text.append(' ');
    }
    text.append(' ').append(value).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
